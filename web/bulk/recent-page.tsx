import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type BulkRun, listBulk } from '../../contract/bulk.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** What one has done to many people lately: the way back to what goes on in the background. */
export function RecentPage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery({ ...queryOf(listBulk, {}), staleTime: 0 });
  const columns = useColumns();
  const page = data && {
    ...data,
    nextCursor: null,
    total: { count: data.items.length, exact: true },
  };
  return (
    <Page
      title={t('bulk.recent')}
      about={t('bulk.recent.about')}
      crumbs={[
        <TextLink key="users" to="/users" inherit>
          {t('bulk.page.back')}
        </TextLink>,
      ]}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('bulk.recent')}
          columns={columns}
          page={page}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={<IconListCheck size={22} />}
              title={t('bulk.recent.empty')}
              action={<ButtonLink to="/users">{t('bulk.recent.users')}</ButtonLink>}
            >
              {t('bulk.recent.empty.text')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

function useColumns(): Column<BulkRun>[] {
  const t = useTexts();
  const dates = useDates();
  return [
    {
      key: 'what',
      title: t('bulk.recent.what'),
      lead: true,
      cell: ({ id, act }) => (
        <TextLink to="/bulk/$id" params={{ id }}>
          {t(`bulk.deed.${act.deed}`)}
        </TextLink>
      ),
    },
    { key: 'state', title: t('bulk.recent.state'), cell: ({ state }) => t(`bulk.state.${state}`) },
    {
      key: 'people',
      title: t('bulk.recent.people'),
      align: 'end',
      cell: ({ counts }) => counts.waiting + counts.fits + counts.refused + counts.done,
    },
    { key: 'when', title: t('bulk.recent.when'), cell: ({ madeAt }) => dates.moment(madeAt) },
  ];
}
