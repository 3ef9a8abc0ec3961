import { Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type BilledMonth,
  type BilledPerson,
  listBilledOrganisations,
  listBilledPeople,
} from '../../contract/billing.ts';
import { useAddress } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { FilterChip } from '../kit/filter-chip.tsx';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './billing.module.css';
import { billingAddress } from './billing-address.ts';

/** Who counted in a month, since when, and until when where that is known. */
export function PeopleTable({ month: { month, deleted } }: { month: BilledMonth }) {
  const t = useTexts();
  const [{ organisation }] = useAddress(billingAddress);
  const paging = usePaging();
  const columns = usePeopleColumns();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listBilledPeople, { month, organisation, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  return (
    <>
      {organisation && <OrganisationChip month={month} organisation={organisation} />}
      {deleted > 0 && !organisation && (
        <Text size="sm" c="dimmed">
          {t('billing.chosen.deleted', { count: deleted })}
        </Text>
      )}
      <DataTable
        label={t('billing.number')}
        columns={columns}
        page={data}
        rowKey={(person) => person.id}
        stale={isPlaceholderData}
        paging={paging}
        empty={<EmptyState icon={<IconReceipt size={22} />} title={t('billing.chosen.empty')} />}
      />
    </>
  );
}

function usePeopleColumns(): Column<BilledPerson>[] {
  const t = useTexts();
  const may = useMay();
  const dates = useDates();
  return [
    {
      key: 'name',
      title: t('groups.name'),
      lead: true,
      cell: ({ id, name }) =>
        may('users.view') ? (
          <TextLink to="/users/$id" params={{ id }}>
            {name}
          </TextLink>
        ) : (
          name
        ),
    },
    { key: 'number', title: t('fields.name.number'), cell: ({ number }) => number },
    { key: 'since', title: t('billing.since'), cell: ({ since }) => dates.day(since) },
    {
      key: 'until',
      title: t('billing.until'),
      cell: ({ until }) => (until === null ? '–' : dates.day(until)),
    },
  ];
}

/** Which organisation the list is narrowed to, by its name. */
function OrganisationChip({ month, organisation }: { month: string; organisation: string }) {
  const t = useTexts();
  const [, change] = useAddress(billingAddress);
  const { data } = useQuery(queryOf(listBilledOrganisations, { month, limit: 200 }));
  const name = data?.items.find(({ id }) => id === organisation)?.name ?? t('billing.organisation');
  return (
    <div className={classes.filters}>
      <FilterChip
        text={name}
        remove={() => change({ organisation: undefined })}
        removeLabel={t('billing.organisations.everybody')}
      />
    </div>
  );
}
