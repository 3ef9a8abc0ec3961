import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/transact.ts';
import { seconds } from '../lib/days.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { type Counted, isRefusedPlace, takePlace } from './counts.sql.ts';

type Turns = { inTurn: ReturnType<typeof takeTurns>; users: number };

const turnsOf = new Map<string, Turns>();
const patience = seconds(20);

/**
 * Runs `work` with a place to check this person's password on this device, or with null when there will be none: it is
 * locked or delayed. While others are being checked it waits: in this process in a queue, for other processes by
 * asking again. Throws `Busy` after 20 seconds.
 */
export async function withPlace<T>(
  db: Db,
  counted: Counted,
  limit: number,
  work: (mark: string | null) => Promise<T>,
): Promise<T> {
  const key = `${counted.userId} ${counted.deviceId}`;
  const turns = turnsOf.get(key) ?? { inTurn: takeTurns({ running: limit, waiting: 500 }), users: 0 };
  turnsOf.set(key, turns);
  turns.users += 1;
  try {
    return await turns.inTurn(async () => work(await waitForPlace(db, counted, limit)));
  } finally {
    turns.users -= 1;
    if (turns.users === 0) turnsOf.delete(key);
  }
}

async function waitForPlace(db: Db, counted: Counted, limit: number): Promise<string | null> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const mark = await takePlace(db, counted, limit);
    if (mark !== null) return mark;
    if (await isRefusedPlace(db, counted, limit)) return null;
    await pause(10 + Math.random() * 20);
  }
  throw Object.assign(new Error('Waited too long for a place.'), { code: 'busy' as const });
}
