import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { days } from '../lib/days.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';

/** Writes the mail that asks somebody in, with a fresh activation link; older ones die. Returns the mail's id. */
export async function putActivationMail(transaction: Db, actor: Actor, user: UserRow): Promise<string> {
  const link = await makeActivationLink(transaction, user);
  const inviter = actor.userId ? await findUser(transaction, actor.userId) : undefined;
  return putMail(transaction, {
    kind: 'activation',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name, by: inviter ? nameOf(inviter) : '' },
    link,
  });
}

export async function makeActivationLink(transaction: Db, user: UserRow) {
  const { invitationDays } = await readSettings(transaction);
  return insertLink(transaction, user, 'activation', user.email, days(invitationDays));
}
