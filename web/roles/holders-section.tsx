import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { listRoleHolders, type Role } from '../../contract/roles.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';

type Holder = OutputOf<typeof listRoleHolders>['items'][number];

/** Who has this role, in which organisation and until when. */
export function HoldersSection({ role }: { role: Role }) {
  const t = useTexts();
  const paging = usePaging();
  const columns = useHolderColumns(role);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queryOf(listRoleHolders, { id: role.id, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('roles.holders')}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <DataTable
          label={t('roles.column.holders')}
          columns={columns}
          page={data}
          stale={isPlaceholderData}
          rowKey={(holder) => `${holder.user.id} ${holder.organisation?.id ?? ''}`}
          paging={paging}
          empty={
            <Text c="dimmed">
              {t('roles.holders.none')}{' '}
              {t(role.scope === 'organisation' ? 'roles.holders.none.member' : 'roles.holders.none.about')}
            </Text>
          }
        />
      )}
    </Section>
  );
}

function useHolderColumns(role: Role): Column<Holder>[] {
  const t = useTexts();
  const may = useMay();
  const dates = useDates();
  const name: Column<Holder> = {
    key: 'name',
    title: t('roles.holders.name'),
    lead: true,
    cell: ({ user }) =>
      may('users.view') ? (
        <TextLink to="/users/$id" params={{ id: user.id }}>
          {user.name}
        </TextLink>
      ) : (
        user.name
      ),
  };
  const email: Column<Holder> = {
    key: 'email',
    title: t('roles.holders.email'),
    cell: ({ user }) => user.email,
  };
  if (role.scope === 'organisation') {
    const organisation: Column<Holder> = {
      key: 'organisation',
      title: t('roles.holders.organisation'),
      cell: (holder) => holder.organisation?.name,
    };
    return [name, email, organisation];
  }
  const until: Column<Holder> = {
    key: 'until',
    title: t('roles.holders.until'),
    cell: ({ endsOn }) => (endsOn === null ? t('roles.holders.open') : dates.day(endsOn)),
  };
  return [name, email, until];
}
