import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { putConfirmMail } from '../invitations/ask-for-address.ts';
import { putMail } from '../outbox/put-mail.ts';
import { nameOf } from '../users/name-of.ts';
import { findUserByEmail, type UserRow, updateMarks } from '../users/users.sql.ts';

/**
 * A changed address is told at the old one always, so that nobody loses an account unnoticed; and at the new one
 * with a link where it still has to be confirmed.
 */
export async function tellOfNewEmail(
  transaction: Db,
  user: UserRow,
  email: string,
  confirm: boolean,
): Promise<void> {
  await putMail(transaction, {
    kind: 'email-changed',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name, newEmail: email, confirmed: !confirm },
  });
  if (confirm) await putConfirmMail(transaction, user, email);
}

/** Notes a new address that waits for its owner, and asks for the confirmation. */
export async function askForConfirmation(transaction: Db, user: UserRow, email: string): Promise<void> {
  const owner = await findUserByEmail(transaction, email);
  if (owner && owner.id !== user.id) throw refuseField('users.email-taken', 'email');
  await updateMarks(transaction, user.id, { pending_email: email });
  await tellOfNewEmail(transaction, user, email, true);
}
