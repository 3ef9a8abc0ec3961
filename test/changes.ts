import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { insertOrganisation } from '../server/organisations/organisations.sql.ts';
import { startMailServer } from '../server/outbox/outbox.fixtures.ts';
import { changesOfBelonging } from './changes-of-belonging.ts';
import { changesOfImports } from './changes-of-imports.ts';
import { changesOfMany } from './changes-of-many.ts';
import { changesOfPersonnelFiles } from './changes-of-personnel-files.ts';
import { changesOfPhotos } from './changes-of-photos.ts';
import { changesOfSecondFactors } from './changes-of-second-factors.ts';
import { changesOfWork } from './changes-of-work.ts';
import type { Client, Headers } from './client.ts';
import { aPerson, readMailLink, readUser } from './people.ts';
import { aToken, makeProgram } from './tokens.ts';
import { password, type World } from './world.ts';

/** A changing call that succeeds and changes something. */
export type Change = {
  client: Client;
  path: string;
  input?: object;
  headers?: Headers;
  /** The version that stands there now, for calls that take `If-Match`. */
  version?: () => Promise<number>;
  /** How many deeds it leaves in the audit log, where that is not one. */
  deeds?: number;
  /** True where they are left after the answer. */
  later?: boolean;
};

export type Prepare = (world: World, admin: Client) => Promise<Change>;

const another = 'Waterval-39-mos';

async function onUser(
  world: World,
  admin: Client,
  wanted: Parameters<typeof aPerson>[1],
  rest: string,
  input?: object,
): Promise<Change> {
  const { id } = await aPerson(world, wanted);
  return {
    client: admin,
    path: `/users/${id}${rest}`,
    ...(input ? { input } : {}),
    version: async () => (await readUser(world, id)).version,
  };
}

async function signedIn(world: World, path: string, input?: object): Promise<Change> {
  const { email } = await aPerson(world);
  return { client: await world.signIn(email), path, ...(input ? { input } : {}) };
}

async function withLink(world: World, path: string, input: object, token: string): Promise<Change> {
  return { client: world.visitor(), path, input: { token, ...input } };
}

async function expireLinks(world: World, userId: string): Promise<void> {
  await sql`update links set expires_at = now() - interval '1 second', created_at = now() - interval '1 day'
    where user_id = ${userId}`.execute(world.db);
}

async function anInvitation(world: World, admin: Client) {
  const { id } = await aPerson(world, { state: 'pending' });
  return { id, token: await readMailLink(admin, id) };
}

/** How each changing call of the contract is made once with success, by its name. */
export const changes: Record<string, Prepare> = {
  ...changesOfBelonging,
  ...changesOfImports,
  ...changesOfMany,
  ...changesOfPhotos,
  ...changesOfPersonnelFiles,
  ...changesOfSecondFactors,
  ...changesOfWork,
  'setup.remove-demo': async (world, admin) => {
    await insertOrganisation(world.db, 'Voorbeeld', true);
    return { client: admin, path: '/demo' };
  },
  'session.sign-in': async (world) => {
    const { email } = await aPerson(world);
    return { client: world.visitor(), path: '/session', input: { identifier: email, password } };
  },
  'session.sign-out': (world) => signedIn(world, '/session'),
  // Written down after the answer, so that its time tells nothing.
  'password.forgotten': async (world) => ({
    client: world.visitor(),
    path: '/password/forgotten',
    input: { email: (await aPerson(world)).email },
    later: true,
  }),
  'password.reset': async (world, admin) => {
    const { id, email } = await aPerson(world);
    await world.visitor().post('/password/forgotten', { email });
    const token = await untilFound(() => readMailLink(admin, id, 'reset'));
    return withLink(world, '/password/reset', { password: another }, token);
  },
  'password.estimate': async (world, admin) => {
    const { token } = await anInvitation(world, admin);
    return { ...(await withLink(world, '/password/strength', { password: another }, token)), deeds: 0 };
  },
  'activation.use': async (world, admin) => {
    const { token } = await anInvitation(world, admin);
    return withLink(world, '/activation', { password: another }, token);
  },
  'links.inspect': async (world, admin) => {
    const { token } = await anInvitation(world, admin);
    return { ...(await withLink(world, '/links/inspect', {}, token)), deeds: 0 };
  },
  'invitation.decline': async (world, admin) => {
    const { body } = await admin.get<{ items: { id: string }[] }>('/organisations');
    const { body: member } = await admin.post<{ id: string }>(`/organisations/${body.items[0]?.id}/members`, {
      email: `${randomBytes(4).toString('hex')}@zonnig.example`,
      role: 'member',
    });
    return withLink(world, '/invitation/decline', {}, await readMailLink(admin, member.id));
  },
  'links.renew': async (world, admin) => {
    const { id, token } = await anInvitation(world, admin);
    await expireLinks(world, id);
    return withLink(world, '/links/renew', {}, token);
  },
  'email.confirm': async (world, admin) => {
    const { id } = await aPerson(world);
    await admin.patch(`/users/${id}`, { email: `nieuw.${id}@zonnig.example` });
    return withLink(world, '/email/confirm', {}, await readMailLink(admin, id, 'email-confirm'));
  },
  'me.change-password': (world) => signedIn(world, '/me/password', { current: password, password: another }),
  'me.change': (world) => signedIn(world, '/me', { timeZone: 'Europe/Brussels' }),
  'session.prove': (world) => signedIn(world, '/session/proof', { password }),
  'me.change-email': (world) => signedIn(world, '/me/email', { email: 'eigen.nieuw@zonnig.example' }),
  'me.withdraw-email': async (world) => {
    const change = await signedIn(world, '/me/email');
    await change.client.put('/me/email', { email: 'eigen.ander@zonnig.example' });
    return change;
  },
  'tokens.create': async (world) => {
    const { email } = await aPerson(world, { roles: ['hr'] });
    return { client: await world.signIn(email), path: '/me/tokens', input: aToken() };
  },
  'tokens.end-own': async (world) => {
    const { email } = await aPerson(world, { roles: ['hr'] });
    const client = await world.signIn(email);
    return { client, path: `/me/tokens/${(await makeProgram(world, client, ['people.view'])).id}` };
  },
  'tokens.end': async (world, admin) => {
    const { email, path } = await aPerson(world, { roles: ['hr'] });
    const { id } = await makeProgram(world, await world.signIn(email), ['people.view']);
    return { client: admin, path: `${path}/tokens/${id}` };
  },
  'users.end-session': async (world, admin) => {
    const { email, path } = await aPerson(world);
    await world.signIn(email);
    const { body } = await admin.get<{ items: { id: string }[] }>(`${path}/sessions`);
    return { client: admin, path: `${path}/sessions/${body.items[0]?.id}` };
  },
  'me.end-session': async (world) => {
    const { email } = await aPerson(world);
    const client = await world.signIn(email);
    await world.signIn(email);
    const { body } = await client.get<{ items: { id: string; current: boolean }[] }>('/me/sessions');
    return { client, path: `/me/sessions/${body.items.find(({ current }) => !current)?.id}` };
  },
  'me.end-other-sessions': (world) => signedIn(world, '/me/sessions'),
  'accounts.withdraw-email': async (world, admin) => {
    const { id } = await aPerson(world);
    await admin.patch(`/users/${id}`, { email: `nieuw.${id}@zonnig.example` });
    return { client: admin, path: `/users/${id}/pending-email` };
  },
  'users.unlock': async (world, admin) => {
    const change = await onUser(world, admin, {}, '/unlock', {});
    await sql`update users set locked_at = now() where id = ${change.path.split('/')[2]}`.execute(world.db);
    return change;
  },
  'users.set-password': (world, admin) => onUser(world, admin, {}, '/password', { password: another }),
  'users.end-sessions': (world, admin) => onUser(world, admin, {}, '/sessions'),
  'users.create': async (_world, admin) => ({
    client: admin,
    path: '/users',
    input: { firstName: 'Fien', lastName: 'Berg', email: 'fien@zonnig.example' },
  }),
  'users.change': (world, admin) => onUser(world, admin, {}, '', { jobTitle: 'Tuinman' }),
  'users.set-admin-access': (world, admin) => onUser(world, admin, {}, '/admin-access', { granted: true }),
  'users.set-roles': (world, admin) => onUser(world, admin, {}, '/roles', { roles: ['hr'] }),
  'accounts.deactivate': (world, admin) =>
    onUser(world, admin, {}, '/deactivate', { leavesOn: '2040-01-01' }),
  'accounts.reactivate': (world, admin) => onUser(world, admin, { state: 'deactivated' }, '/reactivate', {}),
  'accounts.delete': (world, admin) => onUser(world, admin, {}, '/delete', { acknowledged: true }),
  'accounts.send-welcome-mail': (world, admin) =>
    onUser(world, admin, { state: 'pending' }, '/welcome-mail', {}),
  'mail.resend': async (world, admin) => {
    const { id } = await aPerson(world, { state: 'pending' });
    const { body } = await admin.get<{ items: { id: string }[] }>(`/mail?user=${id}`);
    return { client: admin, path: `/mail/${body.items[0]?.id}/resend`, input: {} };
  },
  'mail.send-test': async (world, admin) => {
    const server = await startMailServer();
    process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}?security=none`;
    world.onClose(server.stop);
    return { client: admin, path: '/mail/test', input: { to: 'iemand@zonnig.example' } };
  },
  'settings.change': async (world, admin) => ({
    client: admin,
    path: '/settings',
    input: { colour: `#${randomBytes(3).toString('hex')}` },
    version: async () =>
      (await world.db.selectFrom('installation').select('version').executeTakeFirstOrThrow()).version,
  }),
};

/** Asks again until it no longer throws: for what is done after an answer. Gives up after five seconds. */
export async function untilFound<T>(find: () => Promise<T>): Promise<T> {
  const until = performance.now() + 5000;
  for (;;) {
    try {
      return await find();
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }
}
