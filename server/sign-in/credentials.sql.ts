import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

export type Credential = { passwordHash: string; mustChange: boolean; version: number };
type StoredCredential = Credential & { needsSecondFactor: boolean };

/** A password that was judged; `needsSecondFactor`: it is too short to be the only factor. */
export type ChosenPassword = { hash: string; needsSecondFactor: boolean };

export async function findCredential(db: Db, userId: string): Promise<StoredCredential | undefined> {
  return db
    .selectFrom('credentials')
    .select([
      'password_hash as passwordHash',
      'must_change as mustChange',
      'version',
      'needs_second_factor as needsSecondFactor',
    ])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/**
 * Sets the password; every link made before is dead from here (its credential version is an older one). It must be
 * changed as well where the second factor went that it was judged beside.
 */
export async function upsertCredential(
  transaction: Db,
  userId: string,
  { hash, needsSecondFactor }: ChosenPassword,
  mustChange: boolean,
): Promise<void> {
  const values = {
    password_hash: hash,
    needs_second_factor: needsSecondFactor,
    must_change: sql<boolean>`${mustChange}::boolean or (${needsSecondFactor}::boolean and exists (
      select 1 from users where id = ${userId}::uuid and not two_factor_on))`,
  };
  await transaction
    .insertInto('credentials')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({
        ...values,
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
