import { sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { usernameKey } from '../users/users.sql.ts';
import { whenErased } from './counts.sql.ts';
import type { Credential } from './credentials.sql.ts';
import type { Source } from './describe-session.ts';

/** Somebody who tries to sign in, with everything that decides whether they may and what their session can do. */
export type Candidate = {
  user: {
    id: string;
    first_name: string;
    infix: string | null;
    last_name: string;
    email: string;
    language: Language;
    time_zone: string;
    is_admin: boolean;
    locked_at: string | null;
  };
  /** Activated, and a staff membership covers the day. */
  mayComeIn: boolean;
  credential: Credential | null;
  /** What they may by their roles, with the organisation where it is a role in one. */
  sources: Source[];
  /** The place in which their password may be checked; null where none is free, or they may not come in anyway. */
  mark: string | null;
};

/**
 * By e-mail address or username (which never holds an `@`), with a place taken where one is free: all in one
 * statement, because this road must be short.
 */
export async function openSignIn(
  db: Db,
  identifier: string,
  day: string,
  lockAfter: number,
): Promise<Candidate | null> {
  const isEmail = identifier.includes('@');
  const key = isEmail ? emailKey(identifier) : usernameKey(identifier);
  const { rows } = await sql<{ candidate: Candidate | null }>`
    select open_sign_in(${key}::text, ${isEmail}::boolean, ${day}::date, ${lockAfter}::int) as candidate`
    .execute(db)
    .catch(whenErased({ rows: [] }));
  return rows[0]?.candidate ?? null;
}
