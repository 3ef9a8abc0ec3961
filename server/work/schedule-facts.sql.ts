import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { type Between, touching } from './shifts.sql.ts';

/** Minutes of a day between which somebody can work. */
export type Hours = [from: number, until: number];

/** What has to be known of somebody to judge their shifts. */
export type Facts = {
  periods: { startsOn: string; leavesOn: string | null }[];
  activities: string[];
  skills: { skill: string; level: number; startsOn: string | null; endsOn: string | null }[];
  /** Empty: always. */
  week: { weekday: number; hours: Hours }[];
  /** Days that differ; without hours: not at all. */
  exceptions: { day: string; hours: Hours | null }[];
};

export type Needs = Map<string, { skill: string; name: string; level: number }[]>;

/** What is known of these people, in one statement; `from` and `until` narrow the days that differ. */
export async function readFacts(
  db: Db,
  users: string[],
  from: string,
  until: string,
): Promise<Map<string, Facts>> {
  const { rows } = await sql<Facts & { id: string }>`
    select u.id,
      coalesce((
        select json_agg(json_build_object('startsOn', m.starts_on, 'leavesOn', m.leaves_on))
        from staff_memberships m where m.user_id = u.id
      ), '[]') as periods,
      coalesce((select json_agg(a.activity_id) from user_activities a where a.user_id = u.id), '[]') as activities,
      coalesce((
        select json_agg(json_build_object(
          'skill', k.skill_id, 'level', k.level, 'startsOn', k.starts_on, 'endsOn', k.ends_on))
        from user_skills k where k.user_id = u.id
      ), '[]') as skills,
      coalesce((
        select json_agg(json_build_object(
          'weekday', w.weekday, 'hours', json_build_array(w.from_minute, w.until_minute)))
        from availability w where w.user_id = u.id
      ), '[]') as week,
      coalesce((
        select json_agg(json_build_object('day', e.day, 'hours',
          case when e.from_minute is null then null else json_build_array(e.from_minute, e.until_minute) end))
        from availability_exceptions e
        where e.user_id = u.id and e.day between ${from}::date and ${until}::date
      ), '[]') as exceptions
    from unnest(${users}::uuid[]) u (id)`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The skills that each activity asks for. */
export async function readNeeds(db: Db): Promise<Needs> {
  const { rows } = await sql<{ activity: string; skill: string; name: string; level: number }>`
    select n.activity_id as activity, n.skill_id as skill, s.name, n.level
    from activity_skills n join skills s on s.id = n.skill_id
    order by s.name_key`.execute(db);
  const needs: Needs = new Map();
  for (const { activity, ...need } of rows) needs.set(activity, [...(needs.get(activity) ?? []), need]);
  return needs;
}

export type RosterPerson = {
  id: string;
  number: number;
  first_name: string;
  infix: string | null;
  last_name: string;
};

/** Who belongs to a team on any of these days, and who has a shift of it between these moments; by name. */
export async function listRoster(
  db: Db,
  team: string,
  from: string,
  until: string,
  between: Between,
  visible: RawBuilder<SqlBool> | null,
): Promise<RosterPerson[]> {
  const { rows } = await sql<RosterPerson>`
    select u.id, u.number, u.first_name, u.infix, u.last_name from users u
    where u.id = any(array(
      select s.user_id from shifts s where s.team_id = ${team}::uuid and ${touching(between)}
      union
      select g.user_id from group_members g
      where g.group_id = ${team}::uuid and g.since <= ${until}::date and (g.until is null or g.until >= ${from}::date)
        and exists (
          select from staff_memberships m where m.user_id = g.user_id
            and m.starts_on <= ${until}::date and (m.leaves_on is null or m.leaves_on >= ${from}::date)
        )
    )) and ${visible ?? sql`true`}
    order by u.sort_key, u.id`.execute(db);
  return rows;
}
