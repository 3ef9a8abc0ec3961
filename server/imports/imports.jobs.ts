import type { Job } from '../jobs/job.ts';
import { days, hours, minutes, seconds } from '../lib/days.ts';
import { deleteOldImports } from './import-rows.sql.ts';
import { workOnImports, workQueue } from './work-on-imports.ts';

const work: Job = {
  queue: workQueue,
  again: { times: 2, pause: seconds(5) },
  atMost: hours(12),
  cron: '* * * * *',
  nudged: true,
  run: (db, _data, signal) => workOnImports(db, signal),
};

/** Files hold personal data: a month later nobody needs their rows any more. */
const keptFor = days(30);

const forget: Job = {
  queue: 'imports.forget-rows',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(10),
  cron: '37 3 * * *',
  run: (db) => deleteOldImports(db, Temporal.Now.instant().subtract({ milliseconds: keptFor })),
};

export const importsJobs: readonly Job[] = [work, forget];
