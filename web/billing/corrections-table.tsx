import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Correction, listCorrections } from '../../contract/billing.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** What changed in months that were over, of all months: a change of one date often changes several. */
export function CorrectionsTable() {
  const t = useTexts();
  const dates = useDates();
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listCorrections, { cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<Correction>[] = [
    { key: 'month', title: t('billing.month'), lead: true, cell: ({ month }) => dates.month(month) },
    {
      key: 'person',
      title: t('groups.name'),
      cell: ({ person }) => person?.name ?? t('billing.corrections.deleted'),
    },
    {
      key: 'what',
      title: t('billing.corrections.what'),
      cell: ({ people }) => t(people > 0 ? 'billing.corrections.added' : 'billing.corrections.removed'),
    },
    { key: 'when', title: t('billing.corrections.when'), cell: ({ at }) => dates.moment(at) },
  ];
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('billing.corrections.about')}
      </Text>
      <DataTable
        label={t('billing.corrections')}
        columns={columns}
        page={data}
        rowKey={({ seq }) => String(seq)}
        stale={isPlaceholderData}
        paging={paging}
        empty={<EmptyState icon={<IconHistory size={22} />} title={t('billing.corrections.none')} />}
      />
    </>
  );
}
