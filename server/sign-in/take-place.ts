import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/transact.ts';
import { seconds } from '../lib/days.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { isRefusedPlace, takePlace } from './counts.sql.ts';

type Turns = { inTurn: ReturnType<typeof takeTurns>; users: number };

const turnsOf = new Map<string, Turns>();
const patience = seconds(20);

/**
 * Runs `work` with a place to check this person's password, or with null when there will be none: the account is
 * locked or delayed. While others are being checked it waits: in this process in a queue, for other processes by
 * asking again. Throws `Busy` after 20 seconds.
 */
export async function withPlace<T>(
  db: Db,
  userId: string,
  limit: number,
  work: (mark: string | null) => Promise<T>,
): Promise<T> {
  const turns = turnsOf.get(userId) ?? { inTurn: takeTurns({ running: limit, waiting: 500 }), users: 0 };
  turnsOf.set(userId, turns);
  turns.users += 1;
  try {
    return await turns.inTurn(async () => work(await waitForPlace(db, userId, limit)));
  } finally {
    turns.users -= 1;
    if (turns.users === 0) turnsOf.delete(userId);
  }
}

async function waitForPlace(db: Db, userId: string, limit: number): Promise<string | null> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const mark = await takePlace(db, userId, limit);
    if (mark !== null) return mark;
    if (await isRefusedPlace(db, userId, limit)) return null;
    await pause(10 + Math.random() * 20);
  }
  throw Object.assign(new Error('Waited too long for a place.'), { code: 'busy' as const });
}
