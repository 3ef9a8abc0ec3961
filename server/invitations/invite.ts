import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { days } from '../lib/days.ts';
import { listMembershipsOf } from '../members/members.sql.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';

type Options = {
  /** Whose invitation it is, where that is not who acts. */
  madeBy?: string | null;
  kind?: 'activation' | 'reminder';
  /** The organisation that asks them in, where it is one of several. */
  belongsTo?: string;
};

/** Writes the mail that asks somebody in, with a fresh activation link; older ones die. Returns the mail's id. */
export async function putActivationMail(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  { madeBy = actor.userId, belongsTo, kind = 'activation' }: Options = {},
): Promise<string> {
  const link = await makeActivationLink(transaction, user, madeBy);
  const inviter = madeBy ? await findUser(transaction, madeBy) : undefined;
  return putMail(transaction, {
    kind,
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: {
      firstName: user.first_name,
      by: inviter ? nameOf(inviter) : '',
      belongsTo: belongsTo ?? (await nameInviting(transaction, user)),
    },
    link,
  });
}

/** The organisations that asked for somebody of whom only the address was known; empty for everybody else. */
async function nameInviting(db: Db, user: UserRow): Promise<string> {
  if (!user.is_name_guessed) return '';
  return (await listMembershipsOf(db, user.id, null)).map((one) => one.organisationName).join(', ');
}

/** A fresh activation link. It leads to a page where one may also say no, for who was asked in by address alone. */
export async function makeActivationLink(transaction: Db, user: UserRow, madeBy: string | null) {
  const { invitationDays } = await readSettings(transaction);
  return insertLink(transaction, user, 'activation', user.email, days(invitationDays), {
    madeBy,
    ...(user.is_name_guessed ? { path: '/invitation' } : {}),
  });
}
