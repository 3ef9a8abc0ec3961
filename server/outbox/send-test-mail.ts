import type { sendTestMail } from '../../contract/mail.ts';
import { displayName } from '../../contract/names.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { readMailServer } from '../settings/mail-server.ts';
import { readSettings } from '../settings/read-settings.ts';
import { claimMailById } from './claims.sql.ts';
import { describeMail } from './describe-mail.ts';
import type { Failure } from './judge-failure.ts';
import { findMail } from './mails.sql.ts';
import { openPost } from './post.ts';
import { writeMail } from './put-mail.ts';
import { lease, sendClaimed } from './send-mails.ts';

/** Sends a test mail at once, by this process, and refuses with the mail server's words when it does not leave. */
export const sendTestMailAct: Act<typeof sendTestMail> = async (db, actor, { to }) => {
  if (!(await readMailServer(db))) throw new Refused('mail.no-server');
  const id = await transact(db, (transaction) => writeTestMail(transaction, actor, to));
  const failure = await sendNow(db, id);
  if (failure) throw new Refused('mail.test-failed', { values: { reason: failure.words } });
  const mail = await findMail(db, id, null);
  if (!mail) throw new Refused('mail.not-found');
  return describeMail(mail, actor);
};

async function writeTestMail(transaction: Db, actor: Actor, to: string): Promise<string> {
  const { language } = actor;
  const by = actor.userId === null ? null : await readName(transaction, actor.userId);
  // Until then it is this process's own: no other one finds it due.
  const nextTryAt = Temporal.Now.instant().add({ milliseconds: lease });
  const id = await writeMail(
    transaction,
    { kind: 'test', user: null, to, language, values: { by } },
    nextTryAt,
  );
  await recordDeeds(transaction, actor, [
    { action: 'mail.test-sent', target: { kind: 'mail', id }, about: null },
  ]);
  return id;
}

async function readName(db: Db, userId: string): Promise<string | null> {
  const user = await db
    .selectFrom('users')
    .select(['first_name as firstName', 'infix', 'last_name as lastName'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return user ? displayName(user) : null;
}

async function sendNow(db: Db, id: string): Promise<Failure | null> {
  const server = await readMailServer(db);
  const settings = await readSettings(db);
  const mail = await claimMailById(db, id, lease);
  if (!server || !mail) return null;
  const post = await openPost(server);
  try {
    return await sendClaimed(db, post, mail, { server, settings, once: true });
  } finally {
    post.close();
  }
}
