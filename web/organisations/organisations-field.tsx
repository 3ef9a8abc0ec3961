import { Button, CloseButton, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { listRoles } from '../../contract/roles.ts';
import { Dialog } from '../kit/dialog.tsx';
import type { Pick } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import classes from './organisations.module.css';
import { PickOrganisations } from './pick-organisations.tsx';

/** An organisation to belong to, and as what: the key or the id of a role. */
export type Belonging = { id: string; name: string; role: string };

const firstRole = 'member';

/** To which organisations somebody new belongs, with their role in each, and a window to choose more. */
export function OrganisationsField(props: {
  chosen: readonly Belonging[];
  change: (chosen: Belonging[]) => void;
  error?: ReactNode;
}) {
  const t = useTexts();
  const { chosen, change } = props;
  return (
    <Stack gap="sm">
      {chosen.length > 0 && (
        <ul className={classes.belongings} aria-label={t('shell.organisations')}>
          {chosen.map((one) => (
            <li key={one.id} className={classes.belonging}>
              <span>{one.name}</span>
              <RoleSelect
                of={one}
                change={(role) =>
                  change(chosen.map((other) => (other.id === one.id ? { ...one, role } : other)))
                }
              />
              <CloseButton
                size="sm"
                aria-label={t('kit.pick.remove', { name: one.name })}
                onClick={() => change(chosen.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {props.error && (
        <Text role="alert" tabIndex={-1} size="sm" c="var(--mantine-color-error)">
          {props.error}
        </Text>
      )}
      <ChooseOrganisations chosen={chosen} change={change} />
    </Stack>
  );
}

function RoleSelect({ of, change }: { of: Belonging; change: (role: string) => void }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listRoles, { scope: 'organisation' }));
  const roles = data?.items.filter(({ mayGive }) => mayGive) ?? [];
  return (
    <NativeSelect
      aria-label={t('organisations.user.role', { organisation: of.name })}
      value={of.role}
      onChange={(event) => change(event.currentTarget.value)}
      data={roles.map(({ id, key, name }) => ({ value: key ?? id, label: name }))}
    />
  );
}

function ChooseOrganisations({ chosen, change }: Parameters<typeof OrganisationsField>[0]) {
  const t = useTexts();
  const adds = useAddsTo();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const choose = (picks: Pick[]) =>
    change(picks.map(({ id, name }) => chosen.find((one) => one.id === id) ?? { id, name, role: firstRole }));
  return (
    <div>
      <Button variant="default" onClick={() => setOpened(true)} aria-haspopup="dialog">
        {t('organisations.user.choose')}
      </Button>
      <Dialog opened={opened} close={close} title={t('organisations.user.choose.title')} size="lg">
        <Stack>
          <PickOrganisations chosen={chosen} change={choose} fits={({ id }) => adds(id)} />
          <div>
            <Button onClick={close}>{t('groups.pick.apply')}</Button>
          </div>
        </Stack>
      </Dialog>
    </div>
  );
}

/** Where the reader may add people: everywhere, or in single organisations. */
function useAddsTo(): (organisation: string) => boolean {
  const { permissions, organisations } = useSession();
  return (organisation) =>
    permissions.includes('users.create') ||
    organisations.some((one) => one.id === organisation && one.permissions.includes('users.create'));
}
