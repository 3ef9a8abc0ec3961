import { Box } from '@mantine/core';
import { type MouseEvent, useRef } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import type { CellContext } from './grid-cell.tsx';
import { GridHead } from './grid-head.tsx';
import { GridRowView } from './grid-row.tsx';
import type { GridRow } from './rows.ts';
import classes from './schedule.module.css';
import { useFirstLook } from './use-first-look.ts';
import { type Dragging, useGridDrag } from './use-grid-drag.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridRows } from './use-grid-rows.ts';
import type { ShiftActs } from './use-shift-acts.ts';

/** What is opened: a shift, or a new one, perhaps with the times that were drawn for it. */
export type Opened = {
  row: GridRow;
  day: string;
  shift: Shift | null;
  times?: { startsAt: string; endsAt: string };
};

export type GridProps = {
  label: string;
  team: string;
  rows: GridRow[];
  days: string[];
  today: string;
  activities: Map<string, { name: string; colour: string }>;
  mayChange: boolean;
  acts: ShiftActs;
  open: (opened: Opened) => void;
};

/**
 * People down, days across; a single day shows its hours. Only rows in sight are drawn. One cell takes part in the order
 * of Tab; the arrow keys go on from there.
 */
export function ScheduleGrid(props: GridProps) {
  const t = useTexts();
  const { rows, days, acts, mayChange, open } = props;
  const grid = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const hours = days.length === 1;
  const { virtual, place, setPlace, goTo } = useGridRows({ grid, scroll, rows, days, hours });
  useFirstLook({ scroll, rows, days, today: props.today });
  const { press, perform } = useGridKeys({ ...props, hours, goTo });

  const drop = ({ drag, outcome, copy }: Dragging) => {
    const row = outcome && rows[outcome.row];
    if (!row || row.kind === 'former') return;
    const { startsAt, endsAt } = outcome;
    if (drag.kind === 'create') {
      open({ row, day: days[outcome.day] ?? '', shift: null, times: { startsAt, endsAt } });
    } else if (drag.kind === 'stretch') {
      void acts.change(drag.shift, { startsAt, endsAt }, t('schedule.changed'));
    } else if (copy) {
      void acts.create({ team: props.team, activity: drag.shift.activity, user: row.user, startsAt, endsAt });
    } else {
      void acts.change(drag.shift, { user: row.user, startsAt, endsAt });
    }
  };
  const find = (id: string) =>
    rows.flatMap((row) => [...row.shifts.values()].flat()).find((shift) => shift.id === id);
  const scale = { days, hours };
  const dragging = useGridDrag({ grid, scroll, scale, enabled: mayChange, find, drop });

  /** Beside the shifts of a cell: a new one. */
  const click = ({ target }: MouseEvent) => {
    const at = (target as HTMLElement).dataset.place;
    if (at === undefined) return;
    const [row = 0, day = 0] = at.split(' ').map(Number);
    perform({ act: 'new' }, { row, day });
  };

  const context: CellContext = {
    team: props.team,
    activities: props.activities,
    mayChange,
    today: props.today,
    hours,
    ...look(dragging.dragging, props.activities),
    enter: (row, day) => setPlace({ row, day }),
    open: (row, day, shift) => {
      const at = rows[row];
      if (at) open({ row: at, day: days[day] ?? '', shift });
    },
  };
  return (
    <Box
      className={classes.scroll}
      ref={scroll}
      data-dragging={dragging.dragging?.drag.kind}
      data-copy={dragging.dragging?.copy || undefined}
    >
      <Box
        ref={grid}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        className={classes.grid}
        data-hours={hours || undefined}
        style={{ '--days': days.length } as React.CSSProperties}
        onKeyDown={press}
        onClick={click}
        onPointerDown={dragging.press}
      >
        <GridHead
          days={days}
          today={props.today}
          hoursShown={hours}
          counts={countsOf(rows, days, props.team)}
        />
        <Box role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return (
              row && (
                <GridRowView
                  key={key}
                  row={row}
                  index={index}
                  top={start}
                  days={days}
                  current={place.row === index ? place.day : null}
                  measure={virtual.measureElement}
                  context={context}
                />
              )
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}

/** How a drag that goes on looks. */
function look(dragging: Dragging | null, activities: GridProps['activities']) {
  if (!dragging) return { draggedId: null, ghost: null };
  const { drag, outcome, copy } = dragging;
  const shift = drag.kind === 'create' ? null : drag.shift;
  const colour = (shift && activities.get(shift.activity)?.colour) ?? 'var(--mantine-primary-color-filled)';
  return { draggedId: copy ? null : (shift?.id ?? null), ghost: outcome && { ...outcome, colour } };
}

function countsOf(rows: GridRow[], days: string[], team: string): Map<string, number> {
  const count = (day: string) =>
    rows.reduce(
      (sum, { shifts }) => sum + (shifts.get(day) ?? []).filter((one) => one.team === team).length,
      0,
    );
  return new Map(days.map((day) => [day, count(day)]));
}
