import type { Job } from '../jobs/job.ts';
import { minutes } from '../lib/days.ts';
import { remindPeople } from './remind.ts';

const remind: Job = {
  queue: 'invitations.remind',
  again: { times: 2, pause: minutes(5) },
  atMost: minutes(30),
  cron: '41 * * * *',
  run: (db, _data, signal) => remindPeople(db, signal),
};

export const invitationsJobs: readonly Job[] = [remind];
