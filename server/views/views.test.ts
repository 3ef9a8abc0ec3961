import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { View } from '../../contract/views.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { aRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;
let clerk: Client;
let clerkId: string;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  const person = await aPerson(world, { roles: [await aRole(world, ['users.view'])] });
  clerkId = person.id;
  clerk = await world.signIn(person.email);
});
after(() => world.close());

async function save(client: Client, name: string, shared = false) {
  return client.post<View>('/views', { name, address: 'locked=true&sort=-createdAt', shared });
}

async function names(client: Client): Promise<string[]> {
  return (await client.get<{ items: View[] }>('/views')).body.items.map(({ name }) => name);
}

test('one’s own views are one’s own, shared ones are everybody’s, by name', async () => {
  await save(clerk, 'Zonder rol');
  await save(clerk, 'Éigen');
  await save(admin, 'Geblokkeerd', true);
  const mine = (await save(admin, 'Van mij')).body;
  assert.deepEqual(await names(clerk), ['Éigen', 'Geblokkeerd', 'Zonder rol']);
  assert.deepEqual(await names(admin), ['Geblokkeerd', 'Van mij']);
  for (const answer of [
    await clerk.patch(`/views/${mine.id}`, { name: 'Gekaapt' }),
    await clerk.send('DELETE', `/api/v1/views/${mine.id}`),
  ]) {
    assert.equal(answer.status, 404, answer.raw);
  }
});

test('only who may change settings shares a view, or changes or deletes a shared one', async () => {
  assert.equal((await save(clerk, 'Voor allen', true)).status, 403);
  const shared = (await save(admin, 'Voor allen', true)).body;
  const { body } = await clerk.get<{ items: View[]; mayShare: boolean }>('/views');
  assert.equal(body.mayShare, false);
  assert.equal(body.items.find(({ id }) => id === shared.id)?.mayChange, false);
  assert.equal((await clerk.patch(`/views/${shared.id}`, { name: 'Anders' })).status, 403);
  const renamed = await admin.patch<View>(`/views/${shared.id}`, { name: 'Anders', address: '' });
  assert.deepEqual([renamed.body.name, renamed.body.address], ['Anders', '']);
});

test('a name is given once, whatever its case, and of ten at once one gets it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => save(clerk, n % 2 ? 'vertrekt' : 'Vertrekt')),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  assert.equal((await save(admin, 'Vertrekt')).status, 201);
});

test('own views go with their owner, shared ones stay', async () => {
  const before = await names(admin);
  await admin.post(`/users/${clerkId}/delete`, { acknowledged: true });
  assert.deepEqual(await names(admin), before);
  const left = await world.db.selectFrom('saved_views').select('id').where('owner', '=', clerkId).execute();
  assert.deepEqual(left, []);
});
