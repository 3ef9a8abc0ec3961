import type { Db } from '../db/transact.ts';
import type { TwoFactorChange } from '../outbox/mail-values.ts';
import { putMail } from '../outbox/put-mail.ts';
import { nameOf } from '../users/name-of.ts';
import type { UserRow } from '../users/users.sql.ts';

/** Mails somebody that their second factors changed; `by` is who did it, where it was not they themselves. */
export async function tellOfChange(
  transaction: Db,
  user: UserRow,
  change: TwoFactorChange,
  more: { by?: string | null; passkey?: string; left?: number } = {},
): Promise<void> {
  await putMail(transaction, {
    kind: 'two-factor',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: {
      firstName: user.first_name,
      by: more.by ?? null,
      change,
      passkey: more.passkey ?? '',
      left: String(more.left ?? 0),
    },
  });
}
