import type { changeOwnPassword } from '../../contract/sign-in.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { verifyPassword } from '../lib/hash-passwords.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUser, lockUserRow } from '../users/users.sql.ts';
import { hashNewPassword } from './choose-password.ts';
import { type Credential, findCredential, upsertCredential } from './credentials.sql.ts';
import { answerSession } from './describe-session.ts';
import { readNextStep } from './next-step.ts';
import { assertOwnPassword } from './own-proof.ts';
import { userIdOf } from './own-session.ts';
import { deleteSessions, insertSession, type NextStep } from './sessions.sql.ts';

/** Chooses a new password for oneself. All sessions end; this one goes on under a new token. */
export const changeOwnPasswordAct: Act<typeof changeOwnPassword> = async (
  db,
  actor,
  { current, password },
) => {
  const userId = userIdOf(actor);
  const settings = await readSettings(db);
  const user = await findUser(db, userId);
  const credential = await findCredential(db, userId);
  if (!user || !credential) throw new Refused('session.required');
  // Who has just signed in with a password that must be changed has proved it a moment ago. One that must be changed at
  // the next sign-in only is asked for like any other.
  const isAtTheDoor = (await findStep(db, actor.sessionId)) === 'change-password';
  if (!isAtTheDoor) await assertOwnPassword(db, actor, current ?? '', 'current');
  const person = {
    firstName: user.first_name,
    lastName: user.last_name,
    email: user.email,
    twoFactor: user.two_factor_on,
  };
  await assertOther(credential, password);
  const chosen = await hashNewPassword(db, person, password);
  const { token, nextStep } = await transact(db, async (transaction) => {
    await lockUserRow(transaction, userId);
    await assertUnchanged(transaction, userId, actor.sessionId, credential.version);
    await upsertCredential(transaction, userId, chosen, false);
    await deleteSessions(transaction, userId);
    const nextStep = isAtTheDoor ? await readNextStep(transaction, userId) : null;
    const session = await insertSession(transaction, userId, nextStep, actor.origin, actor.deviceId);
    await recordDeeds(transaction, actor, [
      { action: 'users.password-changed', target: { kind: 'user', id: userId }, about: userId },
    ]);
    return { ...session, nextStep };
  });
  const day = today(settings.timeZone).toString();
  return { ...(await answerSession(db, userId, day, nextStep)), [sessionChange]: token };
};

async function findStep(db: Db, sessionId: string | null): Promise<NextStep> {
  const row = await db
    .selectFrom('sessions')
    .select('next_step')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.next_step ?? null;
}

/** Somebody who knows a password that was set for a person should not know the one that follows. */
async function assertOther(credential: Credential, password: string): Promise<void> {
  const { right } = await verifyPassword(credential.passwordHash, password);
  if (!right) return;
  throw new Refused('passwords.refused', { fields: [{ field: 'password', code: 'password.same' }] });
}

/** An administrator may have signed this person out or set another password while this one was being checked. */
async function assertUnchanged(
  transaction: Db,
  userId: string,
  sessionId: string | null,
  version: number,
): Promise<void> {
  const now = await findCredential(transaction, userId);
  const sessions = await transaction
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .execute();
  if (now?.version !== version || sessions.length === 0) throw new Refused('session.required');
}
