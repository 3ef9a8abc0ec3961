import { sql } from 'kysely';
import type { Employee, getEmployeeChoices, listEmployees } from '../../contract/employees.ts';
import { displayName } from '../../contract/names.ts';
import type { Act } from '../act/act.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { listPeoplePage } from './list-people-page.ts';

/** The same people as the list of users, described as employees. */
export const listEmployeesAct: Act<typeof listEmployees> = async (db, actor, { team, ...asked }) => {
  const today = await ensureToday(db);
  const { ids, nextCursor, total } = await listPeoplePage(db, actor, today, { ...asked, group: team });
  return { items: await describeEmployees(db, ids, today), nextCursor, total };
};

export const getEmployeeChoicesAct: Act<typeof getEmployeeChoices> = async (db) => {
  const named = { id: 'id', name: 'name' } as const;
  return {
    teams: await db
      .selectFrom('groups')
      .select([named.id, named.name])
      .where('kind', '=', 'team')
      .orderBy('name_key')
      .execute(),
    activities: await db
      .selectFrom('activities')
      .select([named.id, named.name])
      .orderBy('name_key')
      .execute(),
    skills: await db.selectFrom('skills').select([named.id, named.name]).orderBy('name_key').execute(),
  };
};

async function describeEmployees(db: Db, ids: string[], today: string): Promise<Employee[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<Employee, 'name'>>`
    select u.id, u.first_name as "firstName", u.infix, u.last_name as "lastName", u.state,
      u.personnel_number as "personnelNumber", u.job_title as "jobTitle", u.starts_on as "startsOn",
      u.leaves_on as "leavesOn",
      coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name_key)
        from group_members m join groups g on g.id = m.group_id
        where m.user_id = u.id and g.kind = 'team' and (m.until is null or m.until >= ${today}::date)
      ), '[]') as teams,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'name', a.name, 'colour', a.colour) order by a.name_key)
        from user_activities m join activities a on a.id = m.activity_id where m.user_id = u.id
      ), '[]') as activities,
      coalesce((
        select json_agg(json_build_object('id', s.id, 'name', s.name, 'level', m.level) order by s.name_key)
        from user_skills m join skills s on s.id = m.skill_id
        where m.user_id = u.id and daterange(m.starts_on, m.ends_on, '[]') @> ${today}::date
      ), '[]') as skills
    from users u where u.id = any(${ids}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, { ...row, name: displayName(row) }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
