import type { changeOwnEmail, withdrawOwnEmail } from '../../contract/profile.ts';
import type { Act } from '../act/act.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { describeProfile } from './own-profile.ts';
import { askForConfirmation } from './tell-of-email.ts';
import { withdraw } from './withdraw-email.ts';

/** Asks the owner of a new address to confirm it; nobody marks an own address as proven. */
export const changeOwnEmailAct: Act<typeof changeOwnEmail> = async (db, actor, { email }) => {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    if (user.email === email) throw refuseField('me.email-already', 'email');
    await assertNotHeld(transaction, actor, userId, ['email']);
    await askForConfirmation(transaction, user, email);
    await recordDeeds(transaction, actor, [
      {
        action: 'users.changed',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [{ field: 'pendingEmail', from: user.pending_email, to: email }],
      },
    ]);
  });
  return describeProfile(db, userId);
};

export const withdrawOwnEmailAct: Act<typeof withdrawOwnEmail> = async (db, actor) => {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    await withdraw(transaction, actor, user);
  });
  return describeProfile(db, userId);
};
