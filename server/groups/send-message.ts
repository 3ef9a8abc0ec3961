import { sql } from 'kysely';
import type { previewGroupMessage, sendGroupMessage } from '../../contract/groups.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { type MailToPut, putMails } from '../outbox/put-mail.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';
import { findGroup, type StoredGroup } from './groups.sql.ts';
import { todayHere } from './list-groups.ts';

/**
 * Mails everybody who is linked today and may come in now or later. For who has not activated the account yet the
 * mail is held, so that nobody hears of a place that they cannot enter; a setting sends it at once instead. Either
 * way it carries no link to set a password.
 */
export const sendGroupMessageAct: Act<typeof sendGroupMessage> = async (db, actor, { id, subject, text }) => {
  const group = await findGroup(db, id);
  if (!group) throw new Refused('groups.not-found');
  const people = await listReceivers(db, id, await todayHere(db));
  const { groupMailAtOnce } = await readSettings(db);
  const by = actor.userId ? await findUser(db, actor.userId) : undefined;
  const sender = by?.default_sender ? await findGroup(db, by.default_sender) : undefined;
  const mails = people.map((person) => ({
    mail: mailFor(person, group, subject, text, by),
    held: isHeld(person, groupMailAtOnce),
    sender: sender?.email ? { name: sender.displayName ?? sender.name, address: sender.email } : null,
  }));
  const held = mails.filter((mail) => mail.held).length;
  await transact(db, async (transaction) => {
    await putMails(transaction, mails);
    await recordDeeds(transaction, actor, [
      {
        action: 'groups.message-sent',
        target: { kind: 'group', id },
        about: null,
        changes: [
          { field: 'subject', from: null, to: subject },
          { field: 'mails', from: null, to: mails.length },
        ],
      },
    ]);
  });
  return { mails: mails.length - held, held };
};

/** How many mails a message would be now: what is said before it is sent. */
export const previewGroupMessageAct: Act<typeof previewGroupMessage> = async (db, _actor, { id }) => {
  if (!(await findGroup(db, id))) throw new Refused('groups.not-found');
  const people = await listReceivers(db, id, await todayHere(db));
  const { groupMailAtOnce } = await readSettings(db);
  const held = people.filter((person) => isHeld(person, groupMailAtOnce)).length;
  return { mails: people.length - held, held, atOnce: groupMailAtOnce };
};

function isHeld(person: Receiver, atOnce: boolean): boolean {
  return person.activated_at === null && !atOnce;
}

type Receiver = Pick<
  UserRow,
  'id' | 'first_name' | 'infix' | 'last_name' | 'email' | 'language' | 'activated_at'
>;

async function listReceivers(db: Db, groupId: string, day: string): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select u.id, u.first_name, u.infix, u.last_name, u.email, u.language, u.activated_at
    from group_members m join users u on u.id = m.user_id
    where m.group_id = ${groupId}::uuid and m.since <= ${day}::date and (m.until is null or m.until >= ${day}::date)
      and u.standing <> 'ended'
    order by u.sort_key, u.id`.execute(db);
  return rows;
}

function mailFor(
  person: Receiver,
  group: StoredGroup,
  heading: string,
  message: string,
  by: UserRow | undefined,
): MailToPut {
  return {
    kind: 'group-message',
    user: { id: person.id, name: nameOf(person), email: person.email },
    to: person.email,
    language: person.language,
    values: { firstName: person.first_name, by: by ? nameOf(by) : null, group: group.name, heading, message },
  };
}
