import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { countCheck } from '../lib/count-checks.ts';
import { hashPassword, needsRehash, spendHash, verifyPassword } from '../lib/hash-passwords.ts';
import { type Compared, checkInPlace, type Verdict, type WhenRight } from './check-in-place.ts';
import { type Counted, clearWrong, noteRefusal, takeCheckAfterLock } from './counts.sql.ts';
import { type Credential, updateHash } from './credentials.sql.ts';
import { withPlace } from './take-place.ts';

type Candidate = {
  user: { id: string; locked_at: Temporal.Instant | string | null };
  credential: Credential;
  /** The known device that this happens on. */
  deviceId: string | null;
  /** A place that was taken already, when the person was read; `refused` where none will come free by waiting. */
  mark?: string | null;
  refused?: boolean;
};

/**
 * Checks a password, counting wrong ones exactly (product §4): before a check a place is taken, and there are
 * never more places than wrong passwords that are still allowed. Every refusal costs one slow hash and one statement
 * that writes, also for people who do not exist. `whenRight` clears the count and does what a right password is for, in
 * one transaction; it answers what still holds then.
 */
export async function checkPassword(
  db: Db,
  actor: Actor,
  candidate: Candidate | null,
  password: string,
  lockAfter: number,
  whenRight: WhenRight = async (mark) =>
    candidate && (await clearWrong(db, countedOf(candidate), mark)) ? 'right' : 'locked',
): Promise<Verdict> {
  if (!candidate) {
    await spendHash();
    await noteRefusal(db);
    return 'wrong';
  }
  const inPlace = async (mark: string | null): Promise<Verdict> => {
    if (mark === null) return checkAfterLock(db, candidate, password);
    const place = { counted: countedOf(candidate), mark, limit: lockAfter };
    return checkInPlace(db, actor, place, () => compare(db, candidate, password), whenRight);
  };
  if (candidate.mark || candidate.refused) return inPlace(candidate.mark ?? null);
  return withPlace(db, countedOf(candidate), lockAfter, inPlace);
}

function countedOf({ user, deviceId }: Candidate): Counted {
  return { userId: user.id, deviceId };
}

/** Compares with the stored hash, which is made anew where it is an old one. */
async function compare(db: Db, { user, credential }: Candidate, password: string): Promise<Compared> {
  countCheck('counted');
  const compared = await verifyPassword(credential.passwordHash, password);
  if (compared.right && needsRehash(credential.passwordHash)) {
    await updateHash(db, user.id, credential.passwordHash, await hashPassword(password));
  }
  return compared;
}

/**
 * The account was locked when this attempt came: nothing is counted any more, and nobody comes in. A burst of
 * guesses that came before the lock (the row read then says "not locked") is not checked at all.
 */
async function checkAfterLock(db: Db, candidate: Candidate, password: string): Promise<Verdict> {
  const lockedAt = candidate.user.locked_at?.toString();
  if (!lockedAt || !(await takeCheckAfterLock(db, countedOf(candidate), lockedAt))) {
    await spendHash();
    if (!lockedAt) await noteRefusal(db);
    return 'wrong';
  }
  countCheck('after-lock');
  const { right } = await verifyPassword(candidate.credential.passwordHash, password);
  return right ? 'locked' : 'wrong';
}

/** What a locked person is told: that it is so, and whom to ask. */
export function refuseLocked(supportEmail: string | null): Refused {
  return new Refused('session.locked', { values: { support: supportEmail ?? 'none' } });
}
