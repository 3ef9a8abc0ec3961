import { sql } from 'kysely';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { isReservedUsername, isUsername, nthUsername, usernameFrom } from '../lib/usernames.ts';

/** Refuses, at its field, what nobody may be called. */
export function assertUsername(username: string): void {
  const code = !isUsername(username) ? 'username' : isReservedUsername(username) ? 'username-reserved' : null;
  if (code) throw new Refused('request.invalid', { fields: [{ field: 'username', code: `fields.${code}` }] });
}

/**
 * The username that the address suggests, with the smallest free suffix. Two at the same moment can get the same:
 * the constraint then refuses the second, and whoever inserts tries again, from then on one `afterAnother`.
 */
export async function chooseUsername(db: Db, email: string, afterAnother = false): Promise<string> {
  const base = usernameFrom(email);
  if (afterAnother) await sql`select pg_advisory_xact_lock(hashtextextended(${base}, 0))`.execute(db);
  const { rows } = await sql<{ username_key: string }>`
    select username_key from users
    where username_key = ${base} or username_key like ${`${base.slice(0, 56).replace(/[\\%_]/g, '\\$&')}%`}`.execute(
    db,
  );
  const taken = new Set(rows.map((row) => row.username_key));
  let n = 1;
  while (taken.has(nthUsername(base, n))) n += 1;
  return nthUsername(base, n);
}

export async function nextUserNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('user_numbers') as number`.execute(db);
  return rows[0]?.number as number;
}

/** Usernames for many at once, in their order: none is given twice. */
export async function chooseUsernames(db: Db, emails: string[]): Promise<string[]> {
  const bases = emails.map(usernameFrom);
  const patterns = bases.map((base) => `${base.slice(0, 56).replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ username_key: string }>`
    select username_key from users where username_key like any(${patterns})`.execute(db);
  const taken = new Set(rows.map((row) => row.username_key));
  return bases.map((base) => {
    let n = 1;
    while (taken.has(nthUsername(base, n))) n += 1;
    taken.add(nthUsername(base, n));
    return nthUsername(base, n);
  });
}

/** The next `count` user numbers, lowest first. */
export async function nextUserNumbers(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval('user_numbers') as number from generate_series(1, ${count})`.execute(db);
  return rows.map((row) => row.number).sort((a, b) => a - b);
}
