import type { removeApp, removePasskey } from '../../contract/second-factors.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { findUser, lockUserRow, updateVersion } from '../users/users.sql.ts';
import { deleteApp } from './authenticator-apps.sql.ts';
import { mustHave } from './own-factors.ts';
import { deletePasskey } from './passkeys.sql.ts';
import { deleteCodes } from './recovery-codes.sql.ts';
import { tellOfChange } from './tell-of-change.ts';

export const removeAppAct: Act<typeof removeApp> = (db, actor) =>
  removeFactor(db, actor, async (transaction, userId) => {
    if (!(await deleteApp(transaction, userId))) throw new Refused('two-factor.no-app');
    return null;
  });

export const removePasskeyAct: Act<typeof removePasskey> = (db, actor, { passkey }) =>
  removeFactor(db, actor, async (transaction, userId) => {
    const name = await deletePasskey(transaction, userId, passkey);
    if (name === null) throw new Refused('passkeys.not-found');
    return name;
  });

/** Removes one factor. With the last one the recovery codes go too; while one is required the last one stays. */
async function removeFactor(
  db: Db,
  actor: Actor,
  remove: (transaction: Db, userId: string) => Promise<string | null>,
): Promise<undefined> {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    const passkey = await remove(transaction, userId);
    const isOff = !(await findUser(transaction, userId))?.two_factor_on;
    if (isOff && (await mustHave(transaction, userId))) throw new Refused('two-factor.required');
    if (isOff) await deleteCodes(transaction, userId);
    await updateVersion(transaction, userId);
    const removed = passkey === null ? 'appRemoved' : 'passkeyRemoved';
    await tellOfChange(transaction, user, isOff ? 'off' : removed, { passkey: passkey ?? '' });
    await recordDeeds(transaction, actor, [
      {
        action: passkey === null ? 'two-factor.app-removed' : 'two-factor.passkey-removed',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [
          ...(passkey === null ? [] : [{ field: 'passkey', from: passkey, to: null }]),
          ...(isOff ? [{ field: 'twoFactor', from: 'on', to: 'off' }] : []),
        ],
      },
    ]);
  });
}
