import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/** Deletes the demo organisations and their made-up people; returns how many people, or null when there is none. */
export async function deleteDemo(transaction: Db): Promise<number | null> {
  const { rows } = await sql`delete from organisations where is_demo returning id`.execute(transaction);
  if (rows.length === 0) return null;
  await sql`
    delete from audit_parts where about in (select id from users where is_demo)`.execute(transaction);
  const result = await transaction.deleteFrom('users').where('is_demo', '=', true).executeTakeFirst();
  return Number(result.numDeletedRows);
}
