import type { exportShifts } from '../../contract/schedule.ts';
import { type TextKey, translate } from '../../contract/texts.ts';
import type { StreamingAct } from '../act/act.ts';
import { csvLine } from '../lib/csv.ts';
import { momentOf } from '../lib/wall-times.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { getScheduleChoicesAct, readSchedule } from './get-schedule.ts';
import type { StoredShift } from './shifts.sql.ts';

const headings: TextKey[] = [
  'schedule.employee',
  'schedule.user-number',
  'work.activity',
  'schedule.starts',
  'schedule.ends',
  'schedule.problems',
];

/** A line for each shift of the team, in the reader's language: what an import of shifts takes in again. */
export const exportShiftsAct: StreamingAct<typeof exportShifts> = async (db, actor, window) => {
  const { people, own, shifts } = await readSchedule(db, actor, window);
  const { activities } = await getScheduleChoicesAct(db, actor, {});
  const { timeZone } = await readSettings(db);
  const known = new Map(people.map((person) => [person.id, person]));
  const kinds = new Map(activities.map(({ id, name }) => [id, name]));
  const t = (key: TextKey) => translate(actor.language, key);
  const problems = new Map(shifts.map((shift) => [shift.id, shift.problems]));
  const line = (shift: StoredShift) => {
    const person = shift.user === null ? undefined : known.get(shift.user);
    const nobody = t(shift.former ? 'schedule.former' : 'schedule.open');
    return csvLine([
      person ? nameOf(person) : nobody,
      person ? String(person.number) : '',
      kinds.get(shift.activity) ?? '',
      written(shift.startsAt, shift.from, timeZone),
      written(shift.endsAt, shift.until, timeZone),
      (problems.get(shift.id) ?? []).map(({ code }) => t(`schedule.problem.${code}`)).join('; '),
    ]);
  };
  async function* chunks() {
    yield csvLine(headings.map(t));
    yield own.map(line).join('');
  }
  return { fileName: `schedule-${window.from}.csv`, chunks: chunks() };
};

/** `2026-11-21 09:00`; with the offset behind it where that time comes twice and the second is meant. */
function written(wallTime: string, minutes: number, timeZone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);
  const plain = wallTime.replace('T', ' ');
  if (momentOf(wallTime, timeZone)?.equals(moment)) return plain;
  return `${plain}${moment.toZonedDateTimeISO(timeZone).offset}`;
}
