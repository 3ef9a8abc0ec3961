import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

export type StoredApp = {
  secret: Uint8Array | null;
  pendingSecret: Uint8Array | null;
  setUpAt: Temporal.Instant | null;
  lastUsedAt: Temporal.Instant | null;
  lastStep: number;
};

/** The authenticator app of somebody: one that counts, one that is being set up since half an hour at most, or both. */
export async function findApp(db: Db, userId: string): Promise<StoredApp | undefined> {
  const { rows } = await sql<StoredApp>`
    select secret, set_up_at as "setUpAt", last_used_at as "lastUsedAt", last_step as "lastStep",
      case when pending_since > now() - interval '30 minutes' then pending_secret end as "pendingSecret"
    from authenticator_apps where user_id = ${userId}`.execute(db);
  return rows[0];
}

/** Keeps the secret of an app that is being set up; one that counts stays until then. */
export async function putPendingSecret(db: Db, userId: string, sealed: Uint8Array): Promise<void> {
  await sql`
    insert into authenticator_apps (user_id, pending_secret, pending_since) values (${userId}, ${sealed}, now())
    on conflict (user_id) do update set pending_secret = excluded.pending_secret, pending_since = now()`.execute(
    db,
  );
}

/** Makes the app count that was being set up; false when it was begun anew meanwhile. The step that was shown is used. */
export async function confirmPending(
  transaction: Db,
  userId: string,
  sealed: Uint8Array,
  step: number,
): Promise<boolean> {
  const { rows } = await sql`
    update authenticator_apps
    set secret = pending_secret, pending_secret = null, pending_since = null, set_up_at = now(), last_used_at = null,
      last_step = ${step}::bigint
    where user_id = ${userId} and pending_secret = ${sealed}
    returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Uses up a step: true for exactly one of all who give its code (compare-and-swap). */
export async function takeStep(transaction: Db, userId: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    update authenticator_apps set last_step = ${step}::bigint, last_used_at = now()
    where user_id = ${userId} and secret is not null and last_step < ${step}::bigint
    returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Removes the app; false when there was none that counted. */
export async function deleteApp(transaction: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from authenticator_apps where user_id = ${userId} returning secret is not null as counted`.execute(
    transaction,
  );
  return rows.some((row) => (row as { counted: boolean }).counted);
}
