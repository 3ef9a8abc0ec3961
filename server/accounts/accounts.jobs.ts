import type { Job } from '../jobs/job.ts';
import { hours, minutes } from '../lib/days.ts';
import { eraseFormer } from './erase-former.ts';

const erase: Job = {
  queue: 'accounts.erase-former',
  again: { times: 2, pause: minutes(5) },
  atMost: hours(2),
  cron: '53 3 * * *',
  run: (db, _data, signal) => eraseFormer(db, signal),
};

export const accountsJobs: readonly Job[] = [erase];
