import type { Job } from '../jobs/job.ts';
import { minutes } from '../lib/days.ts';
import { sumUpStretches } from './sum-up-stretches.ts';

/** Keeps the summary of the list by name, by which searches pass over where nobody matches. */
const sumUp: Job = {
  queue: 'directory.sum-up-stretches',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(10),
  cron: '* * * * *',
  run: (db, _data, signal) => sumUpStretches(db, signal),
};

export const directoryJobs: readonly Job[] = [sumUp];
