import { sql } from 'kysely';
import { deviceChange, sessionChange } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';
import { hashToken, isToken, newToken } from '../lib/tokens.ts';

/** A device that somebody signed in on; `token` where it was not known before: its browser keeps that. */
export type Remembered = { deviceId: string; token: string | null };

/** The device of this person among those whose tokens a browser holds. */
export async function findDevice(db: Db, userId: string, tokens: readonly string[]): Promise<string | null> {
  const hashes = tokens.filter(isToken).map(hashToken);
  if (hashes.length === 0) return null;
  const { rows } = await sql<{ id: string }>`
    select id from known_devices
    where user_id = ${userId} and token_hash = any(${hashes}) and last_used_at > now() - interval '1 year'
    limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Makes the device known that somebody has now fully signed in on, or notes that a known one was used. */
export async function rememberDevice(
  transaction: Db,
  userId: string,
  known: string | null,
): Promise<Remembered> {
  const fresh = newId();
  const token = newToken();
  const { rows } = await sql<{ id: string }>`
    select remember_device(${userId}::uuid, ${known}::uuid, ${fresh}::uuid, ${hashToken(token)}::bytea) as id`.execute(
    transaction,
  );
  const deviceId = rows[0]?.id ?? fresh;
  return { deviceId, token: deviceId === known ? null : token };
}

/** The known device that a session of this person is on. */
export async function findDeviceOf(db: Db, userId: string, sessionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('device_id')
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.device_id ?? null;
}

/**
 * Makes devices of this person strangers: those that `which` names, or all but one. A lock that one of them brought about
 * is from then on a lock for strangers, so that it keeps out no other known device.
 */
export async function forgetDevices(
  transaction: Db,
  userId: string,
  which: { only: string } | { except: string | null },
): Promise<void> {
  const chosen =
    'only' in which ? sql`id = ${which.only}::uuid` : sql`id is distinct from ${which.except}::uuid`;
  const mine = sql`select id from known_devices where user_id = ${userId}::uuid and ${chosen}`;
  await sql`
    insert into sign_in_counts (user_id, device_id, locks)
    select ${userId}::uuid, null, true
    where exists (select 1 from sign_in_counts where user_id = ${userId}::uuid and locks and device_id in (${mine}))
    on conflict on constraint sign_in_counts_one do update set locks = true`.execute(transaction);
  await sql`delete from known_devices where id in (${mine})`.execute(transaction);
}

/** Whether somebody is kept out on this device: by a lock for everybody, or by one that this device brought about. */
export async function isLockedFor(db: Db, userId: string, deviceId: string | null): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean | null }>`
    select is_locked_for(${userId}::uuid, ${deviceId}::uuid) as locked`.execute(db);
  return rows[0]?.locked ?? true;
}

/** What the door keeps in the browser: the token of the session, and the one to know a new device by. */
export function keepInBrowser({ deviceTokens }: Actor, token: string, deviceToken: string | null) {
  if (deviceToken === null) return { [sessionChange]: token };
  return { [sessionChange]: token, [deviceChange]: [...deviceTokens, deviceToken] };
}
