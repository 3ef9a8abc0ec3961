import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUser } from '../users/users.sql.ts';
import { checkPassword, refuseLocked } from './check-password.ts';
import { findCredential } from './credentials.sql.ts';
import { userIdOf } from './own-session.ts';
import { renewSession } from './sessions.sql.ts';

/** Notes that this session was proved just now. Returns the token under which it goes on. */
export async function proveSession(transaction: Db, actor: Actor): Promise<string> {
  const userId = userIdOf(actor);
  const token = await renewSession(transaction, userId, actor.sessionId ?? '');
  if (!token) throw new Refused('session.required');
  await recordDeeds(transaction, actor, [
    { action: 'session.proved', target: { kind: 'user', id: userId }, about: userId },
  ]);
  return token;
}

/**
 * Refuses, at this field, what is not the password of the one who acts; wrong ones count towards the lock like any
 * other. Slow: never inside a transaction.
 */
export async function assertOwnPassword(
  db: Db,
  actor: Actor,
  password: string,
  field: string,
): Promise<void> {
  const { lockAfter, supportEmail } = await readSettings(db);
  const user = await findUser(db, userIdOf(actor));
  const credential = user && (await findCredential(db, user.id));
  if (!user || !credential) throw new Refused('session.required');
  const candidate = { user, credential, deviceId: actor.deviceId };
  const verdict = await checkPassword(db, actor, candidate, password, lockAfter);
  if (verdict === 'locked') throw refuseLocked(supportEmail);
  if (verdict === 'wrong') {
    throw new Refused('session.wrong-password', { fields: [{ field, code: 'session.wrong-password' }] });
  }
}
