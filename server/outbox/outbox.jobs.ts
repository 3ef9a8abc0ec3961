import type { Job } from '../jobs/job.ts';
import { sendQueue } from '../jobs/send-queue.ts';
import { minutes, seconds } from '../lib/days.ts';
import { wipeDeadLinks } from './claims.sql.ts';
import { forgetMails } from './forget-mails.ts';
import { sendMails } from './send-mails.ts';

/** A mail that failed has its own pauses; the look every minute finds it, and what a dead process left. */
const send: Job = {
  queue: sendQueue,
  again: { times: 2, pause: seconds(30) },
  atMost: minutes(30),
  cron: '* * * * *',
  nudged: true,
  run: (db, _data, signal) => sendMails(db, signal),
};

const wipe: Job = {
  queue: 'outbox.wipe-dead-links',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(10),
  cron: '17 * * * *',
  run: (db) => wipeDeadLinks(db),
};

const forget: Job = {
  queue: 'outbox.forget',
  again: { times: 2, pause: minutes(5) },
  atMost: minutes(30),
  cron: '33 3 * * *',
  run: (db) => forgetMails(db),
};

export const outboxJobs: readonly Job[] = [send, wipe, forget];
