import type { listOwnFactorKinds, proveSecondFactor } from '../../contract/second-factors.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { type RecordedDeed, recordDeeds } from '../audit/record-deeds.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findRelyingParty } from '../settings/relying-party.ts';
import { answerSession } from '../sign-in/describe-session.ts';
import { keepInBrowser, rememberDevice } from '../sign-in/devices.sql.ts';
import { readNextStep } from '../sign-in/next-step.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { advanceSession, type NextStep } from '../sign-in/sessions.sql.ts';
import { findUser, updateLastSignIn } from '../users/users.sql.ts';
import { findApp } from './authenticator-apps.sql.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import { listPasskeys } from './passkeys.sql.ts';
import { countCodes } from './recovery-codes.sql.ts';
import { tellOfChange } from './tell-of-change.ts';

/** The second step of signing in. The session goes on under a new token; the one before is worth nothing from here. */
export const proveSecondFactorAct: Act<typeof proveSecondFactor> = async (db, actor, given) => {
  const userId = userIdOf(actor);
  const target = { kind: 'user', id: userId } as const;
  let session: { token: string; next: NextStep; deviceToken: string | null } | undefined;
  await checkSecondFactor(db, actor, userId, given, async (transaction, kind) => {
    const next = await readNextStep(transaction, userId);
    const device = await rememberDevice(transaction, userId, actor.deviceId);
    const { deviceId } = device;
    const half = { id: actor.sessionId ?? '', userId, step: 'two-factor', deviceId } as const;
    const token = await advanceSession(transaction, half, next);
    const user = await findUser(transaction, userId);
    if (!token || !user) throw new Refused('session.required');
    session = { token, next, deviceToken: device.token };
    await updateLastSignIn(transaction, userId);
    const deeds: RecordedDeed[] = [
      {
        action: 'session.signed-in',
        target,
        about: userId,
        changes: [{ field: 'secondFactor', from: null, to: kind }],
      },
    ];
    if (kind === 'recovery-code') {
      const { left } = await countCodes(transaction, userId);
      await tellOfChange(transaction, user, 'recoveryCodeUsed', { left });
      deeds.push({
        action: 'two-factor.recovery-code-used',
        target,
        about: userId,
        changes: [{ field: 'recoveryCodes', from: left + 1, to: left }],
      });
    }
    await recordDeeds(transaction, actor, deeds);
  });
  if (!session) throw new Refused('session.required');
  const day = today((await readSettings(db)).timeZone).toString();
  const { token, next, deviceToken } = session;
  return { ...(await answerSession(db, userId, day, next)), ...keepInBrowser(actor, token, deviceToken) };
};

export const listOwnFactorKindsAct: Act<typeof listOwnFactorKinds> = async (db, actor) => {
  const userId = userIdOf(actor);
  return {
    app: !!(await findApp(db, userId))?.secret,
    passkeys: findRelyingParty() !== null && (await listPasskeys(db, userId)).length > 0,
    recoveryCodes: (await countCodes(db, userId)).left > 0,
  };
};
