import { Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { addMember } from '../../contract/organisations.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';
import classes from './organisations.module.css';
import { useFoundOrganisations } from './pick-organisations.tsx';
import { RoleChoice } from './role-choice.tsx';

type Joining = { id: string; name: string; organisations: { id: string }[] };

/** Makes somebody member of one more organisation; they are told by mail. */
export function JoinOrganisation({ user, close }: { user: Joining; close: () => void }) {
  const t = useTexts();
  const form = useCallForm(addMember, {
    initial: { organisation: '', role: '' },
    input: (values) => ({ ...values, user: user.id }),
    check: ({ organisation, role }) => ({
      organisation: organisation === '' ? t('fields.required') : undefined,
      role: role === '' ? t('fields.required') : undefined,
    }),
    refresh: affectedByMembers,
    done: () => {
      noticeDone(t('organisations.user.joined', { name: user.name }));
      close();
    },
  });
  const title = t('organisations.user.join.title', { name: user.name });
  return (
    <Dialog opened close={close} title={title} size="lg">
      <CallForm form={form} label={title}>
        <Stack>
          <OrganisationChoice
            user={user}
            value={form.values.organisation}
            error={form.errors.organisation}
            change={(organisation) => form.set({ organisation })}
          />
          <RoleChoice
            value={form.values.role}
            error={form.errors.role}
            change={(role) => form.set({ role })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t('organisations.user.join.submit')}
            </Button>
          </Group>
        </Stack>
      </CallForm>
    </Dialog>
  );
}

function OrganisationChoice(props: {
  user: Joining;
  value: string;
  error: ReactNode;
  change: (organisation: string) => void;
}) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { found, error } = useFoundOrganisations(
    search,
    ({ id, allowed }) =>
      allowed.includes('manage-members') && !props.user.organisations.some((one) => one.id === id),
  );
  return (
    <Stack gap="xs">
      <SearchField label={t('organisations.search')} value={search} change={setSearch} />
      <ProblemAlert problem={found ? null : error} />
      {!found && !error && <Skeleton height={80} />}
      {found?.length === 0 && <Text c="dimmed">{t('organisations.user.join.none')}</Text>}
      {found && found.length > 0 && (
        <Radio.Group
          name="organisation"
          label={t('organisations.column.name')}
          withAsterisk
          value={props.value}
          error={props.error}
          onChange={props.change}
        >
          <Stack gap="xs" my="xs" className={classes.choices}>
            {found.map(({ id, name }) => (
              <Radio key={id} value={id} label={name} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
