import type { resendMail } from '../../contract/mail.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { sendQueue } from '../jobs/send-queue.ts';
import { newId } from '../lib/ids.ts';
import { describeMail, type Visible } from './describe-mail.ts';
import { kindsWithLink } from './mail-values.ts';
import { findMail, insertMails, lockMail, type MailRow, reviveMail } from './mails.sql.ts';
import type { MailLink } from './put-mail.ts';

/**
 * Makes a fresh link for the purpose of this mail and ends the old one; null where the purpose is gone. Refuses
 * what the actor may not do to that person.
 */
export type RenewLink = (transaction: Db, actor: Actor, mail: MailRow) => Promise<MailLink | null>;

/** Sends a mail again: one that has left as a new mail, one that has not by beginning its tries anew. */
export function resendMailAct(visible: Visible, renewLink: RenewLink): Act<typeof resendMail> {
  return (db, actor, { id }) =>
    transact(db, async (transaction) => {
      const mail = await lockMail(transaction, id);
      const found = await findMail(transaction, id, visible(actor));
      if (!mail || !found) throw new Refused('mail.not-found');
      if (mail.kind === 'test' || mail.state === 'held') throw new Refused('mail.link-dead');
      const link = kindsWithLink.includes(mail.kind) ? await renewLink(transaction, actor, mail) : undefined;
      if (link === null) throw new Refused('mail.link-dead');
      const sentAs = await sendAgain(transaction, mail, link);
      const again = await findMail(transaction, sentAs, null);
      await nudge(transaction, sendQueue);
      await recordDeeds(transaction, actor, [
        { action: 'mail.resent', target: { kind: 'mail', id: sentAs }, about: mail.user_id },
      ]);
      return describeMail(again ?? found, actor);
    });
}

async function sendAgain(transaction: Db, mail: MailRow, link: MailLink | undefined): Promise<string> {
  const linked = {
    link_path: link?.path ?? null,
    link_id: link?.id ?? null,
    link_expires_at: link?.expiresAt.toString() ?? null,
  };
  if (mail.state !== 'sent') {
    await reviveMail(transaction, mail.id, linked);
    return mail.id;
  }
  const { kind, user_id, language, to_address, to_name, subject, text, html } = mail;
  const id = newId();
  const copy = { id, kind, user_id, language, to_address, to_name, subject, text, html };
  await insertMails(transaction, [
    { ...copy, ...linked, sender: mail.sender && JSON.stringify(mail.sender) },
  ]);
  return id;
}
