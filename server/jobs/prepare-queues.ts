import type { PgBoss, QueueOptions, Schedule } from 'pg-boss';
import { hours } from '../lib/days.ts';
import type { Job } from './job.ts';

/**
 * Brings queues and schedules in the database in line with the declarations. Leaving no job in each of them fills
 * the boss's own memory, so that leaving one inside a transaction never looks anything up on another connection.
 */
export async function prepareQueues(boss: PgBoss, jobs: readonly Job[], schedule: boolean): Promise<void> {
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const job of jobs) {
    const wanted = queueOptions(job);
    const stored = there.get(job.queue);
    if (!stored) await boss.createQueue(job.queue, wanted);
    else if (!holds(stored, wanted)) await boss.updateQueue(job.queue, wanted);
    await boss.insert(job.queue, []);
  }
  if (schedule) await prepareSchedules(boss, jobs);
}

function queueOptions({ again, atMost }: Job) {
  return {
    retryLimit: again.times,
    retryDelay: inSeconds(again.pause),
    retryBackoff: true,
    expireInSeconds: inSeconds(atMost),
    deleteAfterSeconds: inSeconds(hours(24)),
    notify: true,
  } satisfies QueueOptions & { notify: boolean };
}

function inSeconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / 1000));
}

function holds(stored: object, wanted: object): boolean {
  return Object.entries(wanted).every(([name, value]) => Reflect.get(stored, name) === value);
}

async function prepareSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const stored: Schedule[] = await boss.getSchedules();
  for (const { name, cron } of stored) {
    if (!jobs.some((job) => job.queue === name && job.cron === cron)) await boss.unschedule(name);
  }
  for (const { queue, cron } of jobs) {
    if (cron && !stored.some((row) => row.name === queue && row.cron === cron))
      await boss.schedule(queue, cron);
  }
}
