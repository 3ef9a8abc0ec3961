import type { InputOf } from '../../contract/endpoint.ts';
import type { setPassword, unlockUser } from '../../contract/sign-in.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotAbove, getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { assertVersion, updateMarks, updateVersion } from '../users/users.sql.ts';
import { hashNewPassword } from './choose-password.ts';
import { deleteCounts } from './counts.sql.ts';
import { upsertCredential } from './credentials.sql.ts';
import { revokeLinks } from './links.sql.ts';
import { deleteSessions } from './sessions.sql.ts';

/** What is done to the security of somebody else: never to somebody who has more rights. */

export async function unlockUserAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof unlockUser>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    // The count comes first, as when wrong passwords are counted, so that the two never wait for each other.
    await deleteCounts(transaction, input.id);
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    if (user.locked_at === null) throw new Refused('users.not-locked');
    await updateMarks(transaction, user.id, { locked_at: null });
    await recordDeeds(transaction, actor, [
      {
        action: 'users.unlocked',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'locked', from: true, to: false }],
      },
    ]);
  });
}

/**
 * Sets somebody's password. They are not told; all their sessions and open links end. Somebody who never activated
 * the account is active from here: an administrator vouches for them.
 */
export async function setPasswordAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof setPassword>>,
): Promise<void> {
  const day = await ensureToday(db);
  // One's own is chosen with the current one as proof, under /me.
  if (input.id === actor.userId) throw new Refused('users.own-security');
  const seen = await getVisibleUser(db, actor, input.id);
  await assertNotAbove(db, actor, seen, day);
  const person = {
    firstName: seen.first_name,
    lastName: seen.last_name,
    email: seen.email,
    twoFactor: seen.two_factor_on,
  };
  const chosen = await hashNewPassword(db, person, input.password);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    await upsertCredential(transaction, user.id, chosen, input.mustChange);
    await revokeLinks(transaction, user.id, ['activation', 'reset']);
    await deleteSessions(transaction, user.id);
    if (user.activated_at === null) {
      await updateMarks(transaction, user.id, { activated_at: Temporal.Now.instant().toString() });
    } else {
      await updateVersion(transaction, user.id);
    }
    await recordDeeds(transaction, actor, [
      {
        action: 'users.password-set',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'mustChangePassword', from: null, to: input.mustChange }],
      },
    ]);
  });
}
