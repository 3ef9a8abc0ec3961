import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isEmail, normaliseEmail } from '../../contract/emails.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { checkEmail } from '../../contract/users.ts';
import { TextLink } from '../kit/links.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import type { Belonging } from '../organisations/organisations-field.tsx';
import { useMay } from '../session/session.ts';
import classes from './form.module.css';
import { JoinKnown } from './join-known.tsx';
import { TextLine, type TypedField } from './person-fields.tsx';

type Taken = NonNullable<OutputOf<typeof checkEmail>['taken']>;

/**
 * The e-mail address, checked while one types: who has it already, and whether several people seem to read it, which
 * is a warning that may be passed over. `known`: the address as it is stored, which needs no check. `wanted`: where
 * somebody new would belong, which is offered to who has the address already.
 */
export function EmailField(props: { field: TypedField; known?: string; wanted?: readonly Belonging[] }) {
  const t = useTexts();
  const { field, known, wanted = [] } = props;
  const found = useEmailCheck(field.value, known);
  return (
    <div>
      <TextLine field={field} label={t('fields.name.email')} type="email" required />
      <div aria-live="polite">
        {found?.taken && (
          <Hint icon={<IconInfoCircle size={16} aria-hidden />} kind="warning">
            {!field.error && t('users.form.email.taken', { name: found.taken.name })}{' '}
            <WayTo taken={found.taken} />
            <JoinKnown taken={found.taken} wanted={wanted} />
          </Hint>
        )}
        {found?.shared && !found.taken && (
          <Hint icon={<IconAlertTriangle size={16} aria-hidden />} kind="warning">
            {t('users.form.email.shared')}
          </Hint>
        )}
      </div>
    </div>
  );
}

function useEmailCheck(typed: string, known: string | undefined) {
  const may = useMay();
  const address = normaliseEmail(typed);
  const [settled] = useDebouncedValue(address, 300);
  const enabled = may('users.create') && settled === address && isEmail(address) && address !== known;
  const { data } = useQuery({ ...queryOf(checkEmail, { email: address }), enabled });
  return enabled ? data : undefined;
}

function WayTo({ taken }: { taken: Taken }) {
  const t = useTexts();
  const { id, name } = taken;
  const ended = taken.state === 'deactivated';
  return (
    <TextLink
      to="/users/$id"
      params={{ id }}
      search={ended ? { act: 'reactivate' } : {}}
      inherit
      c="inherit"
      underline="always"
    >
      {ended ? t('users.form.email.reactivate', { name }) : t('users.form.email.open', { name })}
    </TextLink>
  );
}

function Hint(props: { icon: ReactNode; kind: 'warning'; children: ReactNode }) {
  return (
    <div className={classes.hint} data-kind={props.kind}>
      {props.icon}
      <div>{props.children}</div>
    </div>
  );
}
