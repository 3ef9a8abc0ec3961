import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/** Adds entries, described by `describeDeeds`, to the end of the chain. */
export async function appendDeeds(transaction: Db, deeds: string): Promise<void> {
  await sql`select append_deeds(${deeds}::jsonb)`.execute(transaction);
}

/** Erases what entries hold about these people; the digests stay, so the chain still fits. */
export async function eraseParts(transaction: Db, about: readonly string[]): Promise<void> {
  await sql`delete from audit_parts where about = any(${about}::uuid[])`.execute(transaction);
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
  /** A part is gone that is about nobody, or about somebody who was never erased. */
  robbed: boolean;
};

/** The end of the chain as the head tells it, and the newest line that there is. */
export async function readEnd(db: Db): Promise<{ seq: number; hash: Uint8Array; last: number }> {
  const { rows } = await sql<{ seq: number; hash: Uint8Array; last: number }>`
    select seq, hash, coalesce((select max(seq) from audit_log), 0) as last from audit_head`.execute(db);
  return rows[0] ?? { seq: 0, hash: new Uint8Array(32), last: 0 };
}

/** A run of the chain in order, with its parts where they were not erased. */
export async function readChain(db: Db, after: number, limit: number): Promise<StoredDeed[]> {
  const { rows } = await sql<StoredDeed>`
    select l.*, c.salt as changes_salt, c.data as changes, o.salt as origin_salt, o.data as origin,
      (c.seq is null and case l.target_kind
        when 'user' then exists (select 1 from users u where u.id = l.target_id::uuid)
        when 'mail' then exists (select 1 from mails m where m.id = l.target_id::uuid)
        else true
      end) or (o.seq is null and (l.actor_id is null or exists (select 1 from users u where u.id = l.actor_id)))
        as robbed
    from audit_log l
    left join audit_parts c on c.seq = l.seq and c.part = 'changes'
    left join audit_parts o on o.seq = l.seq and o.part = 'origin'
    where l.seq > ${after}
    order by l.seq
    limit ${limit}`.execute(db);
  return rows;
}
