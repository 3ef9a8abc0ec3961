import type { Job } from '../jobs/job.ts';
import { minutes } from '../lib/days.ts';
import { deleteOldChallenges } from './challenges.sql.ts';

/** Clears away challenges that nobody answered; they are worth nothing already. */
const clearChallenges: Job = {
  queue: 'second-factors.clear-challenges',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(5),
  cron: '*/15 * * * *',
  run: deleteOldChallenges,
};

export const secondFactorJobs: readonly Job[] = [clearChallenges];
