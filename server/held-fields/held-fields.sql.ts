import { type RawBuilder, sql } from 'kysely';
import type { OwnedField } from '../../contract/personnel-files.ts';
import type { Db } from '../db/transact.ts';
import type { FileOfPerson } from './held-fields.ts';

/** The personnel files of the person `u`, as a column. */
export const filesOfPerson: RawBuilder<FileOfPerson[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'linked', p.linked, 'owned', f.owned,
    'released', p.released) order by f.name, f.id)
  from personnel_file_people p join personnel_files f on f.id = p.file_id where p.user_id = u.id
), '[]')`;

/** The personnel files of each of these people who is in one. */
export async function listFilesOf(db: Db, userIds: string[]): Promise<Map<string, FileOfPerson[]>> {
  const { rows } = await sql<{ id: string; files: FileOfPerson[] }>`
    select u.id, ${filesOfPerson} as files from users u
    where u.id = any(${userIds}::uuid[]) and exists (select from personnel_file_people p where p.user_id = u.id)
    `.execute(db);
  return new Map(rows.map(({ id, files }) => [id, files]));
}

/** Notes that a file names these people; what was let go for one of them stays so. */
export async function insertFilePeople(transaction: Db, fileId: string, userIds: string[]): Promise<void> {
  await sql`
    insert into personnel_file_people (file_id, user_id)
    select ${fileId}::uuid, id from unnest(${userIds}::uuid[]) as id
    on conflict do nothing`.execute(transaction);
}

/** Forgets whom the file does not name any more by this import; who was let go stays so, in case they come back. */
export async function deleteOtherFilePeople(
  transaction: Db,
  fileId: string,
  importId: string,
): Promise<void> {
  await sql`
    delete from personnel_file_people p
    where p.file_id = ${fileId}::uuid and p.linked and not exists (
      select from import_rows r
      where r.import_id = ${importId}::uuid and r.user_id = p.user_id and r.cells is not null
    )`.execute(transaction);
}

/** Writes what is let go for somebody. False when the file does not name them. */
export async function updateFilePerson(
  transaction: Db,
  fileId: string,
  userId: string,
  { linked, released }: { linked: boolean; released: OwnedField[] },
): Promise<boolean> {
  const result = await transaction
    .updateTable('personnel_file_people')
    .set({ linked, released })
    .where('file_id', '=', fileId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
