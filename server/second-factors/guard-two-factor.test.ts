import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { twoFactorStates } from '../../contract/user-shapes.ts';
import { setUpApp } from '../../test/authenticator-app.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, type Made, readUser } from '../../test/people.ts';
import { aGuardedPerson } from '../../test/second-factors.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

type Listed = { items: { id: string; twoFactor: string }[]; total: { count: number } };

async function stateOf({ path }: Made): Promise<string> {
  return (await admin.get<{ twoFactor: string }>(path)).body.twoFactor;
}

const next = async ({ email }: Made) => (await trySignIn(world.visitor(), email, password)).body;

test('somebody of whom a second factor is required sets one up at the next sign-in, and gets nowhere else before', async () => {
  const person = await aPerson(world);
  const here = await world.signIn(person.email);
  await admin.put(`${person.path}/two-factor`, { required: true });
  assert.equal(await stateOf(person), 'required');
  assert.equal((await here.get('/choices')).status, 200, 'who is in already goes on');
  const client = world.visitor();
  const answer = await trySignIn(client, person.email, password);
  assert.deepEqual(answer.body, { next: 'set-up-two-factor' });
  const half = client.jar.get('muster');
  assert.equal((await client.get('/choices')).status, 403);
  await setUpApp(client);
  assert.notEqual(client.jar.get('muster'), half);
  assert.equal((await client.get('/choices')).status, 200);
  assert.equal(await stateOf(person), 'on-and-required');
  assert.equal((await here.get('/choices')).status, 401);
  assert.equal(await countMails(world, person.id, 'two-factor'), 2);
});

test('while it is required the last one cannot be removed; afterwards it can', async () => {
  const person = await aGuardedPerson(world);
  await admin.put(`${person.path}/two-factor`, { required: true });
  const refused = await person.first.delete<{ code: string }>('/me/two-factor/app');
  assert.deepEqual([refused.status, refused.body.code], [409, 'two-factor.required']);
  assert.equal(await stateOf(person), 'on-and-required');
  await admin.put(`${person.path}/two-factor`, { required: false });
  assert.equal(await stateOf(person), 'on');
  assert.equal((await person.first.delete('/me/two-factor/app')).status, 204);
  assert.equal(await stateOf(person), 'off');
  assert.deepEqual(
    (await person.first.delete<{ code: string }>('/me/two-factor/app')).body.code,
    'two-factor.no-app',
  );
  assert.equal((await person.first.post<{ code: string }>('/me/recovery-codes')).body.code, 'two-factor.off');
});

test('a reset removes everything, ends every session and tells the person; whoever must sets up again', async () => {
  const person = await aGuardedPerson(world);
  await admin.put(`${person.path}/two-factor`, { required: true });
  const before = await readUser(world, person.id);
  assert.equal((await admin.delete(`${person.path}/two-factor`)).status, 200);
  assert.equal((await person.first.get('/session')).status, 401);
  assert.deepEqual(await next(person), { next: 'set-up-two-factor' });
  const after = await readUser(world, person.id);
  assert.deepEqual([after.two_factor_on, after.version > before.version], [false, true]);
  assert.equal(await countMails(world, person.id, 'two-factor'), 3);
  const again = await admin.delete<{ code: string }>(`${person.path}/two-factor`);
  assert.deepEqual([again.status, again.body.code], [409, 'two-factor.off']);
});

test('nobody touches the second factors of somebody with more rights, nor resets or releases themselves', async () => {
  const desk = await aPerson(world, { roles: ['help-desk'] });
  const client = await world.signIn(desk.email);
  const boss = await aGuardedPerson(world, { admin: true });
  const colleague = await aGuardedPerson(world);
  for (const attempt of [
    () => client.put<{ code: string }>(`${boss.path}/two-factor`, { required: true }),
    () => client.delete<{ code: string }>(`${boss.path}/two-factor`),
  ]) {
    const { status, body } = await attempt();
    assert.deepEqual([status, body.code], [403, 'users.above-you']);
  }
  assert.equal((await client.delete(`${colleague.path}/two-factor`)).status, 200);
  await setUpApp(client);
  await admin.put(`${desk.path}/two-factor`, { required: true });
  for (const attempt of [
    () => client.put<{ code: string }>(`${desk.path}/two-factor`, { required: false }),
    () => client.delete<{ code: string }>(`${desk.path}/two-factor`),
  ]) {
    const { status, body } = await attempt();
    assert.deepEqual([status, body.code], [409, 'users.yourself']);
  }
});

test('required of everybody, or of the members of an organisation, counts like required of one', async () => {
  const member = await aPerson(world);
  const other = await aPerson(world);
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Kantoor Zuid' });
  await admin.post(`/organisations/${organisation.id}/members`, { user: member.id, role: 'member' });
  const changed = await admin.patch(`/organisations/${organisation.id}`, { twoFactorRequired: true });
  assert.equal(changed.status, 200, changed.raw);
  assert.deepEqual([await stateOf(member), await stateOf(other)], ['required', 'off']);
  assert.deepEqual(await next(member), { next: 'set-up-two-factor' });
  await admin.patch('/settings', { twoFactorForAll: true });
  assert.equal(await stateOf(other), 'required');
  assert.deepEqual(await next(other), { next: 'set-up-two-factor' });
  await admin.patch('/settings', { twoFactorForAll: false });
  await admin.patch(`/organisations/${organisation.id}`, { twoFactorRequired: false });
  assert.deepEqual([await stateOf(member), await stateOf(other)], ['off', 'off']);
});

test('only people with admin access require it of everybody', async () => {
  const person = await aPerson(world, { roles: ['key-user'] });
  const client = await world.signIn(person.email);
  const { status, body } = await client.patch<{ code: string }>('/settings', { twoFactorForAll: true });
  assert.deepEqual([status, body.code], [403, 'users.only-administrators']);
});

test('the list shows the four states, and finds people by each of them and by several', async () => {
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Kantoor Oost' });
  const people = {
    off: await aPerson(world),
    required: await aPerson(world),
    on: await aGuardedPerson(world),
    'on-and-required': await aGuardedPerson(world),
  };
  await admin.put(`${people.required.path}/two-factor`, { required: true });
  const boundTo = `/organisations/${organisation.id}`;
  await admin.post(`${boundTo}/members`, { user: people['on-and-required'].id, role: 'member' });
  await admin.patch(boundTo, { twoFactorRequired: true });
  const list = async (query: string) => (await admin.get<Listed>(`/users?limit=200&${query}`)).body;
  for (const forAll of [false, true]) {
    await admin.patch('/settings', { twoFactorForAll: forAll });
    const all = await list('sort=name');
    for (const [meant, person] of Object.entries(people)) {
      const shown = all.items.find(({ id }) => id === person.id)?.twoFactor;
      const expected = { off: 'required', on: 'on-and-required' }[forAll ? meant : ''] ?? meant;
      assert.equal(shown, expected);
    }
    for (const sort of ['name', '-email', 'lastSignIn']) {
      for (const wanted of [
        ...twoFactorStates.map((state) => [state]),
        ['off', 'on'],
        ['on', 'on-and-required'],
      ]) {
        const found = await list(`sort=${sort}&${wanted.map((state) => `twoFactor=${state}`).join('&')}`);
        const expected = all.items.filter(({ twoFactor }) => wanted.includes(twoFactor as 'on'));
        const sorted = (items: { id: string }[]) => items.map(({ id }) => id).sort();
        assert.deepEqual(sorted(found.items), sorted(expected), `${wanted} by ${sort}`);
        assert.equal(found.total.count, expected.length);
      }
    }
  }
  await admin.patch('/settings', { twoFactorForAll: false });
  await admin.patch(boundTo, { twoFactorRequired: false });
});
