import { setTimeout as pause } from 'node:timers/promises';
import type { ConstructorOptions, PgBoss } from 'pg-boss';
import type { Database } from '../db/connect.ts';
import { type Milliseconds, minutes, seconds } from '../lib/days.ts';
import { dropBoss, keepBoss } from './find-boss.ts';
import type { Job, JobLog } from './job.ts';
import { prepareQueues } from './prepare-queues.ts';
import { withoutRepeats } from './quiet-log.ts';
import { workOn } from './work-on.ts';

export type StartOptions = {
  /** False for a process that only leaves jobs, such as a command. */
  work: boolean;
  /** Every kind of job that there is: who only leaves them needs their queues as well. */
  jobs: readonly Job[];
  log?: JobLog;
  /** Begins so much later: preparing the queues keeps an embedded database to itself for a while. */
  after?: Milliseconds;
};

const silent: JobLog = { error: () => undefined, warn: () => undefined };

/**
 * Starts leaving and doing jobs on this database; `leaveJob` works from when this resolves. Rejects when the
 * database cannot be reached. `stop` lets what is running end for ten seconds; what has not is done again later.
 */
export async function startJobs(
  database: Database,
  { work, jobs, log = silent, after = seconds(0) }: StartOptions,
): Promise<{ stop(): Promise<void> }> {
  const quiet = withoutRepeats(log, minutes(1));
  const ready = makeBoss(database, work, after).then((boss) => {
    boss.on('error', (error) => quiet.error({ err: error }, 'jobs: the queue failed'));
    boss.on('warning', ({ message, data }) => quiet.warn({ data }, `jobs: ${message}`));
    return begin(boss, database, jobs, work, log);
  });
  keepBoss(database.db, ready);
  const boss = await ready;
  return {
    stop: async () => {
      dropBoss(database.db);
      await boss.stop({ timeout: seconds(10) });
    },
  };
}

async function begin(
  boss: PgBoss,
  database: Database,
  jobs: readonly Job[],
  work: boolean,
  log: JobLog,
): Promise<PgBoss> {
  try {
    await boss.start();
    await prepareQueues(boss, jobs, work);
    if (work) for (const job of jobs) await workOn(boss, database, job, log);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

async function makeBoss(database: Database, work: boolean, after: Milliseconds): Promise<PgBoss> {
  if (after > 0) await pause(after);
  const { PgBoss: Boss } = await import('pg-boss');
  return new Boss(optionsFor(database.kind === 'embedded', await database.forJobs(), work));
}

function optionsFor(
  embedded: boolean,
  db: Awaited<ReturnType<Database['forJobs']>>,
  work: boolean,
): ConstructorOptions {
  return {
    db,
    backend: embedded ? 'pglite' : 'postgres',
    supervise: work,
    schedule: work,
    useListenNotify: work && db.listen !== undefined,
    // The embedded database has neither a background vacuum nor a second connection to rebuild an index on.
    monitorVacuum: !embedded,
    reindex: !embedded,
    // Idle is most of the time: everything that only looks after itself does so seldom.
    superviseIntervalSeconds: 60,
    maintenanceIntervalSeconds: 3600,
    queueCacheIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 15,
    bamIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
  };
}
