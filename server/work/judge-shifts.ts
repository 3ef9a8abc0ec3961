import type { Shift } from '../../contract/schedule.ts';
import type { Db } from '../db/transact.ts';
import { findProblems } from './find-problems.ts';
import { type Facts, readFacts, readNeeds } from './schedule-facts.sql.ts';
import { type Between, listShifts, type StoredShift } from './shifts.sql.ts';

/** Between these moments, and a day more at each side: what lies beside a shift counts for its rest. */
export function widen({ starts, ends }: Between): Between {
  return { starts: starts.subtract({ hours: 24 }), ends: ends.add({ hours: 24 }) };
}

/** These shifts with what does not fit about each. `around` are all shifts of the same people, also a day before and after. */
export async function judgeShifts(
  db: Db,
  shifts: StoredShift[],
  around: StoredShift[],
  facts: Map<string, Facts>,
): Promise<Shift[]> {
  const needs = await readNeeds(db);
  const byUser = Map.groupBy(around, ({ user }) => user);
  return shifts.map((shift) => {
    const known = shift.user === null ? undefined : facts.get(shift.user);
    const { from, until, ...told } = shift;
    return {
      ...told,
      minutes: until - from,
      problems: known ? findProblems(shift, known, needs, byUser.get(shift.user) ?? []) : [],
    };
  });
}

/** One shift, judged. */
export async function judgeShift(db: Db, timeZone: string, shift: StoredShift): Promise<Shift> {
  const users = shift.user === null ? [] : [shift.user];
  const starts = Temporal.Instant.fromEpochMilliseconds(shift.from * 60_000);
  const ends = Temporal.Instant.fromEpochMilliseconds(shift.until * 60_000);
  const facts = await readFacts(db, users, shift.startsAt.slice(0, 10), shift.endsAt.slice(0, 10));
  const around = await listShifts(db, timeZone, widen({ starts, ends }), { team: null, users });
  const [judged] = await judgeShifts(db, [shift], around, facts);
  return judged as Shift;
}
