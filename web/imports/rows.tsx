import { Chip, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { type Import, type ImportRow, importOutcomes, listImportRows } from '../../contract/imports.ts';
import { Changes } from '../audit/changes.tsx';
import { useAddress } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { Section } from '../kit/section.tsx';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './imports.module.css';

const { outcome, search } = listImportRows.input.shape;
const filters = z.object({ outcome, search });
const pageSize = 50;

const tones = {
  create: 'good',
  change: 'ahead',
  reactivate: 'ahead',
  leave: 'waiting',
  unchanged: 'plain',
  refused: 'bad',
} as const;

/** What becomes of each row; the counts above narrow the list. */
export function Rows({ item }: { item: Import }) {
  const t = useTexts();
  const [wanted, change] = useAddress(filters);
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listImportRows, { id: item.id, ...wanted, cursor: paging.cursor, limit: pageSize }),
    queryKey: ['imports', 'imports.rows', item.id, wanted, paging.cursor, item.version],
    placeholderData: keepPreviousData,
  });
  const columns = useRowColumns();
  return (
    <Section title={t('imports.outcomes')}>
      <Group gap="xs" mb="sm" align="flex-end">
        <Chip.Group
          value={wanted.outcome ?? 'all'}
          onChange={(value) => change({ outcome: importOutcomes.find((one) => one === value) })}
        >
          <Chip value="all">{t('imports.outcome.all')}</Chip>
          {importOutcomes
            .filter((one) => (item.counts[one] ?? 0) > 0)
            .map((one) => (
              <Chip key={one} value={one}>
                {t(`imports.outcome.${one}`)} ({item.counts[one]})
              </Chip>
            ))}
        </Chip.Group>
        <SearchField
          label={t('imports.rows.search')}
          placeholder={t('imports.rows.search')}
          value={wanted.search ?? ''}
          change={(text) => change({ search: text || undefined }, { replace: true })}
        />
      </Group>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('imports.outcomes')}
          columns={columns}
          page={data}
          rowKey={({ line, user }) => String(line ?? user?.id)}
          stale={isPlaceholderData}
          paging={paging}
          pageSize={pageSize}
          empty={<EmptyState title={t('imports.rows.empty')} />}
        />
      )}
    </Section>
  );
}

function useRowColumns(): Column<ImportRow>[] {
  const t = useTexts();
  return useMemo(
    () => [
      {
        key: 'line',
        title: t('imports.row'),
        width: 90,
        cell: ({ line }) => line ?? t('imports.not-in-file'),
      },
      {
        key: 'person',
        title: t('imports.person'),
        lead: true,
        cell: ({ user, name }) =>
          user ? (
            <TextLink to="/users/$id" params={{ id: user.id }}>
              {user.name}
            </TextLink>
          ) : (
            name || '–'
          ),
      },
      { key: 'becomes', title: t('imports.becomes'), width: 200, cell: (row) => <Becomes row={row} /> },
      {
        key: 'details',
        title: t('imports.details'),
        wrap: true,
        width: '48%',
        cell: (row) => <Details row={row} />,
      },
    ],
    [t],
  );
}

function Becomes({ row: { outcome: becomes, state } }: { row: ImportRow }) {
  const t = useTexts();
  const later = state === 'failed' || state === 'undone' || state === 'kept';
  return (
    <StateBadge tone={state === 'failed' ? 'bad' : tones[becomes]}>
      {later ? t(`imports.row-state.${state}`) : t(`imports.outcome.${becomes}`)}
    </StateBadge>
  );
}

function Details({ row }: { row: ImportRow }) {
  return (
    <>
      {row.problems.length > 0 && (
        <ul className={classes.plain}>
          {row.problems.map(({ column, code, reason, remedy }) => (
            <li key={`${column} ${code}`}>
              {column && <Text span fw={600}>{`${column}: `}</Text>}
              {reason}{' '}
              <Text span c="dimmed">
                {remedy}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {row.problems.length === 0 && <Changes deed={{ changes: row.changes, erased: false }} first={2} />}
      {row.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
    </>
  );
}
