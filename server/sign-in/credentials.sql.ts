import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

export type Credential = { passwordHash: string; mustChange: boolean; version: number };

export async function findCredential(db: Db, userId: string): Promise<Credential | undefined> {
  return db
    .selectFrom('credentials')
    .select(['password_hash as passwordHash', 'must_change as mustChange', 'version'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Sets the password; every link made before is dead from here (its credential version is an older one). */
export async function upsertCredential(
  transaction: Db,
  userId: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await transaction
    .insertInto('credentials')
    .values({ user_id: userId, password_hash: passwordHash, must_change: mustChange })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({
        password_hash: passwordHash,
        must_change: mustChange,
        version: sql`credentials.version + 1`,
        changed_at: sql`now()`,
      }),
    )
    .execute();
}

/** First passwords of people who have none yet. */
export async function insertCredentials(
  transaction: Db,
  credentials: { userId: string; passwordHash: string }[],
): Promise<void> {
  await transaction
    .insertInto('credentials')
    .values(credentials.map(({ userId, passwordHash }) => ({ user_id: userId, password_hash: passwordHash })))
    .execute();
}

/** The same password under newer parameters: changes nothing for the person. */
export async function updateHash(db: Db, userId: string, before: string, after: string): Promise<void> {
  await db
    .updateTable('credentials')
    .set({ password_hash: after })
    .where('user_id', '=', userId)
    .where('password_hash', '=', before)
    .execute();
}

/** What a link has to fit: 0 while there is no password yet. */
export async function readCredentialVersion(db: Db, userId: string): Promise<number> {
  return (await findCredential(db, userId))?.version ?? 0;
}
