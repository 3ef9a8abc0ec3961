import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { calls } from '../../contract/calls.ts';
import { pathNames } from '../../contract/endpoint.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made, readUser } from '../../test/people.ts';
import { makeProgram } from '../../test/tokens.ts';
import { openWorld, password, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  admin = await world.signIn();
});
after(() => world.close());

async function letProofAge(userId: string, minutes: number): Promise<void> {
  await sql`update sessions set proved_at = now() - ${minutes} * interval '1 minute' where user_id = ${userId}`.execute(
    world.db,
  );
}

async function signedInLongAgo(wanted = {}): Promise<{ person: Made; client: Client }> {
  const person = await aPerson(world, wanted);
  const client = await world.signIn(person.email);
  await letProofAge(person.id, 11);
  return { person, client };
}

const sensitive = calls.filter(({ proof }) => proof);

test('granting admin access, an own e-mail address and API tokens are sensitive', () => {
  const names = sensitive.map(({ name }) => name);
  for (const name of [
    'users.set-admin-access',
    'me.change-email',
    'me.remove-app',
    'me.remove-passkey',
    'tokens.create',
  ]) {
    assert.ok(names.includes(name), name);
  }
});

for (const call of sensitive) {
  test(`${call.name} asks for proof that is not older than ten minutes`, async () => {
    const { person, client } = await signedInLongAgo({ admin: true });
    const path = pathNames(call.path).reduce((at, name) => at.replace(`:${name}`, person.id), call.path);
    const make = () => client.send(call.method, `/api/v1${path}`, call.method === 'DELETE' ? undefined : {});
    const refused = await make();
    assert.deepEqual([refused.status, refused.body.code], [403, 'session.prove-again']);
    await letProofAge(person.id, 9);
    assert.notEqual((await make()).body?.code, 'session.prove-again');
    await letProofAge(person.id, 11);
    assert.equal((await client.post('/session/proof', { password })).status, 204);
    assert.notEqual((await make()).body?.code, 'session.prove-again');
  });
}

test('what is no sensitive act goes on without proof', async () => {
  const { client } = await signedInLongAgo();
  assert.equal((await client.patch('/me', { language: 'nl' })).status, 200);
});

test('proof renews the token: the old one is worth nothing, and no other session is proved', async () => {
  const { person, client } = await signedInLongAgo({ admin: true });
  const other = await world.signIn(person.email);
  await letProofAge(person.id, 11);
  const before = client.jar.get('muster') ?? '';
  await client.post('/session/proof', { password });
  assert.notEqual(client.jar.get('muster'), before);
  const thief = world.visitor();
  thief.jar.set('muster', before);
  assert.equal((await thief.get('/session')).status, 401);
  const refused = await other.put(`${person.path}/admin-access`, { granted: true });
  assert.equal(refused.body.code, 'session.prove-again');
});

test('a wrong password proves nothing, and counts towards the lock', async () => {
  const { person, client } = await signedInLongAgo();
  for (const wrong of ['', 'Fout-1', 'Fout-2']) {
    const { status, body } = await client.post('/session/proof', { password: wrong });
    assert.deepEqual(
      [status, body.code, body.fields?.[0]?.field],
      [422, 'session.wrong-password', 'password'],
    );
  }
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
  assert.equal((await client.post('/session/proof', { password })).status, 423);
});

test('of ten proofs at once with one session each wins or finds the session renewed; none is left behind', async () => {
  const { person, client } = await signedInLongAgo();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => client.post('/session/proof', { password })),
  );
  assert.ok(answers.every(({ status }) => status === 204 || status === 401));
  const rows = await world.db.selectFrom('sessions').select('id').where('user_id', '=', person.id).execute();
  assert.equal(rows.length, 1);
});

test('an own address cannot be changed by way of the page of users without proof, nor be vouched for', async () => {
  const { person, client } = await signedInLongAgo({ admin: true });
  const changed = await client.patch(person.path, { email: 'omweg@zonnig.example' });
  assert.deepEqual([changed.status, changed.body.code], [403, 'session.prove-again']);
  await client.post('/session/proof', { password });
  const vouched = await client.patch(person.path, { email: 'omweg@zonnig.example', emailAtOnce: true });
  assert.deepEqual([vouched.status, vouched.body.code], [409, 'users.own-security']);
  assert.equal((await client.patch(person.path, { email: 'omweg@zonnig.example' })).status, 200);
  assert.equal((await readUser(world, person.id)).email, person.email);
});

test('an own password is not set by way of the page of users', async () => {
  const { person, client } = await signedInLongAgo({ admin: true });
  const answer = await client.post(`${person.path}/password`, { password: 'Waterval-39-mos' });
  assert.deepEqual([answer.status, answer.body.code], [409, 'users.own-security']);
});

test('a forced change does not take the password that was set', async () => {
  const person = await aPerson(world, { mustChange: true });
  const client = await world.signIn(person.email);
  const same = await client.put('/me/password', { password });
  assert.deepEqual([same.status, same.body.fields?.[0]?.code], [422, 'password.same']);
  assert.equal((await client.put('/me/password', { password: 'Waterval-39-mos' })).status, 200);
});

test('no program makes a sensitive call, whatever its token may', async () => {
  const { program } = await makeProgram(world, admin, ['users.view', 'users.change', 'users.security']);
  const grant = await program.put(`/users/${world.adminId}/admin-access`, { granted: true });
  assert.deepEqual([grant.status, grant.body.code], [403, 'tokens.only-people']);
  const address = await program.patch(`/users/${world.adminId}`, { email: 'robot@zonnig.example' });
  assert.equal(address.status, 403);
});
