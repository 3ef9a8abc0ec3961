import { sql } from 'kysely';
import type { forgotPassword, resetPassword } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { minutes, today } from '../lib/days.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, findUserByIdentifier, lockUserRow, type UserRow } from '../users/users.sql.ts';
import { canComeIn } from './can-come-in.ts';
import { hashNewPassword } from './choose-password.ts';
import { upsertCredential } from './credentials.sql.ts';
import { findLink, insertLink, revokeLinks, takeLink } from './links.sql.ts';
import { deleteSessions } from './sessions.sql.ts';

const resetLives = minutes(60);

/**
 * Mails a reset link to somebody who could sign in. The answer tells nothing, and the work is done after it has
 * been given, so its time tells nothing either.
 */
export const forgotPasswordAct: Act<typeof forgotPassword> = async (db, actor, { email }) => {
  setImmediate(() => {
    mailResetLink(db, actor, email).catch((error: unknown) => process.emitWarning(error as Error));
  });
};

/** One mail a minute for one person at most, so that nobody floods a mailbox. */
export async function mailResetLink(db: Db, actor: Actor, identifier: string): Promise<boolean> {
  const settings = await readSettings(db);
  const user = await findUserByIdentifier(db, identifier);
  if (!user || !(await canComeIn(db, user, today(settings.timeZone).toString()))) return false;
  return transact(db, async (transaction) => {
    await lockUserRow(transaction, user.id);
    const { rows } = await sql`
      select 1 from links where user_id = ${user.id} and purpose = 'reset'
        and used_at is null and created_at > now() - interval '1 minute'`.execute(transaction);
    if (rows.length > 0) return false;
    await putResetMail(transaction, user);
    await recordDeeds(transaction, actor, [
      { action: 'users.reset-requested', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
    return true;
  });
}

/** Writes the mail with a fresh reset link; the older ones die. */
async function putResetMail(transaction: Db, user: UserRow): Promise<string> {
  const link = await insertLink(transaction, user, 'reset', user.email, resetLives);
  return putMail(transaction, {
    kind: 'reset',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name },
    link,
  });
}

/** Sets the password by a reset link. All sessions end; a lock stays, and so does a second factor. */
export const resetPasswordAct: Act<typeof resetPassword> = async (db, actor, { token, password }) => {
  const link = await findLink(db, token, ['reset']);
  const user = link && (await findUser(db, link.userId));
  if (!link || !user || user.email !== link.email) throw new Refused('links.invalid');
  if (link.expired) throw new Refused('links.expired');
  const settings = await readSettings(db);
  if (!(await canComeIn(db, user, today(settings.timeZone).toString()))) throw new Refused('links.invalid');
  const person = {
    firstName: user.first_name,
    lastName: user.last_name,
    email: user.email,
    twoFactor: user.two_factor_on,
  };
  const chosen = await hashNewPassword(db, person, password);
  await transact(db, async (transaction) => {
    await lockUserRow(transaction, user.id);
    if (!(await takeLink(transaction, link.id))) throw new Refused('links.invalid');
    await upsertCredential(transaction, user.id, chosen, false);
    await revokeLinks(transaction, user.id, ['reset']);
    await deleteSessions(transaction, user.id);
    await recordDeeds(transaction, { ...actor, kind: 'user', userId: user.id }, [
      { action: 'users.password-reset', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
  });
};
