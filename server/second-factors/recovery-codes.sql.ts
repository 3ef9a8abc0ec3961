import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

/** How many recovery codes somebody has left, and since when this set is there. */
export async function countCodes(
  db: Db,
  userId: string,
): Promise<{ left: number; madeAt: Temporal.Instant | null }> {
  const { rows } = await sql<{ left: number; madeAt: Temporal.Instant | null }>`
    select count(*) filter (where used_at is null)::int as left, max(made_at) as "madeAt"
    from recovery_codes where user_id = ${userId}`.execute(db);
  return rows[0] ?? { left: 0, madeAt: null };
}

/** Makes these the codes of somebody; the old ones no longer work. */
export async function replaceCodes(
  transaction: Db,
  userId: string,
  { salt, hashes }: RecoveryCodes,
): Promise<void> {
  await deleteCodes(transaction, userId);
  await transaction
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash, salt, used_at: null })))
    .execute();
}

export async function deleteCodes(transaction: Db, userId: string): Promise<void> {
  await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
}

/** The salt of somebody's codes; undefined without any. */
export async function findSalt(db: Db, userId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('recovery_codes')
    .select('salt')
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst();
  return row?.salt;
}

export async function isUnusedCode(db: Db, userId: string, codeHash: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('recovery_codes')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses up a code: true for exactly one of all who give it (compare-and-swap). */
export async function takeCode(transaction: Db, userId: string, codeHash: Uint8Array): Promise<boolean> {
  const { rows } = await sql`
    update recovery_codes set used_at = now()
    where user_id = ${userId} and code_hash = ${codeHash} and used_at is null
    returning 1`.execute(transaction);
  return rows.length > 0;
}
