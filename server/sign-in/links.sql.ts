import { sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import type { Milliseconds } from '../lib/days.ts';
import { newId } from '../lib/ids.ts';
import { hashToken, isToken, newToken } from '../lib/tokens.ts';
import { readCredentialVersion } from './credentials.sql.ts';

export type Purpose = Tables['links']['purpose'];

export type FoundLink = {
  id: string;
  userId: string;
  purpose: Purpose;
  email: string;
  createdAt: Temporal.Instant;
  expired: boolean;
  /** Who asked in with it; null where nobody in particular did. */
  madeBy: string | null;
};

const paths: Record<Purpose, string> = { activation: '/activate', reset: '/reset', email: '/confirm-email' };

/** What a link is beyond its purpose. */
export type LinkOptions = {
  /** In the past for the demo only. */
  madeAt?: Temporal.Instant;
  madeBy?: string | null;
  /** Where it leads, where that is not the usual page of its purpose. */
  path?: '/invitation';
};

/**
 * Makes a link for a mail: 256 random bits, stored hashed, bound to person, purpose, address and the version of
 * their credential. Older links of the same purpose die.
 */
export async function insertLink(
  transaction: Db,
  user: { id: string },
  purpose: Purpose,
  email: string,
  lives: Milliseconds,
  { madeAt = Temporal.Now.instant(), madeBy = null, path = undefined }: LinkOptions = {},
): Promise<{ id: string; path: string; expiresAt: Temporal.Instant }> {
  await revokeLinks(transaction, user.id, [purpose]);
  const id = newId();
  const token = newToken();
  const expiresAt = madeAt.add({ milliseconds: lives });
  await transaction
    .insertInto('links')
    .values({
      id,
      user_id: user.id,
      purpose,
      email,
      token_hash: hashToken(token),
      credential_version: await readCredentialVersion(transaction, user.id),
      created_at: madeAt.toString(),
      expires_at: expiresAt.toString(),
      made_by: madeBy,
    })
    .execute();
  return { id, path: `${path ?? paths[purpose]}#${token}`, expiresAt };
}

export async function revokeLinks(transaction: Db, userId: string, purposes: Purpose[]): Promise<void> {
  await sql`
    update links set revoked_at = now()
    where user_id = ${userId} and purpose = any(${purposes}) and used_at is null and revoked_at is null`.execute(
    transaction,
  );
}

/** The link of a token that was neither used nor replaced, also when it has expired; its credential still fits. */
export async function findLink(db: Db, token: string, purposes: Purpose[]): Promise<FoundLink | undefined> {
  if (!isToken(token)) return undefined;
  const { rows } = await sql<FoundLink>`
    select l.id, l.user_id as "userId", l.purpose, l.email, l.created_at as "createdAt", l.expires_at <= now() as expired,
      l.made_by as "madeBy"
    from links l
    where l.token_hash = ${hashToken(token)} and l.purpose = any(${purposes})
      and l.used_at is null and l.revoked_at is null
      and l.credential_version = coalesce((select version from credentials c where c.user_id = l.user_id), 0)`.execute(
    db,
  );
  return rows[0];
}

/**
 * Uses a link: true for exactly one of all who try at the same time (compare-and-swap). Lock the row of its person
 * first, as everybody does who sets a password: so no other one can come in between.
 */
export async function takeLink(transaction: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    update links l set used_at = now()
    where id = ${id} and used_at is null and revoked_at is null and expires_at > now()
      and credential_version = coalesce((select version from credentials c where c.user_id = l.user_id), 0)
    returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Why a link of somebody who is still there is of no use any more; null where it never was one. */
export async function findWhyDead(db: Db, token: string): Promise<'used' | 'replaced' | null> {
  if (!isToken(token)) return null;
  const { rows } = await sql<{ used: boolean }>`
    select l.used_at is not null as used from links l join users u on u.id = l.user_id
    where l.token_hash = ${hashToken(token)} and u.standing <> 'ended' and (
      l.used_at is not null or l.revoked_at is not null
      or l.credential_version <> coalesce((select version from credentials c where c.user_id = l.user_id), 0)
    )`.execute(db);
  if (!rows[0]) return null;
  return rows[0].used ? 'used' : 'replaced';
}
