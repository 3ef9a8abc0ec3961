import { sql } from 'kysely';
import type { linkPurposes } from '../contract/sign-in.ts';
import { today } from '../server/lib/days.ts';
import { makeCalendar } from './calendars.ts';
import { untilFound } from './changes.ts';
import type { Answer, Client } from './client.ts';
import type { Device } from './passkey-device.ts';
import { aPerson, countMails, type Made, readMailLink } from './people.ts';
import { addPasskey, sign } from './second-factors.ts';
import { makeProgram } from './tokens.ts';
import { password, trySignIn, type World } from './world.ts';

/** Somebody with a key to every door, made while all was well. */
export type Holder = {
  person: Made;
  cookie: Client;
  program: Client;
  device: Device;
  calendar: string;
  links: Record<(typeof linkPurposes)[number], string>;
};

const another = 'Waterval-39-mos';
const yesterday = () => today('Europe/Amsterdam').subtract({ days: 1 }).toString();

/** Opens an activation link only for somebody who never was active; the other links only for somebody who is. */
export async function aHolder(world: World, admin: Client): Promise<Holder> {
  const person = await aPerson(world, { roles: ['employee'] });
  const cookie = await world.signIn(person.email);
  const { program } = await makeProgram(world, cookie, ['people.view']);
  const { device } = await addPasskey(cookie);
  const calendar = await makeCalendar(cookie);
  await world.visitor().post('/password/forgotten', { email: person.email });
  const reset = await untilFound(() => readMailLink(admin, person.id, 'reset'));
  await admin.patch(person.path, { email: `nieuw.${person.id}@zonnig.example` });
  const email = await readMailLink(admin, person.id, 'email-confirm');
  const invited = await aPerson(world, { state: 'pending' });
  const activation = await readMailLink(admin, invited.id);
  await sql`delete from links where user_id = ${person.id} and purpose = 'activation'`.execute(world.db);
  await sql`update links set user_id = ${person.id}, email = ${person.email}, credential_version = 1
    where user_id = ${invited.id}`.execute(world.db);
  return { person, cookie, program, device, calendar, links: { activation, reset, email } };
}

type Bring = (world: World, admin: Client, person: Made) => Promise<unknown>;

/** How somebody comes into each state in which an account may be. */
export const states: Record<string, Bring> = {
  pending: (world, _admin, { id }) =>
    sql`update users set activated_at = null where id = ${id}`.execute(world.db),
  starting: (world, _admin, { id }) =>
    sql`update staff_memberships set starts_on = current_date + 7 where user_id = ${id}`.execute(world.db),
  locked: async (world, _admin, { email }) => {
    for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await trySignIn(world.visitor(), email, secret);
  },
  deactivated: (_world, admin, { path }) => admin.post(`${path}/deactivate`, { leavesOn: yesterday() }),
  'left at midnight': (world, _admin, { id }) =>
    sql`update staff_memberships set leaves_on = current_date - 2 where user_id = ${id}`.execute(world.db),
  deleted: (_world, admin, { path }) => admin.post(`${path}/delete`, { acknowledged: true }),
  'must change the password': (_world, admin, { path }) => admin.post(`${path}/password`, { password }),
};

/** In these states nobody comes in, by no door. */
export const out = ['pending', 'starting', 'deactivated', 'left at midnight', 'deleted'];

export type Entrance = (world: World, holder: Holder) => Promise<Answer<unknown>>;

/** What somebody who never was active may do with their invitation. */
export const ofPending = ['activation.use', 'invitation.decline'];

/** Every call that stands open to anybody and gives a session, a token, a password or shifts, with a key that was good. */
export const entrances: Record<string, Entrance> = {
  'session.sign-in': (world, { person }) => trySignIn(world.visitor(), person.email, password),
  'session.sign-in-with-passkey': async (world, { device }) => {
    const visitor = world.visitor();
    return visitor.post('/session/passkey', { passkey: await sign(visitor, device) });
  },
  'activation.use': (world, { links }) =>
    world.visitor().post('/activation', { token: links.activation, password: another }),
  'invitation.decline': (world, { links }) =>
    world.visitor().post('/invitation/decline', { token: links.activation }),
  'password.reset': (world, { links }) =>
    world.visitor().post('/password/reset', { token: links.reset, password: another }),
  'email.confirm': (world, { links }) => world.visitor().post('/email/confirm', { token: links.email }),
  'calendars.read': (world, { calendar }) => world.visitor().get(calendar),
  'links.inspect': (world, { links }) => world.visitor().post('/links/inspect', { token: links.reset }),
  'links.renew': async (world, { person, links }) => {
    await sql`update links set expires_at = now() - interval '1 second', created_at = now() - interval '1 day'
      where user_id = ${person.id}`.execute(world.db);
    return world.visitor().post('/links/renew', { token: links.reset });
  },
};

/** Calls that stand open to anybody and let nobody in, with the reason. */
export const harmless: Record<string, string> = {
  'setup.get': 'says whether anybody has claimed the installation',
  'setup.claim': 'needs the token that was printed at the start (setup/claim-installation.test.ts)',
  'settings.branding': 'name and colour',
  'settings.logo': 'the picture beside the name',
  'session.challenge-passkey': 'a random number to sign',
  'password.estimate': 'how hard a text is to guess; nothing to who chooses no password',
  'password.forgotten': 'always the same answer; writes mail only to who may come in (below)',
};

/** Mail with a link that was written to somebody because they asked for it. */
export async function countResetMails(world: World, { id, email }: Made): Promise<number> {
  const before = await countMails(world, id, 'reset');
  await sql`update links set created_at = now() - interval '1 hour' where user_id = ${id}`.execute(world.db);
  await world.visitor().post('/password/forgotten', { email });
  await new Promise((done) => setTimeout(done, 150));
  return (await countMails(world, id, 'reset')) - before;
}
