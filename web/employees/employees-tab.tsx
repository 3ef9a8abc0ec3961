import { NativeSelect } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { employeeFilters, getEmployeeChoices, listEmployees } from '../../contract/employees.ts';
import type { UserState } from '../../contract/user-shapes.ts';
import { useAddress } from '../kit/address-state.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { useLively } from '../kit/lively.ts';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useEmployeeColumns } from './employee-columns.tsx';
import classes from './employees.module.css';

const standings = {
  here: ['pending', 'active'],
  ahead: ['starting'],
  left: ['deactivated'],
  all: undefined,
} satisfies Record<string, UserState[] | undefined>;
type Standing = keyof typeof standings;

const address = z.object({
  ...z.object(employeeFilters).omit({ status: true }).shape,
  standing: z.enum(['here', 'ahead', 'left', 'all']).optional(),
});

/** The list of employees, with its filters. */
export function EmployeesTab() {
  const t = useTexts();
  const [filters, change] = useAddress(address);
  const { standing = 'here', ...asked } = filters;
  const paging = usePaging();
  const columns = useEmployeeColumns();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...useLively(),
    ...queryOf(listEmployees, { ...asked, status: standings[standing], cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={classes.filters}>
        <SearchField
          label={t('employees.search')}
          placeholder={t('employees.search.hint')}
          value={filters.search ?? ''}
          change={(search) => change({ search }, { replace: true })}
        />
        <NativeSelect
          label={t('employees.status')}
          value={standing}
          onChange={(event) => change({ standing: event.currentTarget.value as Standing })}
          data={(Object.keys(standings) as Standing[]).map((one) => ({
            value: one,
            label: t(`employees.status.${one}`),
          }))}
        />
        <Choices filters={filters} change={change} />
      </div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <DataTable
          label={t('employees.title')}
          columns={columns}
          page={data}
          rowKey={({ id }) => id}
          stale={isPlaceholderData}
          paging={paging}
          empty={
            <EmptyState icon={<IconIdBadge2 size={22} />} title={t('employees.empty')}>
              {t('employees.empty.text')}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

type Filters = Partial<z.output<typeof address>>;

const choices = [
  { of: 'team', from: 'teams', label: 'employees.team', any: 'employees.any-team' },
  { of: 'activity', from: 'activities', label: 'work.activity', any: 'employees.any-activity' },
  { of: 'skill', from: 'skills', label: 'work.skill', any: 'employees.any-skill' },
] as const;

function Choices({ filters, change }: { filters: Filters; change: (changes: Filters) => void }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(getEmployeeChoices, {}));
  return choices.map(({ of, from, label, any }) => (
    <NativeSelect
      key={of}
      label={t(label)}
      value={filters[of]?.[0] ?? ''}
      onChange={({ currentTarget: { value } }) => change({ [of]: value === '' ? undefined : [value] })}
      data={[
        { value: '', label: t(any) },
        ...(data?.[from] ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  ));
}
