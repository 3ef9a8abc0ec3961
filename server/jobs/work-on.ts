import type { PgBoss } from 'pg-boss';
import type { Database } from '../db/connect.ts';
import type { Job, JobLog } from './job.ts';

/** Lets this process do the jobs of one queue, one at a time. */
export async function workOn(boss: PgBoss, database: Database, job: Job, log: JobLog): Promise<void> {
  const polling = {
    pollingIntervalSeconds: job.nudged ? 1 : 2,
    // Where the database tells of new jobs, looking is only for those whose time has come.
    notifyPollingIntervalSeconds: 30,
  };
  await boss.work(job.queue, { ...polling, batchSize: job.nudged ? 500 : 1 }, async ([first]) => {
    if (!first) return;
    try {
      await job.run(database.db, first.data, first.signal);
    } catch (error) {
      log.error({ err: error, queue: job.queue, job: first.id }, 'jobs: a job failed');
      throw error;
    }
  });
  if (job.nudged) await boss.send(job.queue, {});
}
