import { Button, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { listMembers, type Member, type Organisation } from '../../contract/organisations.ts';
import { useAddress } from '../kit/address-state.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ChangeMember } from './change-member.tsx';
import { useMemberColumns } from './member-columns.tsx';
import classes from './organisations.module.css';
import { RemoveMember } from './remove-member.tsx';

const address = z.object({ search: z.string().max(300) });

/** What is asked about one member in a window. */
export type Asked = { act: 'role' | 'remove'; member: Member };

/** Who belongs to this organisation, with which role; `add` opens the way to add somebody, for those who may. */
export function MembersTab({ organisation, add }: { organisation: Organisation; add?: () => void }) {
  const t = useTexts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [{ search = '' }, change] = useAddress(address);
  const paging = usePaging();
  const columns = useMemberColumns(organisation, setAsked);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queryOf(listMembers, { organisation: organisation.id, search, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const close = () => setAsked(null);
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          label={t('members.search')}
          placeholder={t('members.search.hint')}
          value={search}
          change={(text) => change({ search: text }, { replace: true })}
        />
      </div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <DataTable
          label={t('organisations.tab.members')}
          columns={columns}
          page={data}
          stale={isPlaceholderData}
          rowKey={(member) => member.id}
          paging={paging}
          empty={<Nobody search={search} add={add} />}
        />
      )}
      {asked?.act === 'role' && (
        <ChangeMember organisation={organisation} member={asked.member} close={close} />
      )}
      {asked?.act === 'remove' && (
        <RemoveMember organisation={organisation} member={asked.member} close={close} />
      )}
    </>
  );
}

function Nobody({ search, add }: { search: string; add: (() => void) | undefined }) {
  const t = useTexts();
  if (search !== '') return <Text c="dimmed">{t('members.nothing', { text: search })}</Text>;
  return (
    <EmptyState
      icon={<IconUsers size={22} />}
      title={t('members.none')}
      action={add && <Button onClick={add}>{t('members.add')}</Button>}
    >
      {t(add ? 'members.none.text' : 'members.none.read')}
    </EmptyState>
  );
}
