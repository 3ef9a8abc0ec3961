import type { ShiftProblem } from '../../contract/schedule.ts';
import { hours } from '../lib/days.ts';
import { minutesOf } from '../lib/times.ts';
import type { Facts, Hours, Needs } from './schedule-facts.sql.ts';
import type { StoredShift } from './shifts.sql.ts';

/** The rest between two shifts below which a planner is warned (Working Hours Act, Arbeidstijdenwet art. 5:3). */
const restMinutes = hours(11) / 60_000;

/**
 * What does not fit about a shift of somebody: `others` are their shifts around it. A shift over midnight counts for the
 * day on which it begins, but has to lie within the hours of both days.
 */
export function findProblems(
  shift: StoredShift,
  facts: Facts,
  needs: Needs,
  others: StoredShift[],
): ShiftProblem[] {
  const day = shift.startsAt.slice(0, 10);
  const codes: (ShiftProblem['code'] | false)[] = [
    !isHere(facts, day) && 'outside-membership',
    !isAvailable(facts, shift) && 'outside-availability',
    !facts.activities.includes(shift.activity) && 'missing-activity',
  ];
  const missing = (needs.get(shift.activity) ?? []).filter((need) => !hasSkill(facts, need, day));
  const near = others.filter(({ id }) => id !== shift.id);
  const overlaps = near.some(({ from, until }) => from < shift.until && until > shift.from);
  const rested = near.every(
    (other) =>
      // A morning and an afternoon of one day have no night between them.
      other.startsAt.slice(0, 10) === day ||
      shift.from - other.until >= restMinutes ||
      other.from - shift.until >= restMinutes,
  );
  const around: (ShiftProblem['code'] | false)[] = [overlaps && 'overlap', !overlaps && !rested && 'rest'];
  return [
    ...plain(codes),
    ...missing.map(({ name, level }) => ({ code: 'missing-skill' as const, skill: `${name} ${level} %` })),
    ...plain(around),
  ];
}

function plain(codes: (ShiftProblem['code'] | false)[]): ShiftProblem[] {
  return codes.flatMap((code) => (code ? [{ code, skill: null }] : []));
}

/** True when a staff membership covers this day. */
export function isHere({ periods }: Facts, day: string): boolean {
  return periods.some(({ startsOn, leavesOn }) => startsOn <= day && (leavesOn === null || day <= leavesOn));
}

function hasSkill({ skills }: Facts, need: { skill: string; level: number }, day: string): boolean {
  return skills.some(
    ({ skill, level, startsOn, endsOn }) =>
      skill === need.skill &&
      level >= need.level &&
      (startsOn === null || startsOn <= day) &&
      (endsOn === null || day <= endsOn),
  );
}

const allDay: Hours = [0, 1440];

/** When somebody can work on a day, in order; what touches is one. */
export function hoursOn({ week, exceptions }: Facts, day: string): Hours[] {
  const differing = exceptions.filter((one) => one.day === day);
  if (differing.length > 0) return join(differing.flatMap(({ hours }) => (hours ? [hours] : [])));
  if (week.length === 0) return [allDay];
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return join(week.filter((one) => one.weekday === weekday).map((one) => one.hours));
}

function join(times: Hours[]): Hours[] {
  const joined: Hours[] = [];
  for (const [from, until] of times.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && last[1] >= from) last[1] = Math.max(last[1], until);
    else joined.push([from, until]);
  }
  return joined;
}

function isAvailable(facts: Facts, { startsAt, endsAt }: StoredShift): boolean {
  const [firstDay, lastDay] = [startsAt.slice(0, 10), endsAt.slice(0, 10)];
  const [from, until] = [minutesOf(startsAt.slice(11)), minutesOf(endsAt.slice(11))];
  const fits = (day: string, start: number, end: number) =>
    start === end || hoursOn(facts, day).some((hours) => hours[0] <= start && end <= hours[1]);
  if (firstDay === lastDay) return fits(firstDay, from, until);
  return fits(firstDay, from, 1440) && fits(lastDay, 0, until);
}
