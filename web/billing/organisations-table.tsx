import { Text } from '@mantine/core';
import { IconBuildings } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type BilledMonth, listBilledOrganisations } from '../../contract/billing.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { locales } from '../../contract/texts.ts';
import type { Search } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';

type Counted = OutputOf<typeof listBilledOrganisations>['items'][number];

/** How many people of each organisation counted in a month; each name leads to them. */
export function OrganisationsTable({ month: { month } }: { month: BilledMonth }) {
  const t = useTexts();
  const { language } = useLocale();
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listBilledOrganisations, { month, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<Counted>[] = [
    {
      key: 'name',
      title: t('billing.organisation'),
      lead: true,
      cell: ({ id, name }) => (
        <TextLink
          to="."
          search={(before: Search) => ({ ...before, organisation: id, tab: undefined, cursor: undefined })}
          resetScroll={false}
        >
          {name}
        </TextLink>
      ),
    },
    {
      key: 'people',
      title: t('billing.number'),
      cell: ({ people }) => people.toLocaleString(locales[language]),
    },
  ];
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('billing.organisations.about')}
      </Text>
      <DataTable
        label={t('billing.organisations')}
        columns={columns}
        page={data}
        rowKey={({ id }) => id}
        stale={isPlaceholderData}
        paging={paging}
        empty={<EmptyState icon={<IconBuildings size={22} />} title={t('billing.chosen.empty')} />}
      />
    </>
  );
}
