import type { Actor } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { type Counted, countWrong, givePlaceBack } from './counts.sql.ts';
import { lockOrDelay } from './lock-account.ts';

/** `locked`: what was given was right, but the account is locked. */
export type Verdict = 'right' | 'wrong' | 'locked';

/** `fingerprint` is the same when the same wrong secret is given again. */
export type Compared = { right: boolean; fingerprint: string };

export type WhenRight = (mark: string) => Promise<Verdict>;

type Place = { counted: Counted; mark: string; limit: number };

/**
 * Compares a secret in a place that was taken for it (docs/decisions/0004), whatever kind of secret it is: counts a
 * wrong one and locks at the limit. A comparison that fails halfway counts for nothing.
 */
export async function checkInPlace(
  db: Db,
  actor: Actor,
  { counted, mark, limit }: Place,
  compare: () => Promise<Compared>,
  whenRight: WhenRight,
): Promise<Verdict> {
  try {
    const { right, fingerprint } = await compare();
    if (right) return await whenRight(mark);
    // Nearly always one statement that commits by itself; a lock comes in one transaction with its count.
    if ((await countWrong(db, counted, mark, fingerprint, limit)) !== null) return 'wrong';
    await transact(db, async (transaction) => {
      const count = await countWrong(transaction, counted, mark, fingerprint, null);
      if (count !== null && count >= limit) await lockOrDelay(transaction, actor, counted);
    });
    return 'wrong';
  } catch (error) {
    await givePlaceBack(db, counted, mark).catch(() => undefined);
    throw error;
  }
}
