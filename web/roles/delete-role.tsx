import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteRole, listRoleHolders, listRoles, type Role } from '../../contract/roles.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { PeopleNamed, peopleNamed } from '../kit/people-named.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** The way to delete a role, or why it stays; while people have it, asks what they get. */
export function DeleteRole({ role }: { role: Role }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const why = role.key !== null ? 'roles.delete.default' : role.mayGive ? undefined : 'roles.delete.above';
  return (
    <Group justify="flex-end" gap="sm">
      {why && (
        <Text size="sm" c="dimmed">
          {t(why)}
        </Text>
      )}
      {!why && (
        <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          {t('roles.delete')}
        </Button>
      )}
      {asking && <AskDelete role={role} close={() => setAsking(false)} />}
    </Group>
  );
}

function AskDelete({ role, close }: { role: Role; close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [successor, setSuccessor] = useState('');
  const act = useAct(deleteRole, {
    refresh: ['roles', 'users', 'audit'],
    done: () => {
      noticeDone(t('roles.delete.done', { name: role.name }));
      void navigate({ to: '/roles' });
    },
  });
  const holders = role.holders ?? 0;
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('roles.delete.title', { name: role.name })}
      confirm={t('roles.delete')}
      danger
      busy={act.isPending}
      problem={act.error}
      disabled={holders > 0 && successor === ''}
      act={() =>
        act.mutate({ input: { id: role.id, successor: successor || undefined }, version: role.version })
      }
    >
      <Successor role={role} value={successor} change={setSuccessor} />
    </ConfirmDialog>
  );
}

function Successor(props: { role: Role; value: string; change: (successor: string) => void }) {
  const t = useTexts();
  const { role } = props;
  const { data } = useQuery(queryOf(listRoles, { scope: role.scope }));
  const { data: held } = useQuery(queryOf(listRoleHolders, { id: role.id, limit: peopleNamed }));
  if (!role.holders) return <Text>{t('roles.delete.nobody')}</Text>;
  const others = (data?.items ?? []).filter(({ id, mayGive }) => id !== role.id && mayGive);
  return (
    <Stack>
      <Text>{t('roles.delete.holders', { count: role.holders })}</Text>
      {held && <PeopleNamed names={held.items.map(({ user }) => user.name)} total={held.total.count} />}
      <NativeSelect
        label={t('roles.delete.successor')}
        value={props.value}
        onChange={(event) => props.change(event.currentTarget.value)}
        data={[
          { value: '', label: t(`roles.delete.successor.choose.${role.scope}`) },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
          ...(role.scope === 'installation'
            ? [{ value: 'none', label: t('roles.delete.successor.none') }]
            : []),
        ]}
      />
    </Stack>
  );
}
