import { Box, VisuallyHidden } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import { type Placed, placeOnDay } from './lanes.ts';
import { minutesBetween, type Outcome } from './plan-drag.ts';
import { type GridRow, shiftsOn } from './rows.ts';
import classes from './schedule.module.css';
import { GhostBlock, ShiftBlock } from './shift-block.tsx';
import { isWeekend } from './wall-times.ts';

/** What all cells share. */
export type CellContext = {
  team: string;
  activities: Map<string, { name: string; colour: string }>;
  mayChange: boolean;
  today: string;
  /** Whether a day shows its hours, so that shifts stand where their times are. */
  hours: boolean;
  draggedId: string | null;
  ghost: (Outcome & { colour: string }) | null;
  enter: (row: number, day: number) => void;
  open: (row: number, day: number, shift: Shift) => void;
};

const unknown = { name: '', colour: '#888888' };

/** One person on one day. */
export function GridCell(props: {
  row: GridRow;
  day: string;
  place: { row: number; day: number };
  current: boolean;
  context: CellContext;
}) {
  const t = useTexts();
  const { row, day, place, current, context } = props;
  const away = row.away.includes(day);
  const off = row.off.includes(day);
  const about = away ? t('schedule.cell.away') : off ? t('schedule.cell.off') : '';
  const fixed = !context.mayChange || row.kind === 'former';
  const ghost = context.ghost?.row === place.row && context.ghost.day === place.day ? context.ghost : null;
  const edges = fixed ? [] : context.hours ? (['start', 'end'] as const) : (['end'] as const);
  const block = (shift: Shift, style?: CSSProperties) => (
    <ShiftBlock
      key={shift.id}
      shift={shift}
      activity={context.activities.get(shift.activity) ?? unknown}
      elsewhere={shift.team !== context.team}
      dragged={context.draggedId === shift.id}
      edges={edges}
      tabIndex={current ? 0 : -1}
      style={style}
      open={() => context.open(place.row, place.day, shift)}
    />
  );
  const placed = context.hours ? placeOnDay(shiftsOn(row, day), day) : [];
  return (
    <Box
      role="gridcell"
      tabIndex={current ? 0 : -1}
      className={classes.cell}
      data-place={`${place.row} ${place.day}`}
      data-away={away || undefined}
      data-off={off || undefined}
      data-over={ghost !== null || undefined}
      data-fixed={fixed || undefined}
      data-hours={context.hours || undefined}
      data-weekend={(!context.hours && isWeekend(day)) || undefined}
      data-today={(!context.hours && day === context.today) || undefined}
      style={context.hours ? { minHeight: hoursHeight(placed) } : undefined}
      onFocus={() => context.enter(place.row, place.day)}
    >
      {about !== '' && <VisuallyHidden>{about}</VisuallyHidden>}
      {context.hours
        ? placed.map((one) => block(one.shift, styleOf(one)))
        : (row.shifts.get(day) ?? []).map((shift) => block(shift))}
      {ghost && (
        <GhostBlock
          startsAt={ghost.startsAt}
          endsAt={ghost.endsAt}
          colour={ghost.colour}
          style={context.hours ? styleOf(ghostOn(ghost, day)) : undefined}
        />
      )}
    </Box>
  );
}

const laneHeight = 46;

/** So high is a row of hours, with all its lines. */
export function hoursHeight(placed: Pick<Placed, 'lane'>[]): number {
  return 8 + laneHeight * Math.max(1, ...placed.map(({ lane }) => lane + 1));
}

function styleOf({ from, until, lane }: Pick<Placed, 'from' | 'until' | 'lane'>): CSSProperties {
  return {
    position: 'absolute',
    right: 'auto',
    bottom: 'auto',
    top: 5 + lane * laneHeight,
    left: `${(from / 1440) * 100}%`,
    width: `${((until - from) / 1440) * 100}%`,
  };
}

function ghostOn({ startsAt, endsAt }: Outcome, day: string) {
  const midnight = `${day}T00:00`;
  const from = Math.max(minutesBetween(midnight, startsAt), 0);
  return { from, until: Math.min(Math.max(minutesBetween(midnight, endsAt), from + 15), 1440), lane: 0 };
}
