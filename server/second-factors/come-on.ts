import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { readNextStep } from '../sign-in/next-step.ts';
import { advanceSession, deleteSessions } from '../sign-in/sessions.sql.ts';
import type { UserRow } from '../users/users.sql.ts';
import { replaceCodes } from './recovery-codes.sql.ts';
import { makeRecoveryCodes, type RecoveryCodes } from './recovery-codes.ts';

/** The codes that will come with a first second factor; null for somebody who has one. Slow: before the transaction. */
export async function prepareCodes(user: UserRow): Promise<RecoveryCodes | null> {
  return user.two_factor_on ? null : makeRecoveryCodes();
}

/**
 * What follows once a second factor was set up, in the same transaction. With the first one the recovery codes are kept
 * and all other sessions end, for they never proved it; this one goes on under a new token, past the step that asked.
 * `user` is how the person was before. Answers the codes to show, where there are new ones.
 */
export async function comeOn(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  prepared: RecoveryCodes | null,
): Promise<{ recoveryCodes: string[] | null; token: string }> {
  const isFirst = !user.two_factor_on && prepared !== null;
  if (isFirst) {
    await replaceCodes(transaction, user.id, prepared);
    await deleteSessions(transaction, user.id, actor.sessionId);
  }
  const next = await readNextStep(transaction, user.id);
  const session = { id: actor.sessionId ?? '', userId: user.id, step: 'any' } as const;
  const token = await advanceSession(transaction, session, next);
  if (!token) throw new Refused('session.required');
  return { recoveryCodes: isFirst ? prepared.codes : null, token };
}
