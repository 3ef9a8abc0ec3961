import type { OutputOf } from '../contract/endpoint.ts';
import type { listMail, MailListed } from '../contract/mail.ts';
import { createUser } from '../contract/users.ts';
import { setAdminAccessAct } from '../server/accounts/change-rights.ts';
import { createUserAct } from '../server/accounts/create-user.ts';
import { deactivateUserAct } from '../server/accounts/end-account.ts';
import { commandLine } from '../server/act/actor.ts';
import { today } from '../server/lib/days.ts';
import { readSettings } from '../server/settings/read-settings.ts';
import { setPasswordAct } from '../server/sign-in/guard-user.ts';
import type { Client } from './client.ts';
import { password, type World } from './world.ts';

export type Made = { id: string; email: string; username: string; path: string };

export type Wanted = {
  state?: 'active' | 'pending' | 'starting' | 'deactivated';
  admin?: boolean;
  mustChange?: boolean;
  roles?: string[];
  email?: string;
  firstName?: string;
  lastName?: string;
};

let made = 0;

/** A made-up person, by the same acts that the calls use; able to sign in with `password` unless their state says no. */
export async function aPerson(world: World, wanted: Wanted = {}): Promise<Made> {
  const { state = 'active', admin = false, mustChange = false, roles = [] } = wanted;
  const actor = commandLine();
  const day = today((await readSettings(world.db)).timeZone);
  made += 1;
  const email = wanted.email ?? `persoon.${made}@zonnig.example`;
  const input = createUser.input.parse({
    firstName: wanted.firstName ?? 'Noor',
    lastName: wanted.lastName ?? `Linden ${made}`,
    email,
    roles,
    startsOn: (state === 'starting' ? day.add({ days: 7 }) : day.subtract({ days: 30 })).toString(),
    sendWelcomeMail: state === 'pending',
  });
  const id = await createUserAct(world.db, actor, input);
  if (state !== 'pending') await setPasswordAct(world.db, actor, { id, password, mustChange });
  if (admin) await setAdminAccessAct(world.db, actor, { id, granted: true });
  if (state === 'deactivated') {
    await deactivateUserAct(world.db, actor, { id, leavesOn: day.subtract({ days: 1 }).toString() });
  }
  const { username } = await readUser(world, id);
  return { id, email, username, path: `/users/${id}` };
}

/** The stored row of somebody who is there. */
export async function readUser(world: World, id: string) {
  return world.db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The token in the newest mail with a link to this person, as an administrator finds it on the mail page. */
export async function readMailLink(
  admin: Client,
  userId: string,
  kind?: MailListed['kind'],
): Promise<string> {
  const { body } = await admin.get<OutputOf<typeof listMail>>(`/mail?user=${userId}`);
  for (const mail of body.items) {
    if (kind && mail.kind !== kind) continue;
    const { body: opened } = await admin.get<{ link: string | null }>(`/mail/${mail.id}`);
    const token = opened.link?.split('#')[1];
    if (token) return token;
  }
  throw new Error('There is no mail with a living link.');
}

/** How many mails of this kind were written to somebody. */
export async function countMails(world: World, userId: string, kind: string): Promise<number> {
  const rows = await world.db
    .selectFrom('mails')
    .select('id')
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}
