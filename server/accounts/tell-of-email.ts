import type { Db } from '../db/transact.ts';
import { days } from '../lib/days.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import type { UserRow } from '../users/users.sql.ts';

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
  const person = { id: user.id, name: nameOf(user), email: user.email };
  const values = { firstName: user.first_name, newEmail: email, confirmed: !confirm };
  await putMail(transaction, {
    kind: 'email-changed',
    user: person,
    to: user.email,
    language: user.language,
    values,
  });
  if (!confirm) return;
  const { invitationDays } = await readSettings(transaction);
  const link = await insertLink(transaction, user, 'email', email, days(invitationDays));
  await putMail(transaction, {
    kind: 'email-confirm',
    user: person,
    to: email,
    language: user.language,
    values,
    link,
  });
}
