import type { InputOf } from '../../contract/endpoint.ts';
import type { requireTwoFactor, resetTwoFactor } from '../../contract/second-factors.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotAbove, lockVisibleUser } from '../members/gate.ts';
import { deleteSessions } from '../sign-in/sessions.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { assertVersion, findUser, updateMarks, updateVersion } from '../users/users.sql.ts';
import { deleteApp } from './authenticator-apps.sql.ts';
import { deletePasskeys } from './passkeys.sql.ts';
import { deleteCodes } from './recovery-codes.sql.ts';
import { tellOfChange } from './tell-of-change.ts';

/**
 * Requires a second factor of somebody who has no more rights, or releases them. Nobody releases themselves: somebody
 * else asked it of them.
 */
export async function requireTwoFactorAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof requireTwoFactor>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    if (user.two_factor_required === input.required) return;
    if (!input.required && user.id === actor.userId) throw new Refused('users.yourself');
    await updateMarks(transaction, user.id, { two_factor_required: input.required });
    await tellOfChange(transaction, user, input.required ? 'required' : 'released', {
      by: await nameOfActor(transaction, actor, user.id),
    });
    await recordDeeds(transaction, actor, [
      {
        action: input.required ? 'two-factor.required' : 'two-factor.released',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'twoFactorRequired', from: user.two_factor_required, to: input.required }],
      },
    ]);
  });
}

/**
 * Removes all second factors of somebody who lost them: all their sessions end. Where one is required they set up a new
 * one at the next sign-in. Not one's own: whoever is signed in removes theirs on the own profile.
 */
export async function resetTwoFactorAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof resetTwoFactor>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    if (user.id === actor.userId) throw new Refused('users.yourself');
    if (!user.two_factor_on) throw new Refused('two-factor.off');
    await deleteApp(transaction, user.id);
    await deletePasskeys(transaction, user.id);
    await deleteCodes(transaction, user.id);
    await deleteSessions(transaction, user.id);
    await updateVersion(transaction, user.id);
    await tellOfChange(transaction, user, 'reset', {
      by: await nameOfActor(transaction, actor, user.id),
    });
    await recordDeeds(transaction, actor, [
      {
        action: 'two-factor.reset',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'twoFactor', from: 'on', to: 'off' }],
      },
    ]);
  });
}

async function nameOfActor(transaction: Db, actor: Actor, userId: string): Promise<string | null> {
  if (actor.userId === null || actor.userId === userId) return null;
  const by = await findUser(transaction, actor.userId);
  return by ? nameOf(by) : null;
}
