import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { days, minutes } from '../lib/days.ts';
import { assertNotAbove } from '../members/gate.ts';
import type { MailLink } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { canComeIn } from '../sign-in/can-come-in.ts';
import { insertLink } from '../sign-in/links.sql.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { makeActivationLink } from './invite.ts';

/**
 * A fresh link for a mail that is sent again; null when the link has no purpose any more. Refused for somebody with
 * more rights than the actor.
 */
export async function renewMailLink(
  transaction: Db,
  actor: Actor,
  mail: { kind: string; user_id: string | null; to_address: string },
): Promise<MailLink | null> {
  if (mail.user_id === null) return null;
  const day = await ensureToday(transaction);
  const user = await lockUserRow(transaction, mail.user_id);
  if (!user) return null;
  await assertNotAbove(transaction, actor, user, day);
  if (mail.kind === 'activation' || mail.kind === 'reminder') {
    const waits = user.activated_at === null && user.standing !== 'ended' && user.email === mail.to_address;
    return waits ? makeActivationLink(transaction, user, actor.userId) : null;
  }
  if (mail.kind === 'reset') {
    const may = user.email === mail.to_address && (await canComeIn(transaction, user, day));
    return may ? insertLink(transaction, user, 'reset', user.email, minutes(60)) : null;
  }
  if (mail.kind === 'email-confirm' && user.pending_email === mail.to_address) {
    const { invitationDays } = await readSettings(transaction);
    return insertLink(transaction, user, 'email', mail.to_address, days(invitationDays));
  }
  return null;
}
