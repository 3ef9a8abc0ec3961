import type { Job } from './jobs/job.ts';
import { outboxJobs } from './outbox/outbox.jobs.ts';

/** Every kind of job there is. */
export const allJobs: readonly Job[] = [...outboxJobs];
