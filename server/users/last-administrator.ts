import { sql } from 'kysely';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';

/** Refuses when nobody but this person could sign in as administrator. Call `lockAdministrators` first. */
export async function assertOtherAdministrator(transaction: Db, userId: string, day: string): Promise<void> {
  if (!(await isOtherAdministrator(transaction, userId, day))) throw new Refused('users.last-administrator');
}

/**
 * Makes everybody else wait who is about to end, demote or lock an administrator: of two who remove each other the
 * second then sees what the first did. One lock for all of them, before the row of anybody: the rows of all
 * administrators would be locked in an order that changes with who is one, and people would wait in a circle.
 */
export async function lockAdministrators(transaction: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(transaction);
}

/**
 * True when somebody else has admin access, is activated, not locked, has a password, and belongs to the
 * organisation from this day on without an end. One who leaves on a known day does not count: at midnight after
 * it nobody would be left; nor does one of the demo, who goes with it.
 */
export async function isOtherAdministrator(db: Db, userId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from users u
      where u.is_admin and not u.is_demo and u.id <> ${userId} and u.activated_at is not null and u.locked_at is null
        and exists (select 1 from credentials c where c.user_id = u.id)
        and exists (
          select 1 from staff_memberships m
          where m.user_id = u.id and m.starts_on <= ${day}::date and m.leaves_on is null
        )
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
