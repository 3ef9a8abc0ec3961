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
  const [username = base] = await chooseUsernames(db, [email]);
  return username;
}

export async function nextUserNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('user_numbers') as number`.execute(db);
  return rows[0]?.number as number;
}

// A suffix may cut a longer name short.
const keptBySuffix = 56;

/** Between which texts (collation C) the names with a suffix lie: `jan-` and `jan.`. */
function suffixedFrom(base: string): [from: string, until: string] {
  const stem = base.slice(0, keptBySuffix);
  return stem === base ? [`${base}-`, `${base}.`] : [stem, `${stem}~`];
}

/** Usernames for many at once, in their order: none is given twice. */
export async function chooseUsernames(db: Db, emails: string[]): Promise<string[]> {
  const bases = emails.map(usernameFrom);
  const ranges = [...new Set(bases)].map(suffixedFrom);
  const { rows } = await sql<{ username_key: string }>`
    select u.username_key from unnest(${bases}::text[]) base join users u on u.username_key = base
    union all
    select u.username_key
    from unnest(${ranges.map(([from]) => from)}::text[], ${ranges.map(([, until]) => until)}::text[]) as r (low, high)
    join users u on u.username_key >= r.low and u.username_key < r.high`.execute(db);
  const taken = new Set(rows.map((row) => row.username_key));
  const next = new Map<string, number>();
  return bases.map((base) => {
    let n = next.get(base) ?? 1;
    while (taken.has(nthUsername(base, n))) n += 1;
    taken.add(nthUsername(base, n));
    next.set(base, n + 1);
    return nthUsername(base, n);
  });
}

/** The next `count` user numbers, lowest first. */
export async function nextUserNumbers(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval('user_numbers') as number from generate_series(1, ${count})`.execute(db);
  return rows.map((row) => row.number).sort((a, b) => a - b);
}
