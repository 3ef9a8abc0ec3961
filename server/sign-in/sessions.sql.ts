import { sql } from 'kysely';
import type { SessionStep } from '../../contract/endpoint.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { newId } from '../lib/ids.ts';
import { hashToken, newToken } from '../lib/tokens.ts';
import { lastSettings, rememberSettings } from '../settings/read-settings.ts';
import { inOrder, type Rights } from './rights.sql.ts';

/** Where a try comes from, and which account it names: some bits of a digest of what was typed. */
export type Knock = { network: string | null; account: string };

/** Null for a session that is worth everything. */
export type NextStep = SessionStep | null;
export type Limits = { sessionIdleHours: number; sessionMaximumDays: number };

/** A session that begins: only the answer to its owner ever holds the token. */
export async function insertSession(
  transaction: Db,
  userId: string,
  nextStep: NextStep,
  origin: { address: string | null; device: string | null },
  deviceId: string | null = null,
): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  await transaction
    .insertInto('sessions')
    .values({
      id,
      user_id: userId,
      token_hash: hashToken(token),
      next_step: nextStep,
      address: origin.address,
      device: origin.device,
      device_id: deviceId,
    })
    .execute();
  return { id, token };
}

/**
 * A right password: clears the count, notes the sign-in, begins a session and writes it down, all in one statement,
 * because every one costs time on the road that everybody takes. `checked` is the version of the credential that was
 * compared: a session begins only while no lock and no other password came in between. The device is remembered: under
 * the answered token, unless it was known already.
 */
export async function beginSession(
  db: Db,
  begin: {
    userId: string;
    checked: number;
    mark: string;
    nextStep: NextStep;
    deviceId: string | null;
    knock: Knock;
    deeds: string;
  },
  origin: { address: string | null; device: string | null },
): Promise<{ verdict: 'right' | 'wrong' | 'locked'; token: string; deviceToken: string }> {
  const token = newToken();
  const deviceToken = newToken();
  const { rows } = await sql<{ verdict: 'right' | 'wrong' | 'locked' }>`
    select begin_session(
      ${begin.userId}::uuid, ${begin.checked}::int, ${begin.mark}::timestamptz, ${newId()}::uuid, ${hashToken(token)}::bytea,
      ${begin.nextStep}::text, ${origin.address}::text, ${origin.device}::text,
      ${begin.deviceId}::uuid, ${newId()}::uuid, ${hashToken(deviceToken)}::bytea,
      ${begin.knock.network}::text, ${begin.knock.account}::text, ${begin.deeds}::jsonb
    ) as verdict`.execute(db);
  return { verdict: rows[0]?.verdict ?? 'wrong', token, deviceToken };
}

/**
 * Goes on to another step under a new token, at a change of what the session is worth. The token for exactly one of all
 * who try at the same time; null when the session is gone or no longer at this step.
 */
export async function advanceSession(
  transaction: Db,
  session: { id: string; userId: string; step: NextStep | 'any'; deviceId?: string },
  next: NextStep,
): Promise<string | null> {
  const token = newToken();
  const { rows } = await sql`
    update sessions set token_hash = ${hashToken(token)}, next_step = ${next},
      device_id = coalesce(${session.deviceId ?? null}::uuid, device_id)
    where id = ${session.id}::uuid and user_id = ${session.userId}
      and (${session.step}::text = 'any' or next_step is not distinct from ${session.step}::text)
    returning 1`.execute(transaction);
  return rows.length > 0 ? token : null;
}

export type FoundSession = Rights & {
  id: string;
  userId: string;
  nextStep: NextStep;
  /** For longer than a minute. */
  unused: boolean;
  deviceId: string | null;
  provedAt: Temporal.Instant;
  language: Language;
};

/**
 * The session of a token, if it lives and its owner may come in today, with what they may: decided from the facts of this
 * moment (architecture §5.6), in one statement, because every request asks it.
 */
export async function findSession(db: Db, tokenHash: Uint8Array): Promise<FoundSession | null> {
  for (let known = lastSettings(); ; ) {
    const { timeZone, sessionIdleHours, sessionMaximumDays } = known.settings;
    const { rows } = await sql<{ found: StoredSession | { settings: string } | null }>`
      select find_session(
        ${known.text}::text, ${tokenHash}::bytea, ${today(timeZone).toString()}::date,
        ${sessionIdleHours}::int, ${sessionMaximumDays}::int
      ) as found`.execute(db);
    const found = rows[0]?.found ?? null;
    if (found === null) return null;
    if (!('settings' in found)) return inOrder({ ...found, provedAt: Temporal.Instant.from(found.provedAt) });
    known = rememberSettings(found.settings);
  }
}

type StoredSession = Omit<FoundSession, 'provedAt'> & { provedAt: string };

/** Who proved again who they are goes on under a new token; null when the session ended meanwhile. */
export async function renewSession(transaction: Db, userId: string, id: string): Promise<string | null> {
  const token = newToken();
  const { rows } = await sql`
    update sessions set token_hash = ${hashToken(token)}, proved_at = now()
    where id = ${id}::uuid and user_id = ${userId}::uuid
    returning 1`.execute(transaction);
  return rows.length > 0 ? token : null;
}

/** Notes that a session was used; at most once a minute, which is exact enough for an idle limit in hours. */
export async function updateLastUse(db: Db, id: string): Promise<void> {
  await sql`
    update sessions set last_used_at = now()
    where id = ${id} and last_used_at < now() - interval '1 minute'`.execute(db);
}

export async function deleteSession(db: Db, userId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends all sessions of a person, except perhaps one. Returns how many. */
export async function deleteSessions(
  transaction: Db,
  userId: string,
  except: string | null = null,
): Promise<number> {
  const result = await transaction
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .$if(except !== null, (query) => query.where('id', '<>', except as string))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

type ListedSession = {
  id: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  address: string | null;
  device: string | null;
};

export async function listSessionsOf(db: Db, userId: string, limits: Limits): Promise<ListedSession[]> {
  const { rows } = await sql<ListedSession>`
    select id, created_at, last_used_at, address, device,
      least(
        last_used_at + ${limits.sessionIdleHours} * interval '1 hour',
        created_at + ${limits.sessionMaximumDays} * interval '1 day'
      ) as expires_at
    from sessions
    where user_id = ${userId} and next_step is null
      and last_used_at > now() - ${limits.sessionIdleHours} * interval '1 hour'
      and created_at > now() - ${limits.sessionMaximumDays} * interval '1 day'
    order by last_used_at desc`.execute(db);
  return rows;
}
