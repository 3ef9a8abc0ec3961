import type { sendWelcomeMail } from '../../contract/accounts.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { assertNotAbove, lockVisibleUser } from '../members/gate.ts';
import { assertVersion, updateVersion } from '../users/users.sql.ts';

/** Sends the mail with the activation link, for the first time or again; older links die. */
export async function sendWelcomeMailAct(
  db: Db,
  actor: Actor,
  { id, version }: Versioned<InputOf<typeof sendWelcomeMail>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, version);
    if (user.activated_at !== null) throw new Refused('users.activated-already');
    if (user.standing === 'ended') throw new Refused('users.cannot-deliver-yet');
    await putActivationMail(transaction, actor, user);
    await updateVersion(transaction, user.id);
    await recordDeeds(transaction, actor, [
      { action: 'users.invited', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
  });
}
