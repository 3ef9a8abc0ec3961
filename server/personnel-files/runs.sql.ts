import { type Insertable, sql, type Updateable } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import type { Milliseconds } from '../lib/days.ts';
import type { StoredRun } from './stored-file.ts';

const open = ['fetching', 'checking', 'running'] as const;

/** Begins a run; false where one is under way or waits for somebody. */
export async function insertRun(
  transaction: Db,
  run: Insertable<Tables['personnel_file_runs']>,
): Promise<boolean> {
  const result = await transaction
    .insertInto('personnel_file_runs')
    .values(run)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findRun(db: Db, id: string): Promise<StoredRun | undefined> {
  return db.selectFrom('personnel_file_runs').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockRun(transaction: Db, id: string): Promise<StoredRun | undefined> {
  return transaction
    .selectFrom('personnel_file_runs')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function listRuns(
  db: Db,
  fileId: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<StoredRun[]> {
  const { rows } = await sql<StoredRun>`
    select * from personnel_file_runs r
    where r.file_id = ${fileId}::uuid and ${
      after === null ? sql`true` : sql`(r.created_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    }
    order by r.created_at desc, r.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** The newest run of each of these files that has one. */
export async function listLastRuns(db: Db, fileIds: string[]): Promise<StoredRun[]> {
  if (fileIds.length === 0) return [];
  const { rows } = await sql<StoredRun>`
    select distinct on (file_id) * from personnel_file_runs
    where file_id = any(${fileIds}::uuid[])
    order by file_id, created_at desc, id desc`.execute(db);
  return rows;
}

export async function countRuns(db: Db, fileId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from personnel_file_runs where file_id = ${fileId}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function isRunOpen(db: Db, fileId: string): Promise<boolean> {
  const row = await db
    .selectFrom('personnel_file_runs')
    .select('id')
    .where('file_id', '=', fileId)
    .where('state', 'in', open)
    .executeTakeFirst();
  return row !== undefined;
}

export type RunChange = Updateable<Omit<Tables['personnel_file_runs'], 'id' | 'version'>>;

export async function updateRun(transaction: Db, id: string, change: RunChange): Promise<void> {
  await transaction
    .updateTable('personnel_file_runs')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Takes the open run that nobody works on, or that this worker has; of several the one that has waited longest. Whoever
 * dies loses it when the lease ends.
 */
export async function claimRun(db: Db, worker: string, lease: Milliseconds): Promise<StoredRun | undefined> {
  const { rows } = await sql<StoredRun>`
    update personnel_file_runs set leased_by = ${worker}::uuid,
      leased_until = clock_timestamp() + ${lease} * interval '1 millisecond'
    where id = (
      select id from personnel_file_runs
      where state = any(${[...open]}) and (leased_until < clock_timestamp() or leased_by = ${worker}::uuid)
      order by leased_until, id
      limit 1
      for update skip locked
    )
    returning *`.execute(db);
  return rows[0];
}

/** Keeps what this worker has for so long again; false when it was taken over. */
export async function renewLease(db: Db, id: string, worker: string, lease: Milliseconds): Promise<boolean> {
  const result = await sql`
    update personnel_file_runs set leased_until = clock_timestamp() + ${lease} * interval '1 millisecond'
    where id = ${id}::uuid and leased_by = ${worker}::uuid`.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function isAnyRunOpen(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from personnel_file_runs where state = any(${[...open]}) limit 1`.execute(db);
  return rows.length > 0;
}

/** Lets go of what this worker has, so that whoever comes next need not wait. */
export async function releaseRuns(db: Db, worker: string): Promise<void> {
  await sql`
    update personnel_file_runs set leased_until = '-infinity' where leased_by = ${worker}::uuid`.execute(db);
}

/** Throws away what nobody decided about for so long that its file says nothing any more. */
export async function discardOldRuns(db: Db, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable('personnel_file_runs')
    .set({ state: 'discarded', done_at: new Date().toISOString() })
    .where('state', '=', 'waiting')
    .where('created_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`)
    .execute();
}
