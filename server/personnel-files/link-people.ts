import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { deleteOtherFilePeople, insertFilePeople } from '../held-fields/held-fields.sql.ts';
import type { StoredImport } from '../imports/stored-import.ts';
import { listAbove } from '../members/gate.ts';
import { getFileOwner } from './file-owner.ts';
import type { StoredFile } from './stored-file.ts';

const atOnce = 5000;

/**
 * Finds whom the file names, and answers how to write it down. Nobody with more rights than the one for whom the link
 * acts is held by it; and in a list that only adds people, nobody at all.
 */
export async function linkPeople(
  db: Db,
  file: StoredFile,
  { id: importId, options }: StoredImport,
): Promise<(transaction: Db) => Promise<void>> {
  if (options.mode === 'add') return async () => undefined;
  const actor = await getFileOwner(db, file);
  const day = await ensureToday(db);
  const named: string[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await listNamed(db, importId, after);
    const above = await listAbove(db, actor, ids, day);
    named.push(...ids.filter((id) => !above.has(id)));
    if (ids.length < atOnce) break;
    after = ids.at(-1) ?? after;
  }
  return async (transaction) => {
    for (let start = 0; start < named.length; start += atOnce) {
      await insertFilePeople(transaction, file.id, named.slice(start, start + atOnce));
    }
    await deleteOtherFilePeople(transaction, file.id, importId);
  };
}

/** The people whom rows of the file are about, but for those whose row was refused. */
async function listNamed(db: Db, importId: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select distinct user_id from import_rows
    where import_id = ${importId}::uuid and cells is not null and user_id > ${after}::uuid
      and (outcome = 'unchanged' or state = 'done')
    order by user_id limit ${atOnce}`.execute(db);
  return rows.map(({ user_id }) => user_id);
}
