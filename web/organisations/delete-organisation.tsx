import { NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import {
  deleteOrganisation,
  listMembers,
  listOrganisations,
  type Organisation,
} from '../../contract/organisations.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { Note } from '../kit/note.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { PeopleNamed, peopleNamed } from '../kit/people-named.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';

/** Asks before an organisation is deleted, and where its members go while it has any. */
export function DeleteOrganisation(props: { organisation: Organisation; close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { organisation, close } = props;
  const { id, name, members, version } = organisation;
  const [successor, setSuccessor] = useState('');
  const homeless = useMembers(id, true, successor === 'none');
  const stuck = successor === 'none' && homeless?.total.count !== 0;
  const act = useAct(deleteOrganisation, {
    refresh: affectedByMembers,
    done: () => {
      noticeDone(t('organisations.delete.done', { name }));
      void navigate({ to: '/organisations' });
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('organisations.delete.title', { name })}
      confirm={t('organisations.delete')}
      danger
      busy={act.isPending}
      problem={act.error}
      disabled={(members > 0 && successor === '') || stuck}
      act={() => act.mutate({ input: { id, successor: successor || undefined }, version })}
    >
      {members === 0 ? (
        <Text>{t('organisations.delete.nobody')}</Text>
      ) : (
        <Stack>
          <Successor organisation={organisation} value={successor} change={setSuccessor} />
          {stuck && homeless && (
            <Note tone="warning" icon={<IconAlertTriangle size={18} />}>
              <Stack gap={4}>
                <Text size="sm">{t('organisations.delete.only-here', { count: homeless.total.count })}</Text>
                <Named members={homeless} />
              </Stack>
            </Note>
          )}
        </Stack>
      )}
    </ConfirmDialog>
  );
}

function useMembers(organisation: string, onlyHere: boolean, wanted: boolean) {
  const { data } = useQuery({
    ...queryOf(listMembers, { organisation, ...(onlyHere ? { onlyHere } : {}), limit: peopleNamed }),
    enabled: wanted,
    staleTime: 0,
  });
  return wanted ? data : undefined;
}

function Named({ members }: { members: OutputOf<typeof listMembers> }) {
  return <PeopleNamed names={members.items.map(({ user }) => user.name)} total={members.total.count} />;
}

function Successor(props: { organisation: Organisation; value: string; change: (id: string) => void }) {
  const t = useTexts();
  const { organisation } = props;
  const { data } = useQuery(queryOf(listOrganisations, { limit: 200 }));
  const all = useMembers(organisation.id, false, true);
  const others = (data?.items ?? []).filter(({ id }) => id !== organisation.id);
  return (
    <Stack>
      <Text>{t('organisations.delete.members', { count: organisation.members })}</Text>
      {all && <Named members={all} />}
      <NativeSelect
        label={t('organisations.delete.successor')}
        value={props.value}
        onChange={(event) => props.change(event.currentTarget.value)}
        data={[
          { value: '', label: t('organisations.delete.successor.choose') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t('organisations.delete.successor.none') },
        ]}
      />
    </Stack>
  );
}
