import type { getSchedule, getScheduleChoices } from '../../contract/schedule.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { findGroup } from '../groups/groups.sql.ts';
import { startOfDay } from '../lib/days.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { hoursOn, isHere } from './find-problems.ts';
import { judgeShifts, widen } from './judge-shifts.ts';
import { listRoster, readFacts } from './schedule-facts.sql.ts';
import { listShifts, type StoredShift } from './shifts.sql.ts';

export const getScheduleChoicesAct: Act<typeof getScheduleChoices> = async (db) => ({
  teams: await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('kind', '=', 'team')
    .orderBy('name_key')
    .execute(),
  activities: await db
    .selectFrom('activities')
    .select(['id', 'name', 'colour'])
    .orderBy('name_key')
    .execute(),
  today: await ensureToday(db),
  timeZone: (await readSettings(db)).timeZone,
});

type Window = { team: string; from: string; days: number };

/** The people of a team and their shifts between these days: those who left stay in the days in which they worked. */
export const getScheduleAct: Act<typeof getSchedule> = async (db, actor, window) => {
  const { people, facts, shifts, days } = await readSchedule(db, actor, window);
  return {
    people: people.map((person) => {
      const known = facts.get(person.id);
      return {
        id: person.id,
        name: nameOf(person),
        away: known ? days.filter((day) => !isHere(known, day)) : [],
        off: known ? days.filter((day) => hoursOn(known, day).length === 0) : [],
      };
    }),
    shifts,
  };
};

/** The people of a team in these days; `own` are the shifts of the team, `shifts` also what its people do elsewhere. */
export async function readSchedule(db: Db, actor: Actor, { team, from, days: count }: Window) {
  const { timeZone } = await readSettings(db);
  if ((await findGroup(db, team))?.kind !== 'team') throw new Refused('groups.not-found');
  const first = Temporal.PlainDate.from(from);
  const days = Array.from({ length: count }, (_, day) => first.add({ days: day }).toString());
  const last = days.at(-1) ?? from;
  const between = {
    starts: startOfDay(first, timeZone),
    ends: startOfDay(first.add({ days: count }), timeZone),
  };
  const visible = visibleUsers(actor);
  const people = await listRoster(db, team, from, last, between, visible);
  const users = people.map(({ id }) => id);
  const around = await listShifts(db, timeZone, widen(between), { team, users });
  const facts = await readFacts(db, users, first.subtract({ days: 1 }).toString(), last);
  const [opens = 0, closes = 0] = [between.starts, between.ends].map((at) => at.epochMilliseconds / 60_000);
  const inside = around.filter(({ from: begins, until }) => until > opens && begins < closes);
  const known = new Set(users);
  // Open shifts, and those of former employees, are for who sees everybody.
  const seen = ({ user }: StoredShift) => visible === null || (user !== null && known.has(user));
  const own = inside.filter((shift) => shift.team === team && seen(shift));
  const elsewhere = inside.filter((shift) => shift.team !== team);
  const shifts = await judgeShifts(db, [...own, ...elsewhere], around, facts);
  return { people, facts, own, shifts, days };
}
