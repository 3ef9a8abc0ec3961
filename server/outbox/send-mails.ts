import type { Settings } from '../../contract/settings.ts';
import type { Db } from '../db/transact.ts';
import { minutes } from '../lib/days.ts';
import { type MailServer, readMailServer } from '../settings/mail-server.ts';
import { publicAddress } from '../settings/public-address.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type ClaimedMail, claimMail, markFailed, markSent, markWaiting } from './claims.sql.ts';
import { type Failure, judgeFailure, pauseAfter } from './judge-failure.ts';
import { cleanValue, fillMarks } from './marks.ts';
import { type Letter, lanes, openPost, type Post } from './post.ts';

/** Longer than any try takes: what is still claimed then belonged to a process that died. */
export const lease = minutes(2);

/**
 * Sends every mail that is due, a few at a time, until none is left, the mail server turns out to be in trouble,
 * or the signal says stop. Without a mail server nothing is tried. No transaction is open while a mail travels.
 */
export async function sendMails(db: Db, signal?: AbortSignal): Promise<void> {
  const server = await readMailServer(db);
  if (!server) return;
  const settings = await readSettings(db);
  const post = await openPost(server);
  const trouble = new AbortController();
  const stopped = () => trouble.signal.aborted || signal?.aborted === true;
  const lane = async () => {
    while (!stopped()) {
      const mail = await claimMail(db, lease);
      if (!mail) return;
      const failure = await sendClaimed(db, post, mail, { server, settings });
      if (failure?.away) trouble.abort();
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    post.close();
  }
}

/** `once`: a failed try is the last one. */
type From = { server: MailServer; settings: Settings; once?: boolean };

/** Sends one mail that this process holds and writes down how it went; answers what went wrong. */
export async function sendClaimed(
  db: Db,
  post: Post,
  mail: ClaimedMail,
  from: From,
): Promise<Failure | null> {
  if (mail.death) {
    await markFailed(db, mail, `mails.failure.link-${mail.death}`);
    return null;
  }
  try {
    await post.send(letterOf(mail, from));
  } catch (error) {
    const failure = judgeFailure(error);
    const pause = failure.forGood || from.once ? null : pauseAfter(mail.attempts);
    if (pause === null) await markFailed(db, mail, failure.words);
    else await markWaiting(db, mail, failure.words, pause);
    return failure;
  }
  await markSent(db, mail);
  return null;
}

/** Links are made from the configured address only, never from what a request said. */
function letterOf(mail: ClaimedMail, { server, settings }: From): Letter {
  const link = mail.link_path === null ? null : publicAddress() + mail.link_path;
  return {
    id: mail.id,
    from: mail.sender
      ? { name: cleanValue(mail.sender.name), address: mail.sender.address }
      : { name: cleanValue(server.fromName ?? settings.organisationName), address: server.fromAddress },
    to: { name: cleanValue(mail.to_name ?? ''), address: mail.to_address },
    subject: mail.subject,
    ...fillMarks(mail, link, mail.time_zone ?? settings.timeZone),
  };
}
