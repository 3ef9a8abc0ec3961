import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/**
 * How many wrong passwords somebody has had, and how many checks are under way: one row per person for strangers, and
 * one for each device that is known. They are changed in single statements that commit by themselves. So the count
 * holds over any number of processes, and survives whatever happens to the request afterwards.
 */
export type Counted = { userId: string; deviceId: string | null };

const rowOf = ({ userId, deviceId }: Counted) =>
  sql`user_id = ${userId}::uuid and device_id is not distinct from ${deviceId}::uuid`;

/**
 * Takes a place for one check of a password: the mark to give it back with, or null when the wrong ones and the
 * checks under way already make up the limit, while a delay lasts, or when the account is locked.
 */
export async function takePlace(db: Db, counted: Counted, limit: number): Promise<string | null> {
  const { rows } = await sql<{ mark: string | null }>`
    select take_place(${counted.userId}::uuid, ${counted.deviceId}::uuid, ${limit}::int)::text as mark`
    .execute(db)
    .catch(whenErased({ rows: [] }));
  return rows[0]?.mark ?? null;
}

/** Somebody can be erased at the moment in which their password is tried: then they are simply unknown. */
export function whenErased<T>(instead: T): (error: unknown) => T {
  return (error) => {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : '';
    if (constraint !== 'sign_in_counts_user_id_fkey' && constraint !== 'sign_in_counts_device') throw error;
    return instead;
  };
}

const without = (mark: string) => sql`
  checking[:array_position(checking, ${mark}::timestamptz) - 1] ||
  checking[array_position(checking, ${mark}::timestamptz) + 1:]`;

/** Gives a place back without counting anything: the check did not take place, or says nothing about guessing. */
export async function givePlaceBack(db: Db, counted: Counted, mark: string): Promise<void> {
  await sql`
    update sign_in_counts set checking = ${without(mark)}
    where ${rowOf(counted)} and array_position(checking, ${mark}::timestamptz) is not null`.execute(db);
}

/**
 * Gives a place back and counts a wrong secret, unless the very same one was counted before. Returns how many that makes;
 * null, with nothing changed, for somebody who is gone and where it would be as many as `below`.
 */
export async function countWrong(
  db: Db,
  { userId, deviceId }: Counted,
  mark: string,
  fingerprint: string,
  below: number | null,
): Promise<number | null> {
  const { rows } = await sql<{ counted: number | null }>`
    select count_wrong(
      ${userId}::uuid, ${deviceId}::uuid, ${mark}::timestamptz, ${fingerprint}::text, ${below}::int
    ) as counted`.execute(db);
  return rows[0]?.counted ?? null;
}

/** A refusal that counts nothing writes as much as one that does: else the time it takes would tell them apart. */
export async function noteRefusal(db: Db): Promise<void> {
  await sql`select note_refusal()`.execute(db);
}

/** The right password: nothing wrong stands against this person any more; false when a lock came in between. */
export async function clearWrong(db: Db, counted: Counted, mark: string): Promise<boolean> {
  const { rows } = await sql<{ cleared: boolean }>`
    select clear_wrong(${counted.userId}::uuid, ${counted.deviceId}::uuid, ${mark}::timestamptz) as cleared`.execute(
    db,
  );
  return rows[0]?.cleared ?? false;
}

/** Begins anew, with nothing counted: after unlocking. */
export async function deleteCounts(transaction: Db, userId: string): Promise<void> {
  await transaction.deleteFrom('sign_in_counts').where('user_id', '=', userId).execute();
}

/** Instead of locking the last administrator: no check for 1, 2, 4 … at most 60 minutes. Returns until when. */
export async function delayInstead(transaction: Db, counted: Counted): Promise<Temporal.Instant> {
  const { rows } = await sql<{ until: Temporal.Instant }>`
    update sign_in_counts set
      wrong = '{}', delays = delays + 1,
      delayed_until = clock_timestamp() + least(60, power(2, least(delays, 10))) * interval '1 minute'
    where ${rowOf(counted)}
    returning delayed_until as until`.execute(transaction);
  return rows[0]?.until as Temporal.Instant;
}

/** Notes that this count locked the account, so that other known devices may go on. */
export async function markLocking(transaction: Db, counted: Counted): Promise<void> {
  await sql`update sign_in_counts set locks = true where ${rowOf(counted)}`.execute(transaction);
}

/** True when waiting for a place is of no use: locked, delayed, or gone. Otherwise only checks under way are in the way. */
export async function isRefusedPlace(db: Db, counted: Counted, limit: number): Promise<boolean> {
  const { rows } = await sql<{ refused: boolean }>`
    select is_locked_for(user_id, device_id) or cardinality(wrong) >= ${limit}
      or coalesce(delayed_until > clock_timestamp(), false) as refused
    from sign_in_counts where ${rowOf(counted)}`.execute(db);
  return rows[0]?.refused ?? true;
}

/**
 * Allows a few checks of a locked account, so that somebody who types the right password can be told why they cannot come
 * in: three, and one more for every ten minutes that the lock lasts.
 */
export async function takeCheckAfterLock(
  db: Db,
  { userId, deviceId }: Counted,
  lockedAt: string,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select take_check_after_lock(${userId}::uuid, ${deviceId}::uuid, ${lockedAt}::timestamptz) as taken`.execute(
    db,
  );
  return rows[0]?.taken ?? false;
}
