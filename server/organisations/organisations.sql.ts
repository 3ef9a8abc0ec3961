import { fold } from '../../contract/fold.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export async function insertOrganisation(transaction: Db, name: string, demo = false): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('organisations')
    .values({ id, name, name_key: fold(name), is_demo: demo })
    .execute();
  return id;
}

/** Deletes the organisations of the demo; returns how many there were. */
export async function deleteDemoOrganisations(transaction: Db): Promise<number> {
  const result = await transaction.deleteFrom('organisations').where('is_demo', '=', true).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Whether an organisation is called this, case and accents aside. */
export async function isOrganisation(db: Db, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('name_key', '=', fold(name))
    .executeTakeFirst();
  return row !== undefined;
}

/** The organisation that somebody belongs to when nobody says otherwise: the first that was made. */
export async function getFirstOrganisation(db: Db): Promise<string> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Refuses, at its field, an organisation that does not exist. */
export async function assertOrganisations(db: Db, ids: string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.selectFrom('organisations').select('id').where('id', 'in', ids).execute();
  if (rows.length < new Set(ids).size) {
    throw new Refused('organisations.unknown', { fields: [{ field, code: 'organisations.unknown' }] });
  }
}
