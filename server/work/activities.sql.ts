import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import type { Activity } from '../../contract/work.ts';
import { Refused, refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type ActivityFields = { name: string; colour: string };
export type NeededSkill = { skill: string; level: number };

/** All activities by name, or the one with this id, with how many of the people whom one sees may do it. */
export async function listStoredActivities(
  db: Db,
  visible: RawBuilder<SqlBool> | null,
  id?: string,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select a.id, a.name, a.colour, a.version,
      (select count(*)::int from user_activities ua join users u on u.id = ua.user_id
        where ua.activity_id = a.id and ${visible ?? sql`true`}) as people,
      coalesce((
        select json_agg(json_build_object('skill', s.id, 'name', s.name, 'level', n.level) order by s.name_key)
        from activity_skills n join skills s on s.id = n.skill_id where n.activity_id = a.id
      ), '[]') as skills
    from activities a
    where ${id === undefined ? sql`true` : sql`a.id = ${id}::uuid`}
    order by a.name_key`.execute(db);
  return rows;
}

export async function lockActivity(
  transaction: Db,
  id: string,
): Promise<(ActivityFields & { version: number }) | undefined> {
  return transaction
    .selectFrom('activities')
    .select(['name', 'colour', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertActivity(transaction: Db, fields: ActivityFields, demo = false): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('activities')
    .values({ id, ...fields, name_key: fold(fields.name), is_demo: demo })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateActivity(transaction: Db, id: string, fields: ActivityFields): Promise<void> {
  await transaction
    .updateTable('activities')
    .set((eb) => ({ ...fields, name_key: fold(fields.name), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

export async function deleteActivity(transaction: Db, id: string): Promise<void> {
  await transaction
    .deleteFrom('activities')
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      throw constraintOf(error) === 'shifts_activity' ? new Refused('activities.in-use') : error;
    });
}

/** Makes these the skills that an activity asks for; refuses one that does not exist. */
export async function replaceNeededSkills(transaction: Db, id: string, needed: NeededSkill[]): Promise<void> {
  await transaction.deleteFrom('activity_skills').where('activity_id', '=', id).execute();
  if (needed.length === 0) return;
  const levels = new Map(needed.map(({ skill, level }) => [skill, level]));
  const { rows } = await sql`
    insert into activity_skills (activity_id, skill_id, level)
    select ${id}::uuid, s.id, w.level
    from unnest(${[...levels.keys()]}::uuid[], ${[...levels.values()]}::int[]) w (id, level) join skills s on s.id = w.id
    returning skill_id`.execute(transaction);
  if (rows.length < levels.size) throw refuseField('skills.unknown', 'skills');
}

function refuseTaken(error: unknown): never {
  throw constraintOf(error) === 'activities_name' ? refuseField('activities.name-taken', 'name') : error;
}

function constraintOf(error: unknown): string {
  return error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
}
