import { system } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { days } from '../lib/days.ts';
import { writeSentMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';
import type { DemoPerson } from './make-people.ts';

/** Mails to those who were asked in: some wait in the outbox with a link that works, some left long ago. */
export async function writeInvitations(transaction: Db, people: DemoPerson[]): Promise<void> {
  const { invitationDays } = await readSettings(transaction);
  for (const [index, { user, situation }] of people.entries()) {
    const row = await (situation === 'active' ? undefined : findUser(transaction, user.id));
    if (!row) continue;
    if (situation === 'invited' || (situation === 'starting' && index % 2 === 0)) {
      await putActivationMail(transaction, system(), row);
    }
    if (situation === 'invitation-expired') {
      const sentAt = Temporal.Now.instant().subtract({ hours: 24 * (invitationDays + 1) + index });
      await writeExpired(transaction, row, sentAt, invitationDays);
    }
  }
}

async function writeExpired(
  transaction: Db,
  user: UserRow,
  sentAt: Temporal.Instant,
  lives: number,
): Promise<void> {
  const link = await insertLink(transaction, user, 'activation', user.email, days(lives), { madeAt: sentAt });
  const mail = {
    kind: 'activation' as const,
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name },
    link,
  };
  await writeSentMail(transaction, mail, sentAt);
}
