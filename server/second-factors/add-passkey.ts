import type { addPasskey, beginPasskey } from '../../contract/second-factors.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { readSettings } from '../settings/read-settings.ts';
import { getRelyingParty } from '../settings/relying-party.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, lockUserRow, updateVersion } from '../users/users.sql.ts';
import { challengeLives, insertChallenge } from './challenges.sql.ts';
import { algorithms, checkNewPasskey, userHandle } from './check-passkey.ts';
import { comeOn, prepareCodes } from './come-on.ts';
import { insertPasskey, listPasskeys } from './passkeys.sql.ts';
import { tellOfChange } from './tell-of-change.ts';

const atMost = 20;

export const beginPasskeyAct: Act<typeof beginPasskey> = async (db, actor) => {
  const { id } = getRelyingParty();
  const user = await findUser(db, userIdOf(actor));
  if (!user) throw new Refused('session.required');
  const { organisationName } = await readSettings(db);
  const own = await listPasskeys(db, user.id);
  return {
    challenge: await insertChallenge(db, 'register', user.id),
    rp: { id, name: organisationName },
    user: { id: userHandle(user.id), name: user.email, displayName: nameOf(user) },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout: challengeLives,
    attestation: 'none',
    excludeCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      type: 'public-key',
      transports,
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  };
};

export const addPasskeyAct: Act<typeof addPasskey> = async (db, actor, { name, passkey }) => {
  const userId = userIdOf(actor);
  const made = await checkNewPasskey(db, userId, passkey);
  if (!made) throw new Refused('passkeys.refused');
  const seen = await findUser(db, userId);
  const prepared = seen ? await prepareCodes(seen) : null;
  return transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    if ((await listPasskeys(transaction, userId)).length >= atMost) throw new Refused('passkeys.too-many');
    const id = await insertPasskey(transaction, userId, name, made);
    const { recoveryCodes, token } = await comeOn(transaction, actor, user, prepared);
    await updateVersion(transaction, userId);
    await tellOfChange(transaction, user, 'passkeyAdded', { passkey: name });
    await recordDeeds(transaction, actor, [
      {
        action: 'two-factor.passkey-added',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [
          { field: 'passkey', from: null, to: name },
          ...(user.two_factor_on ? [] : [{ field: 'twoFactor', from: 'off', to: 'on' }]),
        ],
      },
    ]);
    return { id, recoveryCodes, [sessionChange]: token };
  });
};
