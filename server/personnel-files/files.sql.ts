import { type Insertable, sql, type Updateable } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import type { StoredFile } from './stored-file.ts';

export async function findFile(db: Db, id: string): Promise<StoredFile | undefined> {
  return db.selectFrom('personnel_files').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockFile(transaction: Db, id: string): Promise<StoredFile | undefined> {
  return transaction
    .selectFrom('personnel_files')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function listFiles(db: Db): Promise<StoredFile[]> {
  return db.selectFrom('personnel_files').selectAll().orderBy('name').orderBy('id').execute();
}

export async function insertFile(
  transaction: Db,
  file: Insertable<Tables['personnel_files']>,
): Promise<void> {
  await transaction.insertInto('personnel_files').values(file).execute();
}

export type FileChange = Updateable<Omit<Tables['personnel_files'], 'id' | 'version'>>;

/** Writes these and raises the version. */
export async function updateFile(transaction: Db, id: string, change: FileChange): Promise<void> {
  await transaction
    .updateTable('personnel_files')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The same for what is found out about a file and not decided by anybody: whoever edits it is not held up. */
export async function noteOnFile(transaction: Db, id: string, change: FileChange): Promise<void> {
  await transaction.updateTable('personnel_files').set(change).where('id', '=', id).execute();
}

export async function deleteFile(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('personnel_files').where('id', '=', id).execute();
}

/** The links whose time has come, locked: what another process is starting already is passed over. */
export async function lockDueFiles(transaction: Db): Promise<StoredFile[]> {
  return transaction
    .selectFrom('personnel_files')
    .selectAll()
    .where('next_at', '<=', sql<Temporal.Instant>`clock_timestamp()`)
    .where('halted', '=', false)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** How many people each of these files names. */
export async function countFilePeople(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select file_id as id, count(*)::int as count from personnel_file_people
    where file_id = any(${ids}::uuid[]) and linked group by file_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
