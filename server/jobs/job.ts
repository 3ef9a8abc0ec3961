import type { Db } from '../db/transact.ts';
import type { Milliseconds } from '../lib/days.ts';

/** One kind of work that is done later: its queue and what is done with each job in it. */
export type Job = {
  /** Stable, as `<folder>.<verb>`: jobs that wait in the database carry it. */
  queue: string;
  /** After a failure: how many times more, and how long to wait first; each pause is twice the one before. */
  again: { times: number; pause: Milliseconds };
  /** A run that takes longer, or whose process died, counts as failed after this long. */
  atMost: Milliseconds;
  /** When it also runs by itself: five fields of cron, in UTC. Late by up to a minute. */
  cron?: string;
  /**
   * True for work that finds by itself what is to be done, so that a job is only a nudge to look now: one run
   * answers all nudges that wait, and every process looks once when it starts.
   */
  nudged?: boolean;
  /** `data` is what was left with the job. Throwing makes it run again; it may run twice where a process dies. */
  run(db: Db, data: unknown, signal: AbortSignal): Promise<void>;
};

/** Where jobs tell what went wrong; pino fits. */
export type JobLog = {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
};
