import { Button, Tabs } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GroupKind, groupKinds, listGroups } from '../../contract/groups.ts';
import { useAddress } from '../kit/address-state.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { CreateGroupDialog } from './create-group-dialog.tsx';
import { useGroupColumns } from './group-columns.tsx';
import classes from './groups.module.css';
import { groupsAddress } from './kinds.ts';

/** Groups, teams, mailboxes and administrations: a tab each, with the kind in the address. */
export function GroupsPage() {
  const t = useTexts();
  const may = useMay();
  const [{ kind = 'group', search = '' }, change] = useAddress(groupsAddress);
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('groups.title')}
      about={t('groups.about')}
      fill
      action={
        may('groups.change') && (
          <Button onClick={() => setCreating(true)}>{t(`groups.create.${kind}`)}</Button>
        )
      }
    >
      <Tabs
        className={classes.tabs}
        value={kind}
        onChange={(chosen) => change({ kind: chosen as GroupKind, search: undefined })}
      >
        <Tabs.List aria-label={t('groups.pick.kind')}>
          {groupKinds.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`groups.kinds.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind} className={classes.panel}>
          <div className={classes.search}>
            <SearchField
              label={t('groups.search')}
              placeholder={t('groups.search.hint')}
              value={search}
              change={(text) => change({ search: text }, { replace: true })}
            />
          </div>
          <GroupTable kind={kind} search={search} />
        </Tabs.Panel>
      </Tabs>
      <CreateGroupDialog key={kind} kind={kind} opened={creating} close={() => setCreating(false)} />
    </Page>
  );
}

function GroupTable({ kind, search }: { kind: GroupKind; search: string }) {
  const t = useTexts();
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listGroups, { kind, search, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns = useGroupColumns(kind);
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  return (
    <DataTable
      label={t(`groups.kinds.${kind}`)}
      columns={columns}
      page={data}
      rowKey={(group) => group.id}
      stale={isPlaceholderData}
      paging={paging}
      empty={<NoGroups kind={kind} search={search} />}
    />
  );
}

function NoGroups({ kind, search }: { kind: GroupKind; search: string }) {
  const t = useTexts();
  const may = useMay();
  return (
    <EmptyState
      icon={<IconUsersGroup size={22} />}
      title={search === '' ? t(`groups.empty.${kind}`) : t('groups.empty.found', { text: search })}
    >
      {search === '' && may('groups.change') && t('groups.empty.text')}
    </EmptyState>
  );
}
