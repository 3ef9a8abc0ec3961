import type { Job } from '../jobs/job.ts';
import { hours, seconds } from '../lib/days.ts';
import { filesQueue, workOnPersonnelFiles } from './work-on-files.ts';

export const personnelFilesJobs: readonly Job[] = [
  {
    queue: filesQueue,
    again: { times: 2, pause: seconds(5) },
    atMost: hours(12),
    cron: '* * * * *',
    nudged: true,
    run: (db, _data, signal) => workOnPersonnelFiles(db, signal),
  },
];
