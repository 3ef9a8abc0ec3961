import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SessionListed } from '../../contract/sessions.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { placeOf } from '../lib/network.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  admin = await world.signIn();
});
after(() => world.close());

type Listed = { items: SessionListed[] };

async function onTwoDevices(wanted = {}): Promise<{ person: Made; phone: Client; laptop: Client }> {
  const person = await aPerson(world, wanted);
  const phone = world.visitor('10.1.2.3');
  await phone.post('/session', { identifier: person.email, password }, { 'user-agent': 'Telefoon' });
  const laptop = world.visitor('203.0.113.200');
  await trySignIn(laptop, person.email, password);
  return { person, phone, laptop };
}

const isIn = async (client: Client) => (await client.get('/session')).status === 200;

test('who guards people sees where somebody is signed in, and ends one or all', async () => {
  const { person, phone, laptop } = await onTwoDevices();
  const { body } = await admin.get<Listed>(`${person.path}/sessions`);
  const found = body.items.find(({ device }) => device === 'Telefoon');
  assert.deepEqual(
    [body.items.length, found?.address, found?.place, found?.current],
    [2, '10.1.2.3', 'inside', false],
  );
  assert.equal((await admin.delete(`${person.path}/sessions/${found?.id}`)).status, 204);
  assert.deepEqual([await isIn(phone), await isIn(laptop)], [false, true]);
  assert.equal((await admin.delete(`${person.path}/sessions/${found?.id}`)).status, 404);
  assert.deepEqual((await admin.delete(`${person.path}/sessions`)).body, { ended: 1 });
  assert.equal(await isIn(laptop), false);
});

test('a session is ended under its own person only', async () => {
  const { person } = await onTwoDevices();
  const other = await onTwoDevices();
  const { body } = await admin.get<Listed>(`${other.person.path}/sessions`);
  const answer = await admin.delete(`${person.path}/sessions/${body.items[0]?.id}`);
  assert.deepEqual([answer.status, answer.body.code], [404, 'session.not-found']);
  assert.equal(await isIn(other.phone), true);
});

test('nobody sees or ends the sessions of somebody with more rights', async () => {
  const helper = await world.signIn((await aPerson(world, { roles: ['help-desk'] })).email);
  const { body } = await admin.get<Listed>('/me/sessions');
  for (const answer of [
    await helper.get(`/users/${world.adminId}/sessions`),
    await helper.delete(`/users/${world.adminId}/sessions/${body.items[0]?.id}`),
    await helper.delete(`/users/${world.adminId}/sessions`),
  ]) {
    assert.deepEqual([answer.status, answer.body.code], [403, 'users.above-you']);
  }
  assert.equal(await isIn(admin), true);
});

test('a place is told by the address alone, as seen from the reader', () => {
  assert.equal(placeOf('203.0.113.7', '203.0.113.7'), 'same-network');
  assert.equal(placeOf('2001:db8::1', '2001:db8::2'), 'same-network');
  for (const address of [
    '10.0.0.5',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
  ]) {
    assert.equal(placeOf(address, '203.0.113.7'), 'inside', address);
  }
  assert.equal(placeOf('172.32.0.1', '203.0.113.7'), 'internet');
  assert.deepEqual([placeOf(null, null), placeOf('x', '10.0.0.1')], ['unknown', 'unknown']);
});
