import type { ShiftProblem } from '../../contract/schedule.ts';
import type { Db } from '../db/transact.ts';
import { judgeShifts, widen } from '../work/judge-shifts.ts';
import { readFacts } from '../work/schedule-facts.sql.ts';
import { listShifts, type PlannedShift, type StoredShift } from '../work/shifts.sql.ts';
import type { CheckedShift } from './check-shifts.ts';

/** What does not fit about each shift that would be planned, also beside the others of the file; in the same order. */
export async function judgePlanned(
  db: Db,
  timeZone: string,
  checked: CheckedShift[],
): Promise<ShiftProblem[][]> {
  const planned = checked.map(({ planned: one }, index) => one && asStored(one, String(index), timeZone));
  const shifts = planned.filter((one) => one !== null);
  if (shifts.length === 0) return [];
  const users = [...new Set(shifts.flatMap(({ user }) => user ?? []))];
  const days = shifts.flatMap(({ startsAt, endsAt }) => [startsAt.slice(0, 10), endsAt.slice(0, 10)]).sort();
  const facts = await readFacts(db, users, days[0] ?? '', days.at(-1) ?? '');
  const moment = (minutes: number) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);
  const between = {
    starts: moment(Math.min(...shifts.map(({ from }) => from))),
    ends: moment(Math.max(...shifts.map(({ until }) => until))),
  };
  const around = await listShifts(db, timeZone, widen(between), { team: null, users });
  const judged = await judgeShifts(db, shifts, [...around, ...shifts], facts);
  const problems = new Map(judged.map((shift) => [shift.id, shift.problems]));
  return checked.map((_, index) => problems.get(String(index)) ?? []);
}

function asStored({ user, activity, starts, ends }: PlannedShift, id: string, timeZone: string): StoredShift {
  const wall = (moment: Temporal.Instant) =>
    moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return {
    id,
    team: null,
    user,
    former: false,
    activity,
    startsAt: wall(starts),
    endsAt: wall(ends),
    from: starts.epochMilliseconds / 60_000,
    until: ends.epochMilliseconds / 60_000,
    version: 1,
  };
}
