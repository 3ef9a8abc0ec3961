import type { PgBoss } from 'pg-boss';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { findBoss } from './find-boss.ts';

/**
 * Leaves a job in the running transaction: it exists when that commits and never when it rolls back. While jobs
 * are still starting, a transaction is refused with `server.busy` instead of kept waiting (the embedded database
 * has one connection, which the start needs); outside one this waits.
 */
export async function leaveJob(
  db: Db,
  queue: string,
  data: object,
  options: { startAfter?: Temporal.Instant } = {},
): Promise<void> {
  const boss = await bossFor(db);
  const startAfter = options.startAfter?.toString();
  await boss.send(queue, data, { ...(await within(db)), ...(startAfter && { startAfter }) });
}

async function bossFor(db: Db): Promise<PgBoss> {
  const found = findBoss(db);
  if (!found) throw new Error('No jobs were started on this database: call startJobs first.');
  if (found.boss) return found.boss;
  if (db.isTransaction) throw new Refused('server.busy');
  return found.ready;
}

/** In the running transaction. Whoever has a boss has loaded its package: nothing is waited for. */
async function within(db: Db) {
  const { fromKysely } = await import('pg-boss');
  return { db: fromKysely(db) };
}

const nudged = new WeakMap<Db, Set<string>>();

/**
 * Asks a `nudged` job to look as soon as the running transaction has committed; once per transaction is enough.
 * Where jobs have not started nothing is left, because such a job looks by itself when they do.
 */
export async function nudge(db: Db, queue: string): Promise<void> {
  const boss = findBoss(db)?.boss;
  if (!boss || alreadyNudged(db, queue)) return;
  await boss.send(queue, {}, await within(db));
}

function alreadyNudged(db: Db, queue: string): boolean {
  if (!db.isTransaction) return false;
  const queues = nudged.get(db) ?? new Set();
  nudged.set(db, queues);
  return queues.size === queues.add(queue).size;
}
