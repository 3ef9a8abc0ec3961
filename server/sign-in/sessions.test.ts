import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made, readMailLink } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { today } from '../lib/days.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  // Whatever day it is somewhere, it has begun for the administrator.
  await sql`update staff_memberships set starts_on = '2020-01-01'`.execute(world.db);
  admin = await world.signIn();
});
after(() => world.close());

type OwnSessions = { items: { id: string; current: boolean; device: string | null }[] };

async function isIn(client: Client): Promise<boolean> {
  const { status } = await client.get('/session');
  assert.ok(status === 200 || status === 401);
  return status === 200;
}

async function twoDevices(wanted = {}): Promise<{ person: Made; here: Client; there: Client }> {
  const person = await aPerson(world, wanted);
  return { person, here: await world.signIn(person.email), there: await world.signIn(person.email) };
}

async function assertAllOut(clients: Client[], what: string): Promise<void> {
  for (const client of clients) assert.equal(await isIn(client), false, what);
}

const another = 'Waterval-39-mos';
const day = (days: number) => today('Europe/Amsterdam').add({ days }).toString();

const endings: Record<string, (person: Made) => Promise<unknown>> = {
  'an administrator sets another password': ({ path }) =>
    admin.post(`${path}/password`, { password: another }),
  'an administrator signs them out': ({ path }) => admin.delete(`${path}/sessions`),
  'the account is deactivated as of yesterday': ({ path }) =>
    admin.post(`${path}/deactivate`, { leavesOn: day(-1) }),
  'the account is deleted': ({ path }) => admin.post(`${path}/delete`, { acknowledged: true }),
  'an administrator gives them another e-mail address': ({ path, id }) =>
    admin.patch(path, { email: `anders.${id}@zonnig.example`, emailAtOnce: true }),
  'a new e-mail address is confirmed': async ({ path, id }) => {
    await admin.patch(path, { email: `nieuw.${id}@zonnig.example` });
    const token = await readMailLink(admin, id, 'email-confirm');
    assert.equal((await world.visitor().post('/email/confirm', { token })).status, 204);
  },
  'a reset link is used': async ({ path, email, id }) => {
    assert.ok(path);
    await world.visitor().post('/password/forgotten', { email });
    await new Promise((done) => setTimeout(done, 300));
    const token = await readMailLink(admin, id, 'reset');
    assert.equal((await world.visitor().post('/password/reset', { token, password: another })).status, 204);
  },
};

for (const [what, end] of Object.entries(endings)) {
  test(`every session has ended at the next request once ${what}`, async () => {
    const { person, here, there } = await twoDevices();
    await end(person);
    await assertAllOut([here, there], what);
  });
}

test('a leave date of today lets somebody in until the day is over, in the time zone of the installation', async () => {
  // These two zones never have the same day.
  await admin.patch('/settings', { timeZone: 'Pacific/Pago_Pago' });
  const { person, here } = await twoDevices();
  const leavesOn = today('Pacific/Pago_Pago').toString();
  assert.equal((await admin.post(`${person.path}/deactivate`, { leavesOn })).status, 200);
  assert.equal(await isIn(here), true);
  const moved = await admin.patch('/settings', { timeZone: 'Pacific/Kiritimati' });
  assert.equal(moved.status, 200, moved.raw);
  assert.equal(await isIn(here), false);
  const answer = await trySignIn(world.visitor(), person.email, password);
  assert.equal(answer.status, 401);
  const { body } = await admin.get<{ state: string; billed: boolean }>(person.path);
  assert.deepEqual([body.state, body.billed], ['deactivated', false]);
  await admin.patch('/settings', { timeZone: 'Pacific/Pago_Pago' });
  assert.equal(await isIn(here), true);
  await admin.patch('/settings', { timeZone: 'Europe/Amsterdam' });
});

test('somebody who starts tomorrow comes in from the first moment of that day', async () => {
  await admin.patch('/settings', { timeZone: 'Pacific/Pago_Pago' });
  const person = await aPerson(world);
  const tomorrow = today('Pacific/Pago_Pago').add({ days: 1 }).toString();
  await sql`update staff_memberships set starts_on = ${tomorrow}::date where user_id = ${person.id}`.execute(
    world.db,
  );
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 401);
  await admin.patch('/settings', { timeZone: 'Pacific/Kiritimati' });
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 200);
  await admin.patch('/settings', { timeZone: 'Europe/Amsterdam' });
});

test('a session ends when it was not used for as long as the setting says, and at its highest age', async () => {
  const { person, here, there } = await twoDevices();
  const shift = (column: string, by: string) =>
    sql`update sessions set ${sql.ref(column)} = now() - ${by}::interval where user_id = ${person.id}`.execute(
      world.db,
    );
  await shift('last_used_at', '11 hours 59 minutes');
  assert.equal(await isIn(here), true);
  await shift('last_used_at', '12 hours 1 minute');
  await assertAllOut([here, there], 'idle');
  await shift('last_used_at', '0 minutes');
  await shift('created_at', '29 days 23 hours');
  assert.equal(await isIn(here), true);
  await shift('created_at', '30 days 1 minute');
  await assertAllOut([here, there], 'too old');
  assert.deepEqual((await admin.get<{ sessions: number }>(person.path)).body.sessions, 0);
});

test('shorter limits count at once', async () => {
  const { person, here } = await twoDevices();
  await sql`update sessions set last_used_at = now() - interval '2 hours' where user_id = ${person.id}`.execute(
    world.db,
  );
  await admin.patch('/settings', { sessionIdleHours: 1 });
  assert.equal(await isIn(here), false);
  await admin.patch('/settings', { sessionIdleHours: 12 });
});

test('using a session keeps it alive', async () => {
  const { person, here } = await twoDevices();
  await sql`update sessions set last_used_at = now() - interval '11 hours' where user_id = ${person.id}`.execute(
    world.db,
  );
  await isIn(here);
  const { rows } = await sql<{ fresh: boolean }>`
    select bool_or(last_used_at > now() - interval '1 minute') as fresh from sessions
    where user_id = ${person.id}`.execute(world.db);
  assert.equal(rows[0]?.fresh, true);
});

test('the own sessions are listed, and can be ended one by one or all others at once', async () => {
  const { here, there, person } = await twoDevices();
  const third = world.visitor();
  await third.post('/session', { identifier: person.email, password }, { 'user-agent': 'Telefoon' });
  const { body } = await here.get<OwnSessions>('/me/sessions');
  assert.equal(body.items.length, 3);
  assert.equal(body.items.filter(({ current }) => current).length, 1);
  const phone = body.items.find(({ device }) => device === 'Telefoon');
  assert.equal((await here.delete(`/me/sessions/${phone?.id}`)).status, 204);
  assert.equal(await isIn(third), false);
  assert.equal((await here.delete(`/me/sessions/${phone?.id}`)).status, 404);
  assert.deepEqual((await here.delete<{ ended: number }>('/me/sessions')).body, { ended: 1 });
  assert.deepEqual([await isIn(here), await isIn(there)], [true, false]);
});

test('signing out everywhere ends the session one is in as well, and takes its cookie', async () => {
  const { here, there } = await twoDevices();
  const cookie = new Map(here.jar);
  assert.deepEqual((await here.delete<{ ended: number }>('/me/sessions?which=all')).body, { ended: 2 });
  assert.equal(here.jar.has('muster'), false);
  for (const [name, value] of cookie) here.jar.set(name, value);
  assert.deepEqual([await isIn(here), await isIn(there)], [false, false]);
  assert.equal((await here.delete('/me/sessions?which=some')).status, 401);
});

test('nobody ends a session of somebody else under their own', async () => {
  const { here } = await twoDevices();
  const other = await aPerson(world);
  const victim = await world.signIn(other.email);
  const { body } = await victim.get<OwnSessions>('/me/sessions');
  const answer = await here.delete(`/me/sessions/${body.items[0]?.id}`);
  assert.deepEqual([answer.status, answer.body.code], [404, 'session.not-found']);
  assert.equal(await isIn(victim), true);
});

test('ending the session one is in removes its cookie', async () => {
  const { here } = await twoDevices();
  const { body } = await here.get<OwnSessions>('/me/sessions');
  const current = body.items.find((session) => session.current)?.id ?? '';
  assert.equal((await here.delete(`/me/sessions/${current}`)).status, 204);
  assert.equal(here.jar.has('muster'), false);
});

test('a new own password ends every session and gives this one a new token', async () => {
  const { person, here, there } = await twoDevices();
  const before = here.jar.get('muster') ?? '';
  const answer = await here.put('/me/password', { current: password, password: another });
  assert.equal(answer.status, 200, answer.raw);
  assert.notEqual(here.jar.get('muster'), before);
  assert.deepEqual([await isIn(here), await isIn(there)], [true, false]);
  const thief = world.visitor();
  thief.jar.set('muster', before);
  assert.equal(await isIn(thief), false);
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 401);
  assert.equal((await trySignIn(world.visitor(), person.email, another)).status, 200);
});

test('the current password is asked for, and wrong ones count towards the lock', async () => {
  const { person, here } = await twoDevices();
  for (const current of [undefined, '', 'Fout-1']) {
    const { status, body } = await here.put('/me/password', { current, password: another });
    assert.deepEqual(
      [status, body.code, body.fields?.[0]?.field],
      [422, 'session.wrong-password', 'current'],
    );
  }
  await here.put('/me/password', { current: 'Fout-2', password: another });
  const { status } = await here.put('/me/password', { current: password, password: another });
  assert.equal(status, 423);
  assert.equal((await admin.get<{ locked: boolean }>(person.path)).body.locked, true);
});

test('who must choose a new password chooses it without the old one, under a new token, and is in', async () => {
  const { person, here, there } = await twoDevices({ mustChange: true });
  const before = here.jar.get('muster') ?? '';
  const refused = await here.put('/me/password', { password: 'kort' });
  assert.deepEqual([refused.status, refused.body.code], [422, 'passwords.refused']);
  assert.equal((await here.put('/me/password', { password: another })).status, 200);
  assert.notEqual(here.jar.get('muster'), before);
  assert.equal((await here.get<{ user?: object }>('/session')).body.user !== undefined, true);
  assert.equal(await isIn(there), false);
  const { body } = await admin.get<{ mustChangePassword: boolean }>(person.path);
  assert.equal(body.mustChangePassword, false);
});

test('a right that is taken away is gone at the next request of the same session', async () => {
  const person = await aPerson(world, { roles: ['hr'] });
  const client = await world.signIn(person.email);
  assert.equal((await client.get('/users')).status, 200);
  await admin.put(`${person.path}/roles`, { roles: ['finance'] });
  assert.equal((await client.get('/users')).status, 403);
  await admin.put(`${person.path}/admin-access`, { granted: true });
  assert.equal((await client.get('/audit')).status, 200);
  await admin.put(`${person.path}/admin-access`, { granted: false });
  assert.equal((await client.get('/audit')).status, 403);
});

test('a role whose end has come gives nothing any more', async () => {
  const person = await aPerson(world, { roles: ['hr'] });
  const client = await world.signIn(person.email);
  const endsOn = (date: string) =>
    sql`update role_assignments set ends_on = ${date}::date where user_id = ${person.id}`.execute(world.db);
  await endsOn(day(0));
  assert.equal((await client.get('/users')).status, 200);
  await endsOn(day(-1));
  assert.equal((await client.get('/users')).status, 403);
});
