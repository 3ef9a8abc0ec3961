import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Digested, Head } from './chain.ts';

/** Waits until no other transaction is writing entries, and keeps the others out until the commit. */
export async function lockHead(transaction: Db): Promise<Head> {
  return transaction.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

export async function moveHead(transaction: Db, head: Head): Promise<void> {
  await transaction.updateTable('audit_head').set({ seq: head.seq, hash: head.hash }).execute();
}

// PostgreSQL takes at most 65,535 parameters in a statement.
const rowsAtOnce = 2000;

export async function insertDeeds(transaction: Db, deeds: Digested[]): Promise<void> {
  for (let start = 0; start < deeds.length; start += rowsAtOnce) {
    const some = deeds.slice(start, start + rowsAtOnce);
    await transaction
      .insertInto('audit_log')
      .values(
        some.map((deed) => ({
          seq: deed.seq,
          at: deed.at,
          action: deed.action,
          actor_kind: deed.actorKind,
          actor_id: deed.actorId,
          target_kind: deed.targetKind,
          target_id: deed.targetId,
          changes_digest: deed.changes.digest,
          origin_digest: deed.origin.digest,
          previous: deed.previous,
          hash: deed.hash,
        })),
      )
      .execute();
    await transaction
      .insertInto('audit_parts')
      .values(
        some.flatMap(({ seq, changes, origin }) =>
          [changes, origin].map(({ part, about, salt, data }) => ({ seq, part, about, salt, data })),
        ),
      )
      .execute();
  }
}

/** Erases what entries hold about somebody; the digests stay, so the chain still fits. */
export async function eraseParts(transaction: Db, about: string): Promise<void> {
  await transaction.deleteFrom('audit_parts').where('about', '=', about).execute();
}

export type StoredDeed = {
  seq: number;
  at: Temporal.Instant;
  action: string;
  actor_kind: string;
  actor_id: string | null;
  target_kind: string;
  target_id: string | null;
  changes_digest: Uint8Array;
  origin_digest: Uint8Array;
  previous: Uint8Array;
  hash: Uint8Array;
  changes_salt: Uint8Array | null;
  changes: unknown;
  origin_salt: Uint8Array | null;
  origin: unknown;
};

/** A run of the chain in order, with its parts where they were not erased. */
export async function readChain(db: Db, after: number, limit: number): Promise<StoredDeed[]> {
  const { rows } = await sql<StoredDeed>`
    select l.*, c.salt as changes_salt, c.data as changes, o.salt as origin_salt, o.data as origin
    from audit_log l
    left join audit_parts c on c.seq = l.seq and c.part = 'changes'
    left join audit_parts o on o.seq = l.seq and o.part = 'origin'
    where l.seq > ${after}
    order by l.seq
    limit ${limit}`.execute(db);
  return rows;
}
