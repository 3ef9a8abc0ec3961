import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { SentInputOf } from '../../contract/endpoint.ts';
import {
  changeShift,
  createShift,
  deleteShift,
  getSchedule,
  getShift,
  type Shift,
} from '../../contract/schedule.ts';
import { call, isRefusal } from '../kit/call.ts';
import { noticeFailed } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { Schedule } from './rows.ts';

type Planned = SentInputOf<typeof createShift>;
export type ShiftChange = Omit<SentInputOf<typeof changeShift>, 'id'>;
/** Somebody else saved the same shift meanwhile: what was wanted, and what stands now. */
export type Clash = { theirs: Shift; change: ShiftChange };
type Undo = () => Promise<unknown>;

/** What can be done to shifts, each with a way back; one at a time, in the order in which they were asked for. */
export function useShiftActs() {
  const t = useTexts();
  const client = useQueryClient();
  const undos = useRef<Undo[]>([]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [undoable, setUndoable] = useState(0);
  /** What was done last, for the line above the grid. */
  const [told, setTold] = useState('');
  /** The versions that own changes made: what is asked for next builds on them, before the grid was read again. */
  const own = useRef(new Map<string, number>());
  const [clash, setClash] = useState<Clash | null>(null);

  const run = useCallback(
    (act: () => Promise<unknown>) => {
      const next = turn.current.then(async () => {
        try {
          await act();
        } catch (error) {
          if (!isRefusal(error)) throw error;
          noticeFailed(error);
        } finally {
          setUndoable(undos.current.length);
          await client.invalidateQueries({ queryKey: ['schedule'] });
        }
      });
      turn.current = next.catch(() => undefined);
      return next;
    },
    [client],
  );

  const versionOf = useCallback(({ id, version }: Shift) => Math.max(version, own.current.get(id) ?? 0), []);

  /** Shows at once what was asked for; the answer of the server puts right what it judges otherwise. */
  const show = useCallback(
    (change: (shifts: Shift[]) => Shift[]) =>
      client.setQueriesData<Schedule>(
        { queryKey: ['schedule', getSchedule.name] },
        (data) => data && { ...data, shifts: change(data.shifts) },
      ),
    [client],
  );

  /** A shift that was deleted comes back as a new one; what stands in the list of undos goes on with that. */
  const create = useCallback(
    (input: Planned, words = t('schedule.created')) =>
      run(async () => {
        const made = await call(createShift, input);
        undos.current.push(() => call(deleteShift, { id: made.id }));
        setTold(words);
      }),
    [run, t],
  );

  const change = useCallback(
    (shift: Shift, wanted: ShiftChange, words = t('schedule.moved')) => {
      show((shifts) => shifts.map((one) => (one.id === shift.id ? { ...one, ...wanted } : one)));
      return run(async () => {
        try {
          const { version } = await call(
            changeShift,
            { id: shift.id, ...wanted },
            { version: versionOf(shift) },
          );
          own.current.set(shift.id, version);
        } catch (error) {
          if (!isRefusal(error) || error.code !== 'request.stale') throw error;
          setClash({ theirs: await call(getShift, { id: shift.id }), change: wanted });
          return;
        }
        const { user, activity, startsAt, endsAt } = shift;
        undos.current.push(async () => {
          const back = await call(changeShift, { id: shift.id, user, activity, startsAt, endsAt });
          own.current.set(shift.id, back.version);
        });
        setTold(words);
      });
    },
    [run, show, t, versionOf],
  );

  const remove = useCallback(
    (shift: Shift) => {
      show((shifts) => shifts.filter(({ id }) => id !== shift.id));
      return run(async () => {
        await call(deleteShift, { id: shift.id }, { version: versionOf(shift) });
        const { team, user, activity, startsAt, endsAt } = shift;
        if (team) undos.current.push(() => call(createShift, { team, user, activity, startsAt, endsAt }));
        setTold(t('schedule.deleted'));
      });
    },
    [run, show, t, versionOf],
  );

  const undo = useCallback(
    () =>
      run(async () => {
        const last = undos.current.pop();
        if (!last) return;
        await last();
        setTold(t('schedule.undone'));
      }),
    [run, t],
  );

  return {
    create,
    change,
    remove,
    undo,
    undoable: undoable > 0,
    told,
    tell: setTold,
    clash,
    forgetClash: () => setClash(null),
  };
}

export type ShiftActs = ReturnType<typeof useShiftActs>;
