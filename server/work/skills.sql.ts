import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import type { Skill } from '../../contract/work.ts';
import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

/** All skills by name, or the one with this id, with how many of the people whom one sees have it. */
export async function listStoredSkills(
  db: Db,
  visible: RawBuilder<SqlBool> | null,
  id?: string,
): Promise<Skill[]> {
  const { rows } = await sql<Skill>`
    select s.id, s.name, s.version,
      (select count(distinct us.user_id)::int from user_skills us join users u on u.id = us.user_id
        where us.skill_id = s.id and ${visible ?? sql`true`}) as people
    from skills s
    where ${id === undefined ? sql`true` : sql`s.id = ${id}::uuid`}
    order by s.name_key`.execute(db);
  return rows;
}

export async function lockSkill(
  transaction: Db,
  id: string,
): Promise<{ name: string; version: number } | undefined> {
  return transaction
    .selectFrom('skills')
    .select(['name', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertSkill(transaction: Db, name: string, demo = false): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('skills')
    .values({ id, name, name_key: fold(name), is_demo: demo })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateSkill(transaction: Db, id: string, name: string): Promise<void> {
  await transaction
    .updateTable('skills')
    .set((eb) => ({ name, name_key: fold(name), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

export async function deleteSkill(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('skills').where('id', '=', id).execute();
}

function refuseTaken(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  throw constraint === 'skills_name' ? refuseField('skills.name-taken', 'name') : error;
}
