import { NativeSelect, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type BulkPerson, type BulkRun, listBulkPeople } from '../../contract/bulk.ts';
import { useAddress } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './bulk.module.css';

const address = listBulkPeople.input.pick({ outcome: true });
const outcomes = ['fits', 'refused', 'done'] as const;

/** Everybody who is meant, each with what came of it. */
export function PeopleSection({ run }: { run: BulkRun }) {
  const t = useTexts();
  const [{ outcome }, change] = useAddress(address);
  const paging = usePaging();
  const columns = useColumns();
  const moving = run.state === 'checking' || run.state === 'running';
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listBulkPeople, { id: run.id, outcome, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
    refetchInterval: moving ? 2000 : false,
    staleTime: 0,
  });
  return (
    <Section title={t('bulk.page.people')}>
      <NativeSelect
        className={classes.show}
        label={t('bulk.show')}
        mb="sm"
        value={outcome ?? ''}
        onChange={(event) =>
          change({ outcome: outcomes.find((one) => one === event.currentTarget.value) }, { replace: true })
        }
        data={[
          { value: '', label: t('bulk.show.all') },
          ...outcomes.map((one) => ({
            value: one,
            label: `${t(`bulk.outcome.${one}`)} (${run.counts[one]})`,
          })),
        ]}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('bulk.page.people')}
          columns={columns}
          page={data}
          rowKey={({ number }) => String(number)}
          stale={isPlaceholderData}
          paging={paging}
          empty={<EmptyState icon={<IconListCheck size={22} />} title={t('bulk.nobody-here')} />}
        />
      )}
    </Section>
  );
}

function useColumns(): Column<BulkPerson>[] {
  const t = useTexts();
  return [
    { key: 'name', title: t('groups.name'), lead: true, cell: (person) => <Name person={person} /> },
    { key: 'email', title: t('fields.name.email'), cell: ({ user }) => user?.email ?? '–' },
    {
      key: 'outcome',
      title: t('bulk.result'),
      cell: ({ outcome, why }) => (
        <>
          {t(`bulk.outcome.${outcome}`)}
          {why && (
            <Text size="sm" c="dimmed">
              {why.message}
            </Text>
          )}
        </>
      ),
      wrap: true,
    },
  ];
}

function Name({ person: { user, number } }: { person: BulkPerson }) {
  const t = useTexts();
  if (!user) return <>{t('bulk.former', { number: String(number) })}</>;
  return (
    <TextLink to="/users/$id" params={{ id: user.id }}>
      {user.name}
    </TextLink>
  );
}
