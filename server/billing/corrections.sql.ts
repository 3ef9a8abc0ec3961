import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../db/transact.ts';

export type StoredCorrection = {
  seq: number;
  month: string;
  at: Temporal.Instant;
  people: number;
  user_id: string | null;
  first_name: string;
  infix: string | null;
  last_name: string;
};

/** Whose corrections: a condition on people called `u`, or null for all, also of people who were deleted since. */
type Visible = RawBuilder<SqlBool> | null;

function wanted(visible: Visible, month: string | undefined): RawBuilder<SqlBool> {
  return sql`(${visible ?? sql`true`} and ${month === undefined ? sql`true` : sql`c.month = ${`${month}-01`}::date`})`;
}

/** Newest first. */
export async function listStoredCorrections(
  db: Db,
  visible: Visible,
  month: string | undefined,
  before: number | null,
  limit: number,
): Promise<StoredCorrection[]> {
  const { rows } = await sql<StoredCorrection>`
    select c.seq, to_char(c.month, 'YYYY-MM') as month, c.at, c.people, c.user_id, u.first_name, u.infix, u.last_name
    from billing_corrections c left join users u on u.id = c.user_id
    where ${wanted(visible, month)} and ${before === null ? sql`true` : sql`c.seq < ${before}`}
    order by c.seq desc limit ${limit}`.execute(db);
  return rows;
}

export async function countStoredCorrections(
  db: Db,
  visible: Visible,
  month: string | undefined,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from billing_corrections c left join users u on u.id = c.user_id
    where ${wanted(visible, month)}`.execute(db);
  return rows[0]?.count ?? 0;
}
