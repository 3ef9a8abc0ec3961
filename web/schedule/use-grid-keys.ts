import { type KeyboardEvent, useRef } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import { type KeyAct, readKey } from './grid-keys.ts';
import { dayOf } from './rows.ts';
import type { GridProps } from './schedule-grid.tsx';
import type { Place } from './use-grid-rows.ts';
import { daysBetween, plusMinutes } from './wall-times.ts';

/** Everything that can be done in the grid, by keyboard. */
export function useGridKeys(props: GridProps & { hours: boolean; goTo: (place: Place) => void }) {
  const t = useTexts();
  const { rows, days, acts, mayChange, open, goTo } = props;
  const copied = useRef<Shift | null>(null);

  /** To another cell, with the same times on the clock. */
  const put = (shift: Shift, { row, day }: Place, copy: boolean) => {
    const [to, target] = [rows[row], days[day]];
    if (!to || to.kind === 'former' || target === undefined) return;
    const minutes = daysBetween(dayOf(shift), target) * 1440;
    const wanted = { user: to.user, ...moved(shift, minutes) };
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
      const endsAt = plusMinutes(asked.shift.endsAt, asked.minutes);
      void acts.change(asked.shift, { endsAt }, t('schedule.changed'));
    }
    if (asked.act !== 'move') return;
    // On a day there is no other day to move to: there it moves in time.
    if (props.hours && asked.days !== 0) {
      void acts.change(asked.shift, moved(asked.shift, asked.days * 15));
      return;
    }
    const to = { row: at.row + asked.rows, day: at.day + asked.days };
    put(asked.shift, to, false);
    goTo(to);
  };

  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-place]');
    if (!cell) return;
    const [row = 0, day = 0] = (cell.dataset.place ?? '').split(' ').map(Number);
    const id = target.closest<HTMLElement>('[data-shift]')?.dataset.shift;
    const inCell = rows[row]?.shifts.get(days[day] ?? '') ?? [];
    // The button of a shift opens by itself.
    if (id !== undefined && event.key === 'Enter') return;
    const asked = readKey(event, id === undefined ? inCell[0] : inCell.find((shift) => shift.id === id));
    if (!asked) return;
    event.preventDefault();
    perform(asked, { row, day });
  };

  return { press, perform };
}

function moved({ startsAt, endsAt }: Shift, minutes: number) {
  return { startsAt: plusMinutes(startsAt, minutes), endsAt: plusMinutes(endsAt, minutes) };
}
