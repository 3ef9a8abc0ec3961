import type { Job } from '../jobs/job.ts';
import { hours, minutes, seconds } from '../lib/days.ts';
import { deleteOldRuns } from './bulk.sql.ts';
import { workOnRuns } from './work-on-runs.ts';

/** The queue of the job that works on runs. */
export const bulkQueue = 'bulk.work';

const work: Job = {
  queue: bulkQueue,
  again: { times: 2, pause: seconds(5) },
  atMost: hours(6),
  cron: '* * * * *',
  nudged: true,
  run: (db, _data, signal) => workOnRuns(db, signal),
};

const forget: Job = {
  queue: 'bulk.forget',
  again: { times: 2, pause: minutes(5) },
  atMost: minutes(10),
  cron: '23 3 * * *',
  run: (db) => deleteOldRuns(db),
};

export const bulkJobs: readonly Job[] = [work, forget];
