import { sql } from 'kysely';
import { mostReadsAnHour } from '../../contract/calendars.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { comesInAtOnceOn } from '../sign-in/rights.sql.ts';

export type LinkRow = { created_at: Temporal.Instant; last_used_at: Temporal.Instant | null };

export async function findLink(db: Db, userId: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('calendar_links')
    .select(['created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Puts this link in the place of an older one. */
export async function putLink(transaction: Db, userId: string, hash: Uint8Array): Promise<LinkRow> {
  const { rows } = await sql<LinkRow>`
    insert into calendar_links (user_id, token_hash) values (${userId}::uuid, ${hash})
    on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = now(),
      last_used_at = null, reads = 0, reads_since = now()
    returning created_at, last_used_at`.execute(transaction);
  return rows[0] as LinkRow;
}

/** False where there is none. */
export async function deleteLink(transaction: Db, userId: string): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom('calendar_links')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export type Reader = { id: string; language: Language };

/** Whose link this is, if they may come in on this day and have nothing to do first: the rule for API tokens. */
export async function findReader(db: Db, hash: Uint8Array, day: string): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select u.id, u.language from calendar_links l join users u on u.id = l.user_id
    where l.token_hash = ${hash} and ${comesInAtOnceOn(day)}`.execute(db);
  return rows[0];
}

/** Notes that a link was read; false, and nothing is noted, once it was read too often in this hour. */
export async function countRead(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`
    update calendar_links set last_used_at = now(),
      reads = case when reads_since < now() - interval '1 hour' then 1 else reads + 1 end,
      reads_since = case when reads_since < now() - interval '1 hour' then now() else reads_since end
    where user_id = ${userId}::uuid
      and (reads < ${mostReadsAnHour} or reads_since < now() - interval '1 hour')
    returning 1`.execute(db);
  return rows.length > 0;
}
