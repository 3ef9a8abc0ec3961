import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { comesInOn } from '../sign-in/rights.sql.ts';
import type { UserRow } from '../users/users.sql.ts';
import type { StoredFile } from './stored-file.ts';

/** Makes these the people who are told of trouble. */
export async function replaceReceivers(transaction: Db, fileId: string, userIds: string[]): Promise<void> {
  await sql`
    delete from personnel_file_receivers
    where file_id = ${fileId}::uuid and user_id <> all(${userIds}::uuid[])`.execute(transaction);
  await sql`
    insert into personnel_file_receivers (file_id, user_id)
    select ${fileId}::uuid, id from unnest(${userIds}::uuid[]) as id
    on conflict do nothing`.execute(transaction);
}

/** Who was chosen for each of these files. */
export async function listReceivers(db: Db, fileIds: string[]): Promise<{ file: string; user: string }[]> {
  const { rows } = await sql<{ file: string; user: string }>`
    select r.file_id as file, r.user_id as "user"
    from personnel_file_receivers r join users u on u.id = r.user_id
    where r.file_id = any(${fileIds}::uuid[]) order by u.sort_key, u.id`.execute(db);
  return rows;
}

/**
 * Who is told: those who were chosen, as far as they may still come in; where there is none of them, the administrators
 * and the one in whose name it acts. So nobody can be told of nothing by leaving.
 */
export async function listToTell(db: Db, file: StoredFile, day: string): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    with chosen as (
      select u.id from personnel_file_receivers r join users u on u.id = r.user_id
      where r.file_id = ${file.id}::uuid and ${comesInOn(day)}
    )
    select u.* from users u
    where ${comesInOn(day)} and case
      when exists (select from chosen) then u.id in (select id from chosen)
      else u.is_admin or u.id = ${file.acts_as}::uuid end
    order by u.id`.execute(db);
  return rows;
}
