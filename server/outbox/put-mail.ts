import type { MailKind } from '../../contract/mail.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { sendQueue } from '../jobs/send-queue.ts';
import { newId } from '../lib/ids.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { MailValues } from './mail-values.ts';
import { insertMails, type NewMail, releaseMails, type Sender } from './mails.sql.ts';
import { renderMail } from './render-mail.ts';

/** A link of a mail: its path on the public address, with the secret in it. */
export type MailLink = { id: string; path: string; expiresAt: Temporal.Instant };

export type MailToPut = {
  [K in MailKind]: {
    kind: K;
    /** Whom it is about; null for somebody without an account. */
    user: { id: string; name: string; email: string } | null;
    to: string;
    language: Language;
    values: MailValues[K];
    link?: MailLink;
  };
}[MailKind];

/**
 * Puts a mail in the outbox, in the transaction of the deed: it leaves within seconds after the commit, and
 * never without one. Answers the mail's id.
 */
export async function putMail(transaction: Db, mail: MailToPut): Promise<string> {
  const id = await writeMail(transaction, mail);
  await nudge(transaction, sendQueue);
  return id;
}

/** A mail of many: held until its receiver has activated the account, or sent; perhaps in the name of a mailbox. */
export type MailOfMany = { mail: MailToPut; held: boolean; sender: Sender | null };

// PostgreSQL takes at most 65,535 parameters in a statement.
const rowsAtOnce = 2000;

/** Puts many mails in the outbox at once. */
export async function putMails(transaction: Db, mails: MailOfMany[]): Promise<void> {
  const settings = await readSettings(transaction);
  const rows = mails.map(({ mail, held, sender }) => ({
    ...rowFor(mail, settings),
    sender: sender && JSON.stringify(sender),
    state: held ? ('held' as const) : ('waiting' as const),
    next_try_at: held ? null : new Date().toISOString(),
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await insertMails(transaction, rows.slice(start, start + rowsAtOnce));
  }
  await nudge(transaction, sendQueue);
}

/** Lets the mail go that was held until this person activated the account. */
export async function releaseHeldMails(transaction: Db, userId: string): Promise<void> {
  if (await releaseMails(transaction, userId)) await nudge(transaction, sendQueue);
}

/** Writes the mail without asking for it to be sent; `nextTryAt` in the future leaves it to the caller until then. */
export async function writeMail(
  transaction: Db,
  mail: MailToPut,
  nextTryAt?: Temporal.Instant,
): Promise<string> {
  return insertRendered(transaction, mail, nextTryAt ? { next_try_at: nextTryAt.toString() } : {});
}

/** Writes down a mail that left at that moment in the past: for the demo. */
export async function writeSentMail(
  transaction: Db,
  mail: MailToPut,
  sentAt: Temporal.Instant,
): Promise<string> {
  const moment = sentAt.toString();
  const sent = {
    state: 'sent',
    created_at: moment,
    sent_at: moment,
    next_try_at: null,
    link_path: null,
  } as const;
  return insertRendered(transaction, mail, sent);
}

async function insertRendered(transaction: Db, mail: MailToPut, more: Partial<NewMail>): Promise<string> {
  const row = rowFor(mail, await readSettings(transaction));
  await insertMails(transaction, [{ ...row, ...more }]);
  return row.id;
}

function rowFor(mail: MailToPut, settings: Settings): NewMail {
  const { user, to, language, link } = mail;
  return {
    id: newId(),
    kind: mail.kind,
    user_id: user?.id ?? null,
    language,
    to_address: to,
    to_name: user?.name ?? null,
    ...renderMail({ ...mail, name: user?.name ?? null }, settings),
    link_path: link?.path ?? null,
    link_id: link?.id ?? null,
    link_expires_at: link?.expiresAt.toString() ?? null,
  };
}
