import { sql } from 'kysely';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StoredPasskey = {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  backedUp: boolean;
  name: string;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant | null;
};

export type MadePasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'
>;

const columns = sql`id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", counter,
  transports, is_backed_up as "backedUp", name, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** The passkeys of somebody, in the order in which they were made. */
export async function listPasskeys(db: Db, userId: string): Promise<StoredPasskey[]> {
  const { rows } = await sql<StoredPasskey>`
    select ${columns} from passkeys where user_id = ${userId} order by created_at, id`.execute(db);
  return rows;
}

export async function findPasskey(db: Db, credentialId: string): Promise<StoredPasskey | undefined> {
  const { rows } = await sql<StoredPasskey>`
    select ${columns} from passkeys where credential_id = ${credentialId}`.execute(db);
  return rows[0];
}

/** Adds a passkey; refuses one that is here already. */
export async function insertPasskey(
  transaction: Db,
  userId: string,
  name: string,
  made: MadePasskey,
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('passkeys')
    .values({
      id,
      user_id: userId,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      counter: made.counter,
      transports: made.transports,
      is_backed_up: made.backedUp,
      name,
      last_used_at: null,
    })
    .execute()
    .catch(refuseKnown);
  return id;
}

function refuseKnown(error: unknown): never {
  const known = error instanceof Error && 'constraint' in error && error.constraint === 'passkeys_credential';
  throw known ? new Refused('passkeys.known') : error;
}

/**
 * Notes a use: false where the device counts and did not count on, for then somebody has copied it (WebAuthn §6.1.1),
 * or the same answer was sent twice. Devices that do not count always say 0.
 */
export async function takeUse(
  transaction: Db,
  id: string,
  use: { counter: number; backedUp: boolean },
): Promise<boolean> {
  const { rows } = await sql`
    update passkeys set counter = ${use.counter}::bigint, is_backed_up = ${use.backedUp}, last_used_at = now()
    where id = ${id} and (counter < ${use.counter}::bigint or (counter = 0 and ${use.counter}::bigint = 0))
    returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Gives a passkey another name; answers the one it had, null when it is not there. */
export async function updateName(
  transaction: Db,
  userId: string,
  id: string,
  name: string,
): Promise<string | null> {
  const { rows } = await sql<{ before: string }>`
    update passkeys p set name = ${name} from passkeys old
    where p.id = ${id} and p.user_id = ${userId} and old.id = p.id
    returning old.name as before`.execute(transaction);
  return rows[0]?.before ?? null;
}

/** Removes a passkey of this person; answers its name, null when it is not there. */
export async function deletePasskey(transaction: Db, userId: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    delete from passkeys where id = ${id} and user_id = ${userId} returning name`.execute(transaction);
  return rows[0]?.name ?? null;
}

export async function deletePasskeys(transaction: Db, userId: string): Promise<void> {
  await transaction.deleteFrom('passkeys').where('user_id', '=', userId).execute();
}
