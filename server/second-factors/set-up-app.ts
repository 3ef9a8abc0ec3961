import type { beginApp, confirmApp } from '../../contract/second-factors.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { openSecret, sealSecret } from '../lib/seal-secrets.ts';
import { readSettings } from '../settings/read-settings.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { findUser, lockUserRow, updateVersion } from '../users/users.sql.ts';
import { describeSecret, findStep, newAppSecret } from './app-codes.ts';
import { confirmPending, findApp, putPendingSecret } from './authenticator-apps.sql.ts';
import { comeOn, prepareCodes } from './come-on.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Makes a secret for an app. It counts for nothing before a code of it was given. */
export const beginAppAct: Act<typeof beginApp> = async (db, actor) => {
  const user = await findUser(db, userIdOf(actor));
  if (!user) throw new Refused('session.required');
  const { organisationName } = await readSettings(db);
  const secret = newAppSecret();
  await putPendingSecret(db, user.id, sealSecret(secret, user.id));
  return describeSecret(secret, organisationName, user.email);
};

export const confirmAppAct: Act<typeof confirmApp> = async (db, actor, { code }) => {
  const userId = userIdOf(actor);
  const app = await findApp(db, userId);
  const pending = app?.pendingSecret;
  if (!pending) throw new Refused('two-factor.begin-again');
  const step = findStep(openSecret(pending, userId), code);
  if (step === null) throw refuseField('session.wrong-code', 'code');
  const seen = await findUser(db, userId);
  const prepared = seen ? await prepareCodes(seen) : null;
  return transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    if (!(await confirmPending(transaction, userId, pending, step))) {
      throw new Refused('two-factor.begin-again');
    }
    const { recoveryCodes, token } = await comeOn(transaction, actor, user, prepared);
    await updateVersion(transaction, userId);
    await tellOfChange(transaction, user, user.two_factor_on ? 'appSetUp' : 'on');
    await recordDeeds(transaction, actor, [
      {
        action: 'two-factor.app-set-up',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: user.two_factor_on ? [] : [{ field: 'twoFactor', from: 'off', to: 'on' }],
      },
    ]);
    return { recoveryCodes, [sessionChange]: token };
  });
};
