import type { Milliseconds } from '../lib/days.ts';
import type { JobLog } from './job.ts';

/** The same message is passed on once per pause: while a database is away, every look at a queue fails alike. */
export function withoutRepeats(log: JobLog, pause: Milliseconds): JobLog {
  const last = new Map<string, number>();
  const isNew = (details: object, message: string) => {
    const key = `${message} ${'err' in details && details.err instanceof Error ? details.err.message : ''}`;
    const before = last.get(key) ?? Number.NEGATIVE_INFINITY;
    const now = performance.now();
    if (now - before < pause) return false;
    if (last.size > 100) last.clear();
    last.set(key, now);
    return true;
  };
  return {
    error: (details, message) => isNew(details, message) && log.error(details, message),
    warn: (details, message) => isNew(details, message) && log.warn(details, message),
  };
}
