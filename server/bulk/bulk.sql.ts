import { type Selectable, sql } from 'kysely';
import type { BulkAct, BulkOutcome, BulkRun, BulkState } from '../../contract/bulk.ts';
import type { Actor } from '../act/actor.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StoredRun = Selectable<Tables['bulk_runs']>;

/** Keeps a run with everybody whom it is meant for, in this order; somebody who is gone already is left out. */
export async function insertRun(
  transaction: Db,
  { madeBy, act, origin, users }: { madeBy: string; act: BulkAct; origin: Actor['origin']; users: string[] },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('bulk_runs')
    .values({ id, made_by: madeBy, act: JSON.stringify(act), origin: JSON.stringify(origin) })
    .execute();
  await sql`
    insert into bulk_people (run_id, position, user_id, number)
    select ${id}::uuid, t.n, u.id, u.number
    from unnest(${users}::uuid[]) with ordinality t (id, n) join users u on u.id = t.id`.execute(transaction);
  return id;
}

export async function findRun(db: Db, id: string, madeBy: string | null): Promise<StoredRun | undefined> {
  return db
    .selectFrom('bulk_runs')
    .selectAll()
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .executeTakeFirst();
}

export async function listRuns(db: Db, madeBy: string | null, limit: number): Promise<StoredRun[]> {
  return db
    .selectFrom('bulk_runs')
    .selectAll()
    .where('made_by', '=', madeBy)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
}

/** Runs in which there is something to do now, the oldest first. */
export async function listOpenRuns(db: Db): Promise<StoredRun[]> {
  return db
    .selectFrom('bulk_runs')
    .selectAll()
    .where('state', 'in', ['checking', 'running'])
    .orderBy('made_at')
    .execute();
}

/** Moves a run from one of these states to another; false when it was in none of them. */
export async function moveRun(db: Db, id: string, from: BulkState[], to: BulkState): Promise<boolean> {
  const { rows } = await sql`
    update bulk_runs set state = ${to},
      started_at = case when ${to} = 'running' then coalesce(started_at, now()) else started_at end,
      ended_at = case when ${to} in ('done', 'stopped') then now() end
    where id = ${id}::uuid and state = any(${from}::text[]) returning 1`.execute(db);
  return rows.length > 0;
}

type Counted = { counts: BulkRun['counts']; reasons: { code: string; count: number }[] };

/** How many people of a run came to what, and why not. */
export async function countOutcomes(db: Db, runId: string): Promise<Counted> {
  const { rows } = await sql<{ state: BulkOutcome; why: string | null; count: number }>`
    select state, why, count(*)::int as count from bulk_people
    where run_id = ${runId}::uuid group by state, why order by count desc, why`.execute(db);
  const counts = { waiting: 0, fits: 0, refused: 0, done: 0 };
  for (const { state, count } of rows) counts[state] += count;
  return {
    counts,
    reasons: rows.flatMap(({ why, count }) => (why === null ? [] : [{ code: why, count }])),
  };
}

/** The next people in this state. */
export async function listNext(
  db: Db,
  runId: string,
  state: BulkOutcome,
  limit: number,
): Promise<{ position: number; userId: string | null }[]> {
  return db
    .selectFrom('bulk_people')
    .select(['position', 'user_id as userId'])
    .where('run_id', '=', runId)
    .where('state', '=', state)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** Settles somebody whom it fits; false when another process has done so, or the run was stopped meanwhile. */
export async function settle(
  db: Db,
  runId: string,
  position: number,
  to: 'done' | 'refused',
  why: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    update bulk_people p set state = ${to}, why = ${why}
    where p.run_id = ${runId}::uuid and p.position = ${position} and p.state = 'fits'
      and exists (select from bulk_runs r where r.id = p.run_id and r.state = 'running')
    returning 1`.execute(db);
  return rows.length > 0;
}

export type CheckedPerson = { position: number; state: BulkOutcome; why: string | null };

/** Writes down for whom it can be done, of people who had not been looked at. */
export async function writeChecked(db: Db, runId: string, checked: CheckedPerson[]): Promise<void> {
  await sql`
    update bulk_people p set state = c.state, why = c.why
    from json_to_recordset(${JSON.stringify(checked)}::json) c (position int, state text, why text)
    where p.run_id = ${runId}::uuid and p.position = c.position and p.state = 'waiting'`.execute(db);
}

/** Forgets runs that nobody has looked at for a month. */
export async function deleteOldRuns(db: Db): Promise<void> {
  await sql`delete from bulk_runs where made_at < now() - interval '30 days' and state not in ('checking', 'running')`.execute(
    db,
  );
}
