import type { Db } from '../db/transact.ts';
import { days } from '../lib/days.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import type { UserRow } from '../users/users.sql.ts';

/** Writes the mail to a new address that asks its owner to confirm it; older links of this kind die. */
export async function putConfirmMail(transaction: Db, user: UserRow, email: string): Promise<void> {
  const { invitationDays } = await readSettings(transaction);
  const link = await insertLink(transaction, user, 'email', email, days(invitationDays));
  await putMail(transaction, {
    kind: 'email-confirm',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: email,
    language: user.language,
    values: { firstName: user.first_name },
    link,
  });
}
