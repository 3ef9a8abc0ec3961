import type { challengePasskey, signInWithPasskey } from '../../contract/second-factors.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { getRelyingParty } from '../settings/relying-party.ts';
import { canComeIn } from '../sign-in/can-come-in.ts';
import { refuseLocked } from '../sign-in/check-password.ts';
import { answerSession } from '../sign-in/describe-session.ts';
import { findDevice, isLockedFor, keepInBrowser, rememberDevice } from '../sign-in/devices.sql.ts';
import { readNextStep } from '../sign-in/next-step.ts';
import { insertSession } from '../sign-in/sessions.sql.ts';
import { lockUserRow, updateLastSignIn } from '../users/users.sql.ts';
import { challengeLives, insertChallenge } from './challenges.sql.ts';
import { checkAssertion } from './check-passkey.ts';
import { listPasskeys, takeUse } from './passkeys.sql.ts';

/** For the second step of signing in it names the passkeys of that person; otherwise whoever has one may answer. */
export const challengePasskeyAct: Act<typeof challengePasskey> = async (db, actor) => {
  const { id } = getRelyingParty();
  const own = actor.userId === null ? [] : await listPasskeys(db, actor.userId);
  return {
    challenge: await insertChallenge(db, 'sign-in', null),
    rpId: id,
    timeout: challengeLives,
    userVerification: 'required',
    allowCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      type: 'public-key',
      transports,
    })),
  };
};

/**
 * Signs in with a passkey alone. It counts as two factors: the device, and what unlocked it. Whoever may not come in
 * gets the same answer as somebody whom nobody knows; a lock is told, for it was they who signed.
 */
export const signInWithPasskeyAct: Act<typeof signInWithPasskey> = async (db, actor, { passkey }) => {
  const { timeZone, supportEmail } = await readSettings(db);
  const day = today(timeZone).toString();
  const signed = await checkAssertion(db, passkey);
  if (!signed) throw new Refused('session.wrong-passkey');
  const { userId, id } = signed.passkey;
  const { token, next, deviceToken } = await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user || !(await canComeIn(transaction, user, day))) throw new Refused('session.wrong-passkey');
    const known = await findDevice(transaction, userId, actor.deviceTokens);
    if (await isLockedFor(transaction, userId, known)) throw refuseLocked(supportEmail);
    if (!(await takeUse(transaction, id, signed.use))) throw new Refused('session.wrong-passkey');
    const nextStep = await readNextStep(transaction, userId);
    const device = await rememberDevice(transaction, userId, known);
    const session = await insertSession(transaction, userId, nextStep, actor.origin, device.deviceId);
    await updateLastSignIn(transaction, userId);
    await recordDeeds(transaction, { ...actor, kind: 'user', userId }, [
      {
        action: 'session.signed-in',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [{ field: 'secondFactor', from: null, to: 'passkey' }],
      },
    ]);
    return { token: session.token, next: nextStep, deviceToken: device.token };
  });
  return { ...(await answerSession(db, userId, day, next)), ...keepInBrowser(actor, token, deviceToken) };
};
