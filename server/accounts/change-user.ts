import { emailKey } from '../../contract/emails.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { changeUser } from '../../contract/users.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { assertProved } from '../act/assert-proved.ts';
import { Refused } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { revokeLinks } from '../sign-in/links.sql.ts';
import { deleteSessions } from '../sign-in/sessions.sql.ts';
import {
  assertVersion,
  fieldsOf,
  findUser,
  type UserRow,
  updateMarks,
  updateUser,
} from '../users/users.sql.ts';
import { namingTheOwner } from './name-taken.ts';
import { assertPerson } from './read-person.ts';
import { askForConfirmation, tellOfNewEmail } from './tell-of-email.ts';

const nameParts = ['firstName', 'infix', 'lastName'];

type Input = Versioned<InputOf<typeof changeUser>>;

/**
 * Changes the fields that are given. What somebody signs in with (e-mail, username) changes only in the hands of
 * those who may act on their security. A new address of an activated account waits for its owner's confirmation,
 * unless the actor vouches for it (`emailAtOnce`).
 */
export async function changeUserAct(db: Db, actor: Actor, input: Input): Promise<void> {
  const day = await ensureToday(db);
  const { id, version, emailAtOnce = false, ...given } = input;
  await assertPerson(given);
  const seen = await getVisibleUser(db, actor, id);
  const wanted = { ...fieldsOf(seen), ...given };
  await namingTheOwner(db, actor, wanted, () =>
    transact(db, async (transaction) => {
      const user = await lockVisibleUser(transaction, actor, id);
      const before = fieldsOf(user);
      const after = { ...before, ...given };
      const signsIn = after.email !== before.email || after.username !== before.username;
      await assertMayTouch(transaction, actor, user, signsIn ? 'security' : 'details', day);
      assertVersion(user, version);
      const newEmail = after.email === before.email ? null : after.email;
      const sameAddress = newEmail !== null && emailKey(newEmail) === emailKey(before.email);
      const waits = newEmail !== null && user.activated_at !== null && !emailAtOnce && !sameAddress;
      if (newEmail !== null) assertMayChangeEmail(actor, user, emailAtOnce);
      await assertNotHeld(transaction, actor, id, namesOf(changesBetween(before, after)));
      if (waits) after.email = before.email;
      const changes = changesBetween(before, after);
      if (changes.length > 0) await updateUser(transaction, user, after);
      if (user.is_name_guessed && changes.some(({ field }) => nameParts.includes(field))) {
        await updateMarks(transaction, id, { is_name_guessed: false });
      }
      if (waits) await askForConfirmation(transaction, user, newEmail);
      else if (newEmail !== null) await takeNewEmail(transaction, actor, user, newEmail);
      if (waits) changes.push({ field: 'pendingEmail', from: user.pending_email, to: newEmail });
      if (changes.length === 0) return;
      await recordDeeds(transaction, actor, [
        { action: 'users.changed', target: { kind: 'user', id }, about: id, changes },
      ]);
    }),
  );
}

function namesOf(changes: { field: string }[]): string[] {
  return changes.map(({ field }) => field);
}

/** One's own is a sensitive act that asks for proof, and nobody vouches for an own address. */
function assertMayChangeEmail(actor: Actor, user: UserRow, atOnce: boolean): void {
  if (user.id === actor.userId) assertProved(actor);
  if (atOnce && user.id === actor.userId) throw new Refused('users.own-security');
  const mayVouch = actor.permissions.has('users.security');
  if (atOnce && user.activated_at !== null && !mayVouch) throw new Refused('session.not-allowed');
}

/** The new address counts from here. Links to the old one die; an invitation goes out again to the new one. */
async function takeNewEmail(transaction: Db, actor: Actor, before: UserRow, email: string): Promise<void> {
  const onlyCase = emailKey(before.email) === emailKey(email);
  if (before.pending_email !== null) await updateMarks(transaction, before.id, { pending_email: null });
  const hadInvitation = await hasOpenInvitation(transaction, before.id);
  await revokeLinks(transaction, before.id, ['activation', 'reset', 'email']);
  if (before.activated_at === null) {
    const now = await findUser(transaction, before.id);
    if (now && hadInvitation) await putActivationMail(transaction, actor, now);
    return;
  }
  if (onlyCase) return;
  await deleteSessions(transaction, before.id);
  await tellOfNewEmail(transaction, before, email, false);
}

async function hasOpenInvitation(transaction: Db, userId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('links')
    .select('id')
    .where('user_id', '=', userId)
    .where('purpose', '=', 'activation')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
