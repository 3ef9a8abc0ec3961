import { sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { minutes } from '../lib/days.ts';
import { hashToken, newToken } from '../lib/tokens.ts';

type Purpose = Tables['passkey_challenges']['purpose'];

export const challengeLives = minutes(5);

/** Something to sign that nobody can know beforehand; for this person, or for whoever answers it. Lives five minutes. */
export async function insertChallenge(db: Db, purpose: Purpose, userId: string | null): Promise<string> {
  const challenge = newToken();
  await db
    .insertInto('passkey_challenges')
    .values({
      challenge_hash: hashToken(challenge),
      purpose,
      user_id: userId,
      expires_at: Temporal.Now.instant().add({ milliseconds: challengeLives }).toString(),
    })
    .execute();
  return challenge;
}

/** Takes a challenge away: for exactly one of all who answer it, and only while it lives. Null for all others. */
export async function takeChallenge(
  db: Db,
  purpose: Purpose,
  challenge: string,
): Promise<{ userId: string | null } | null> {
  const { rows } = await sql<{ userId: string | null }>`
    delete from passkey_challenges
    where challenge_hash = ${hashToken(challenge)} and purpose = ${purpose} and expires_at > now()
    returning user_id as "userId"`.execute(db);
  return rows[0] ?? null;
}

export async function deleteOldChallenges(db: Db): Promise<void> {
  await sql`delete from passkey_challenges where expires_at < now()`.execute(db);
}
