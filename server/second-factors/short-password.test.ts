import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../test/client.ts';
import { aGuardedPerson, type Guarded } from '../../test/second-factors.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

const short = 'kwx7 plq';
const long = 'zeven uilen boven het bos';

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  const { body } = await admin.get<{ passwordPolicy: object }>('/settings');
  await admin.patch('/settings', { passwordPolicy: { ...body.passwordPolicy, preset: 'nist' } });
});
after(() => world.close());

/** Somebody who, with an app beside it, chose this password. */
async function aPersonWith(chosen: string): Promise<Guarded> {
  const person = await aGuardedPerson(world);
  const answer = await person.first.put('/me/password', { current: password, password: chosen });
  assert.equal(answer.status, 200, answer.raw);
  return person;
}

const signIn = async ({ email }: Guarded, secret: string) => {
  const client = world.visitor();
  const { body } = await trySignIn(client, email, secret);
  return { client, next: 'next' in body ? body.next : undefined };
};
const isShort = async ({ first }: Guarded) =>
  (await first.get<{ passwordNeedsFactor: boolean }>('/me/two-factor')).body.passwordNeedsFactor;

test('under NIST a password that is too short to stand alone is changed at the next sign-in once the last factor is gone', async () => {
  const person = await aPersonWith(short);
  assert.equal(await isShort(person), true);
  assert.equal((await person.first.delete('/me/two-factor/app')).status, 204);
  assert.equal((await person.first.get('/choices')).status, 200, 'who is in goes on');
  const { client, next } = await signIn(person, short);
  assert.equal(next, 'change-password');
  const again = await client.put<{ fields: { code: string }[] }>('/me/password', { password: 'kwx8 plq' });
  assert.deepEqual([again.status, again.body.fields[0]?.code], [422, 'password.too-short']);
  assert.equal((await client.put('/me/password', { password: long })).status, 200);
  assert.equal((await signIn(person, long)).next, undefined);
});

test('who is in meanwhile is still asked for the current password to choose another', async () => {
  const person = await aPersonWith(short);
  await person.first.delete('/me/two-factor/app');
  assert.equal((await person.first.put('/me/password', { password: long })).status, 422);
  assert.equal((await person.first.put('/me/password', { current: short, password: long })).status, 200);
});

test('the same after an administrator reset the factors', async () => {
  const person = await aPersonWith(short);
  assert.equal((await admin.delete(`${person.path}/two-factor`)).status, 200);
  assert.equal((await signIn(person, short)).next, 'change-password');
});

test('a password that is long enough alone stays, and so does any while a factor is left', async () => {
  const person = await aPersonWith(long);
  assert.equal(await isShort(person), false);
  await person.first.delete('/me/two-factor/app');
  assert.equal((await signIn(person, long)).next, undefined);
  assert.equal((await signIn(await aPersonWith(short), short)).next, 'two-factor');
});
