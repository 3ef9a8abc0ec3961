import { availableParallelism } from 'node:os';

/** Thrown when too much waits already; the answer to it is 503 and a moment later. */
export type Busy = Error & { code: 'busy' };

export function isBusy(error: unknown): error is Busy {
  return error instanceof Error && 'code' in error && error.code === 'busy';
}

/**
 * Lets at most `running` works run at a time, the others in the order in which they came; with `waiting` in the queue
 * the next one is refused with `Busy`. By default as many run as there are cores, and 200 wait.
 */
export function takeTurns(limits = { running: availableParallelism(), waiting: 200 }) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < limits.running) running += 1;
    else if (queue.length < limits.waiting) await new Promise<void>((begin) => queue.push(begin));
    else throw Object.assign(new Error('Too much work is waiting.'), { code: 'busy' as const });
    try {
      return await work();
    } finally {
      // The place goes straight to the next one, so that nobody who comes now can take it.
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
