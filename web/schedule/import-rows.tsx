import { Chip, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type ShiftRow, shiftRowOutcomes } from '../../contract/shift-files.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';
import { problemWords } from './problem-words.ts';
import { timeOf } from './rows.ts';
import classes from './schedule.module.css';

const mostShown = 200;
const tones = { create: 'good', unchanged: 'plain', refused: 'bad' } as const;

type Outcome = ShiftRow['outcome'];

/** What would become of each row of a file; the counts above narrow the list. What is refused comes first. */
export function ImportRows(props: { rows: ShiftRow[]; counts: Partial<Record<Outcome, number>> }) {
  const t = useTexts();
  const columns = useColumns();
  const [wanted, setWanted] = useState<Outcome | 'all'>(props.counts.refused ? 'refused' : 'all');
  const rows = props.rows.filter(({ outcome }) => wanted === 'all' || outcome === wanted);
  const items = rows.slice(0, mostShown);
  return (
    <section aria-label={t('shift-files.outcomes')}>
      <Group gap="xs" mb="sm">
        <Chip.Group value={wanted} onChange={(value) => setWanted(value as Outcome | 'all')}>
          <Chip value="all">
            {t('shift-files.outcome.all')} ({props.rows.length})
          </Chip>
          {shiftRowOutcomes
            .filter((one) => (props.counts[one] ?? 0) > 0)
            .map((one) => (
              <Chip key={one} value={one}>
                {t(`shift-files.outcome.${one}`)} ({props.counts[one]})
              </Chip>
            ))}
        </Chip.Group>
      </Group>
      <DataTable
        label={t('shift-files.outcomes')}
        columns={columns}
        page={{ items, nextCursor: null, total: { count: rows.length, exact: true } }}
        rowKey={({ line }) => String(line)}
        pageSize={mostShown}
        empty={null}
      />
      {rows.length > mostShown && (
        <Text size="sm" c="dimmed">
          {t('shift-files.rows.shown', { count: mostShown })}
        </Text>
      )}
    </section>
  );
}

function useColumns(): Column<ShiftRow>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      { key: 'line', title: t('shift-files.row'), width: 80, cell: ({ line }) => line },
      { key: 'employee', title: t('schedule.employee'), lead: true, cell: ({ employee }) => employee || '–' },
      { key: 'activity', title: t('work.activity'), cell: ({ activity }) => activity || '–' },
      {
        key: 'when',
        title: t('shift-files.when'),
        wrap: true,
        cell: ({ startsAt, endsAt }) =>
          startsAt.length === 16 && endsAt.length === 16
            ? `${dates.day(startsAt.slice(0, 10))}, ${timeOf(startsAt)}–${timeOf(endsAt)}`
            : `${startsAt} – ${endsAt}`,
      },
      {
        key: 'becomes',
        title: t('shift-files.becomes'),
        width: 140,
        cell: ({ outcome }) => (
          <StateBadge tone={tones[outcome]}>{t(`shift-files.outcome.${outcome}`)}</StateBadge>
        ),
      },
      {
        key: 'details',
        title: t('shift-files.details'),
        wrap: true,
        width: '36%',
        cell: (row) => <Details row={row} />,
      },
    ],
    [t, dates],
  );
}

function Details({ row }: { row: ShiftRow }) {
  const t = useTexts();
  return (
    <ul className={classes.plain}>
      {row.reasons.map(({ code, reason, remedy }) => (
        <li key={code}>
          {reason}{' '}
          <Text span c="dimmed">
            {remedy}
          </Text>
        </li>
      ))}
      {row.problems.map((problem) => (
        <li key={problem.code + problem.skill}>
          <IconAlertTriangle size={14} aria-hidden className={classes.inline} />
          {problemWords(t, problem)}
        </li>
      ))}
    </ul>
  );
}
