import { fold } from '../../contract/fold.ts';
import { languages } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { hours } from '../lib/days.ts';
import { listShifts, type PlannedShift } from '../work/shifts.sql.ts';
import type { FileShift, Reason } from './file-shift.ts';
import { findEmployees } from './find-employees.sql.ts';

export type CheckedShift = FileShift & {
  outcome: 'create' | 'unchanged' | 'refused';
  /** Whose shift it is in words, as far as known. */
  name: string;
  /** What would be planned; null where something about it is unknown. */
  planned: PlannedShift | null;
};

/** Compares the shifts of a file with those of the team. Writes nothing. */
export async function checkShifts(
  db: Db,
  actor: Actor,
  timeZone: string,
  team: string,
  shifts: FileShift[],
): Promise<CheckedShift[]> {
  const find = await findEmployees(db, actor, team, shifts);
  const activities = new Map(
    (await db.selectFrom('activities').select(['id', 'name']).execute()).map(({ id, name }) => [
      fold(name),
      id,
    ]),
  );
  const there = await countExisting(db, timeZone, team, shifts);
  const lines = new Map<string, number>();
  const mayOpen = actor.permissions.has('schedule.change');
  return shifts.map((shift) => {
    const reasons: Reason[] = [...shift.reasons];
    const refuse = (code: Reason['code'], value: string, values = {}) =>
      reasons.push({ code, value, values });
    const whose = whoseOf(shift.who);
    const people = whose === 'somebody' ? find(shift.who) : [];
    const [person] = people;
    const { number, personnelNumber, email, name } = shift.who;
    if (whose === 'somebody' && people.length === 0)
      refuse('employee', number || personnelNumber || email || name);
    if (people.length > 1) refuse('employee-twice', name);
    const activity = activities.get(fold(shift.activity));
    if (activity === undefined) refuse('activity', shift.activity);
    const { starts, ends } = shift;
    if (starts && ends) {
      const length = ends.epochMilliseconds - starts.epochMilliseconds;
      if (length <= 0) refuse('end-before-start', shift.text.ends);
      else if (length > hours(24)) refuse('too-long', shift.text.ends);
    }
    const planned =
      reasons.length === 0 && activity !== undefined && starts && ends
        ? { user: person?.id ?? null, activity, starts, ends }
        : null;
    const checked = (outcome: CheckedShift['outcome']): CheckedShift => ({
      ...shift,
      reasons,
      outcome,
      name: person?.name ?? (whose === 'open' ? '' : name || number || personnelNumber || email),
      planned: outcome === 'create' ? planned : null,
    });
    if (!planned) return checked('refused');
    const key = keyOf(planned, whose === 'former');
    const left = there.get(key) ?? 0;
    const line = lines.get(key);
    // Of open shifts there may be several at the same time; nobody is twice in one place.
    if (whose === 'somebody' && line !== undefined) {
      refuse('double', name, { line });
      return checked('refused');
    }
    lines.set(key, shift.line);
    if (left > 0) {
      there.set(key, left - 1);
      return checked('unchanged');
    }
    if (whose === 'former') refuse('former', name);
    if (whose === 'open' && !mayOpen) refuse('not-open', name);
    return checked(reasons.length > 0 ? 'refused' : 'create');
  });
}

type Whose = 'open' | 'former' | 'somebody';

const words = (key: 'schedule.open' | 'schedule.former') =>
  new Set(languages.map((language) => fold(translate(language, key))));

function whoseOf({ name, number, personnelNumber, email }: FileShift['who']): Whose {
  if (number !== '' || personnelNumber !== '' || email !== '') return 'somebody';
  if (name === '' || words('schedule.open').has(fold(name))) return 'open';
  return words('schedule.former').has(fold(name)) ? 'former' : 'somebody';
}

async function countExisting(
  db: Db,
  timeZone: string,
  team: string,
  shifts: FileShift[],
): Promise<Map<string, number>> {
  const moments = shifts.flatMap(({ starts, ends }) => (starts && ends ? [starts, ends] : []));
  const sorted = moments.toSorted(Temporal.Instant.compare);
  const [starts, ends] = [sorted[0], sorted.at(-1)];
  const counts = new Map<string, number>();
  if (!starts || !ends) return counts;
  for (const shift of await listShifts(db, timeZone, { starts, ends }, { team, users: [] })) {
    const [from, until] = [shift.from, shift.until].map((at) =>
      Temporal.Instant.fromEpochMilliseconds(at * 60_000),
    );
    if (!from || !until) continue;
    const key = keyOf(
      { user: shift.user, activity: shift.activity, starts: from, ends: until },
      shift.former,
    );
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ user, activity, starts, ends }: PlannedShift, former: boolean): string {
  return [
    user ?? (former ? 'former' : 'open'),
    activity,
    starts.epochMilliseconds,
    ends.epochMilliseconds,
  ].join();
}
