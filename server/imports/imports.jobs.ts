import type { Job } from '../jobs/job.ts';
import { days, hours, minutes, seconds } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
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

const forget: Job = {
  queue: 'imports.forget-rows',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(10),
  cron: '37 3 * * *',
  run: async (db) => {
    const { importsKeptDays } = await readSettings(db);
    await deleteOldImports(db, Temporal.Now.instant().subtract({ milliseconds: days(importsKeptDays) }));
  },
};

export const importsJobs: readonly Job[] = [work, forget];
