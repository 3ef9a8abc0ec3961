import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteGroup, type Group, listGroupMembers, listGroups } from '../../contract/groups.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { PeopleNamed, peopleNamed } from '../kit/people-named.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affected } from './kinds.ts';

/** Asks before one is deleted, and what becomes of the links while there are any. */
export function DeleteDialog(props: { group: Group; opened: boolean; close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { group, opened } = props;
  const { id, kind, name, version } = group;
  const [fate, setFate] = useState('remove');
  const people = useLinked(id, opened);
  const linked = people?.total.count;
  const remove = useAct(deleteGroup, {
    refresh: affected,
    done: () => {
      noticeDone(t('groups.deleted', { name }));
      void navigate({ to: '/groups', search: { kind } });
    },
  });
  const members = linked === undefined || linked > 0 ? fate : undefined;
  return (
    <ConfirmDialog
      opened={opened}
      close={props.close}
      title={t('groups.delete.title', { name })}
      confirm={t('groups.delete.submit', { name })}
      danger
      busy={remove.isPending}
      disabled={linked === undefined}
      problem={remove.error}
      act={() => remove.mutate({ input: { id, members }, version })}
    >
      {linked === 0 && <Text>{t('groups.delete.alone')}</Text>}
      {linked !== undefined && linked > 0 && (
        <Stack gap="sm">
          <Text>{t('groups.delete.linked', { count: linked })}</Text>
          <PeopleNamed names={people?.items.map((person) => person.name) ?? []} total={linked} />
          <FateField group={group} value={fate} change={setFate} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}

/** Who are linked, also those whose last day has passed. */
function useLinked(id: string, wanted: boolean) {
  const { data } = useQuery({
    ...queryOf(listGroupMembers, { id, limit: peopleNamed }),
    enabled: wanted,
    staleTime: 0,
  });
  return data;
}

function FateField(props: { group: Group; value: string; change: (fate: string) => void }) {
  const t = useTexts();
  const { id, kind } = props.group;
  const { data } = useQuery(queryOf(listGroups, { kind, limit: 200 }));
  const others = data?.items.filter((group) => group.id !== id) ?? [];
  return (
    <NativeSelect
      label={t('groups.delete.links')}
      value={props.value}
      onChange={(event) => props.change(event.currentTarget.value)}
      data={[
        { value: 'remove', label: t('groups.delete.remove') },
        ...others.map((group) => ({
          value: group.id,
          label: t('groups.delete.move', { name: group.name }),
        })),
      ]}
    />
  );
}
