import { Box } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useDates } from '../kit/dates.ts';
import { useTexts } from '../kit/texts.tsx';
import { GridCell } from './grid-cell.tsx';
import { type KeyAct, readKey } from './grid-keys.ts';
import { dayOf, type GridRow } from './rows.ts';
import classes from './schedule.module.css';
import type { ShiftActs } from './use-shift-acts.ts';
import { daysBetween, plusMinutes } from './wall-times.ts';

/** Where one is in the grid, by number; and what is opened there. */
export type Place = { row: number; day: number };
export type Opened = { row: GridRow; day: string; shift: Shift | null };

/** People down, days across. One cell takes part in the order of Tab; the arrow keys go on from there. */
export function ScheduleGrid(props: {
  label: string;
  team: string;
  rows: GridRow[];
  days: string[];
  today: string;
  activities: Map<string, { name: string; colour: string }>;
  mayChange: boolean;
  acts: ShiftActs;
  open: (opened: Opened) => void;
}) {
  const t = useTexts();
  const dates = useDates();
  const { rows, days, acts, mayChange, open } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, day: 0 });
  const copied = useRef<Shift | null>(null);

  const goTo = (next: Place) => {
    const row = Math.min(Math.max(next.row, 0), rows.length - 1);
    const day = Math.min(Math.max(next.day, 0), days.length - 1);
    setPlace({ row, day });
    grid.current?.querySelector<HTMLElement>(`[data-place="${row} ${day}"]`)?.focus();
  };

  /** To another cell, with the same times on the clock. */
  const put = (shift: Shift, { row, day }: Place, copy: boolean) => {
    const [to, target] = [rows[row], days[day]];
    if (!to || to.kind === 'former' || target === undefined) return;
    const minutes = daysBetween(dayOf(shift), target) * 1440;
    const wanted = {
      user: to.user,
      startsAt: plusMinutes(shift.startsAt, minutes),
      endsAt: plusMinutes(shift.endsAt, minutes),
    };
    if (copy) void acts.create({ team: props.team, activity: shift.activity, ...wanted });
    else if (wanted.user !== shift.user || minutes !== 0) void acts.change(shift, wanted);
  };

  const perform = (asked: KeyAct, at: Place) => {
    const row = rows[at.row];
    const day = days[at.day];
    if (!row || day === undefined) return;
    if (asked.act === 'go') return goTo({ row: at.row + asked.rows, day: at.day + asked.days });
    if (asked.act === 'open') return open({ row, day, shift: asked.shift });
    if (!mayChange) return;
    if (asked.act === 'new' && row.kind !== 'former') open({ row, day, shift: null });
    if (asked.act === 'undo') void acts.undo();
    if (asked.act === 'delete') void acts.remove(asked.shift);
    if (asked.act === 'copy') {
      copied.current = asked.shift;
      acts.tell(t('schedule.copied'));
    }
    if (asked.act === 'paste' && copied.current) put(copied.current, at, true);
    if (asked.act === 'stretch') {
      void acts.change(
        asked.shift,
        { endsAt: plusMinutes(asked.shift.endsAt, asked.minutes) },
        t('schedule.changed'),
      );
    }
    if (asked.act === 'move') {
      const to = { row: at.row + asked.rows, day: at.day + asked.days };
      put(asked.shift, to, false);
      goTo(to);
    }
  };

  const press = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    if (!cell) return;
    const [row = 0, day = 0] = (cell.dataset.place ?? '').split(' ').map(Number);
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-shift]')?.dataset.shift;
    const inCell = rows[row]?.shifts.get(days[day] ?? '') ?? [];
    // The button of a shift opens by itself.
    if (id !== undefined && event.key === 'Enter') return;
    const asked = readKey(event, id === undefined ? inCell[0] : inCell.find((shift) => shift.id === id));
    if (!asked) return;
    event.preventDefault();
    perform(asked, { row, day });
  };

  /** Beside the shifts of a cell: a new one. */
  const click = ({ target }: MouseEvent) => {
    const at = (target as HTMLElement).dataset.place;
    if (at === undefined) return;
    const [row = 0, day = 0] = at.split(' ').map(Number);
    perform({ act: 'new' }, { row, day });
  };

  const find = (id: string) =>
    rows.flatMap((row) => [...row.shifts.values()].flat()).find((shift) => shift.id === id);

  return (
    <Box className={classes.scroll}>
      <Box
        ref={grid}
        role="grid"
        aria-label={props.label}
        className={classes.grid}
        style={{ '--days': days.length } as React.CSSProperties}
        onKeyDown={press}
        onClick={click}
      >
        <Box role="rowgroup" className={classes.head}>
          <Box role="row" className={classes.row}>
            <Box role="columnheader" className={classes.corner}>
              {t('schedule.employee')}
            </Box>
            {days.map((day) => (
              <Box
                key={day}
                role="columnheader"
                className={classes.day}
                data-today={day === props.today || undefined}
              >
                {dates.shortDay(day)}
              </Box>
            ))}
          </Box>
        </Box>
        <Box role="rowgroup" className={classes.body}>
          {rows.map((row, index) => (
            <Box key={row.key} role="row" className={classes.row}>
              <Box role="rowheader" className={classes.name}>
                <RowName row={row} last={days.at(-1) ?? ''} />
              </Box>
              {days.map((day, column) => (
                <GridCell
                  key={day}
                  row={row}
                  day={day}
                  place={`${index} ${column}`}
                  current={place.row === index && place.day === column}
                  team={props.team}
                  activities={props.activities}
                  mayChange={mayChange && row.kind !== 'former'}
                  enter={() => setPlace({ row: index, day: column })}
                  open={(shift) => open({ row, day, shift })}
                  stretch={(shift, endsAt) => void acts.change(shift, { endsAt }, t('schedule.changed'))}
                  drop={(id, copy) => {
                    const shift = find(id);
                    if (shift) put(shift, { row: index, day: column }, copy);
                  }}
                />
              ))}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}

function RowName({ row, last }: { row: GridRow; last: string }) {
  const t = useTexts();
  if (!row.away.includes(last)) return row.name;
  return (
    <span className={classes.gone}>
      {row.name}
      <br />
      <small>{t('schedule.left')}</small>
    </span>
  );
}
