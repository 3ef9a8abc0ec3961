import type { Actor } from '../act/actor.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { putMail } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { isOtherAdministrator, lockAdministrators } from '../users/last-administrator.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, lockUserRow, updateMarks } from '../users/users.sql.ts';
import { type Counted, delayInstead, markLocking } from './counts.sql.ts';

/**
 * Too many wrong passwords: locks the account and mails the person; devices that are known and did not guess may go
 * on. The last administrator who can sign in is delayed instead, longer each time, because nobody could unlock them.
 * Does nothing more when it is locked already.
 */
export async function lockOrDelay(transaction: Db, actor: Actor, counted: Counted): Promise<void> {
  const { userId, deviceId } = counted;
  // Of two administrators who are about to be locked at once, the second sees the first one's lock.
  if ((await findUser(transaction, userId))?.is_admin) await lockAdministrators(transaction);
  const user = await lockUserRow(transaction, userId);
  if (!user) return;
  if (user.locked_at !== null) return markLocking(transaction, counted);
  const settings = await readSettings(transaction);
  const last =
    user.is_admin && !(await isOtherAdministrator(transaction, userId, today(settings.timeZone).toString()));
  const until = last ? await delayInstead(transaction, counted) : null;
  if (!last) {
    await markLocking(transaction, counted);
    await updateMarks(transaction, userId, { locked_at: Temporal.Now.instant().toString() });
  }
  await putMail(transaction, {
    kind: 'locked',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: {
      firstName: user.first_name,
      until: until ? momentFor(user, until) : '',
      delayed: last,
      byStranger: deviceId === null,
    },
  });
  await recordDeeds(transaction, actor, [
    {
      action: last ? 'users.delayed' : 'users.locked',
      target: { kind: 'user', id: user.id },
      about: user.id,
      changes: last ? [] : [{ field: 'locked', from: false, to: true }],
    },
  ]);
}

function momentFor(user: { language: string; time_zone: string }, moment: Temporal.Instant): string {
  return moment.toLocaleString(user.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: user.time_zone,
  });
}
