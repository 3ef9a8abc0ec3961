import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { calls } from '../../contract/calls.ts';
import { inputInQuery } from '../../contract/endpoint.ts';
import { permissions } from '../../contract/permissions.ts';
import type { ApiToken } from '../../contract/tokens.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { giveOwnRole } from '../../test/rights.ts';
import { aProgram, aToken, makeProgram } from '../../test/tokens.ts';
import { openWorld, password, type World } from '../../test/world.ts';
import { newId } from '../lib/ids.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  await sql`update staff_memberships set starts_on = '2020-01-01'`.execute(world.db);
  admin = await world.signIn();
});
after(() => world.close());

async function anOwner(roles = ['key-user']) {
  const person = await aPerson(world, { roles });
  return { person, owner: await world.signIn(person.email) };
}

const statusOf = async (program: Client, path: string) => (await program.get(path)).status;

test('a program comes in with its token and no cookie, and gets none', async () => {
  const { owner } = await anOwner();
  const { program, secret } = await makeProgram(world, owner, ['users.view']);
  assert.match(secret, /^muster_[\w-]{43}$/);
  const answer = await program.get('/users');
  assert.deepEqual([answer.status, answer.headers['set-cookie']], [200, undefined]);
  assert.equal(program.jar.size, 0);
});

test('the secret is shown once and stored as a hash only', async () => {
  const { owner, person } = await anOwner();
  const { secret } = await makeProgram(world, owner, ['users.view']);
  const { raw } = await owner.get('/me/tokens');
  assert.equal(raw.includes(secret.slice(7)), false);
  const rows = await sql`select * from api_tokens where user_id = ${person.id}`.execute(world.db);
  const log = await sql`select data from audit_parts`.execute(world.db);
  assert.equal(JSON.stringify([rows.rows, log.rows, world.log]).includes(secret.slice(7)), false);
});

test('it may what it was given and nothing more', async () => {
  const { owner } = await anOwner();
  const { program } = await makeProgram(world, owner, ['users.view']);
  assert.equal(await statusOf(program, '/users'), 200);
  const refused = await program.post('/users', {});
  assert.deepEqual([refused.status, refused.body.code], [403, 'session.not-allowed']);
});

test('it may never more than its owner at that moment', async () => {
  const { owner, person } = await anOwner();
  const { program } = await makeProgram(world, owner, ['users.view', 'roles.view']);
  await admin.put(`${person.path}/roles`, { roles: ['finance'] });
  assert.equal(await statusOf(program, '/users'), 403);
  await admin.put(`${person.path}/roles`, { roles: ['key-user'] });
  assert.equal(await statusOf(program, '/users'), 200);
});

test('nobody gives a token rights that they lack themselves', async () => {
  const { owner } = await anOwner(['help-desk']);
  const answer = await owner.post('/me/tokens', aToken(['users.view', 'settings.change']));
  assert.deepEqual([answer.status, answer.body.code], [403, 'tokens.above-you']);
});

test('of an administrator it has the chosen rights and no admin access', async () => {
  const { program } = await makeProgram(world, admin, [...permissions], 'Alles');
  const person = await aPerson(world);
  assert.equal(await statusOf(program, '/users'), 200);
  const grant = await program.put(`${person.path}/admin-access`, { granted: true });
  assert.deepEqual([grant.status, grant.body.code], [403, 'tokens.only-people']);
  const boss = await aPerson(world, { admin: true });
  const above = await program.post(`${boss.path}/password`, { password: 'Waterval-39-mos' });
  assert.deepEqual([above.status, above.body.code], [403, 'users.above-you']);
  const policy = await program.patch('/settings', { lockAfter: 20 });
  assert.deepEqual([policy.status, policy.body.code], [403, 'users.only-administrators']);
});

test('of somebody with a role in an organisation it reaches no further than that organisation', async () => {
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Zonnedael' });
  const person = await aPerson(world);
  const role = 'organisation-administrator';
  await admin.post(`/organisations/${organisation.id}/members`, { user: person.id, role });
  const owner = await world.signIn(person.email);
  const { program } = await makeProgram(world, owner, ['members.manage']);
  const members = (id: string) => program.get(`/organisations/${id}/members`).then(({ status }) => status);
  const { body } = await admin.get<{ items: { id: string; name: string }[] }>('/organisations');
  const other = body.items.find(({ id }) => id !== organisation.id)?.id ?? '';
  const added = await program.post(`/organisations/${other}/members`, { email: 'x@zonnig.example', role });
  assert.equal(added.status, 404);
  assert.notEqual(await members(organisation.id), 401);
});

for (const call of calls.filter(({ may, programs }) => may.startsWith('signed') && !programs)) {
  test(`${call.name} is for people, not for programs`, async () => {
    const { program } = await makeProgram(world, (await anOwner()).owner, ['users.view']);
    const path = `/api/v1${call.path.replace(/:\w+/g, newId())}`;
    const answer = await program.send(call.method, path, inputInQuery(call.method) ? undefined : {});
    assert.deepEqual([answer.status, answer.body.code], [403, 'tokens.only-people']);
  });
}

test('a token makes no tokens, no session and no password', async () => {
  const { program } = await makeProgram(world, admin, [...permissions], 'Maker');
  for (const [method, path, input] of [
    ['POST', '/me/tokens', aToken()],
    ['PUT', '/me/password', { current: password, password: 'Waterval-39-mos' }],
    ['PUT', '/me/email', { email: 'robot@zonnig.example' }],
    ['POST', '/session/proof', { password }],
    ['GET', '/session', undefined],
    ['DELETE', '/me/sessions', undefined],
  ] as const) {
    const answer = await program.send(method, `/api/v1${path}`, input);
    assert.deepEqual([answer.status, answer.body.code], [403, 'tokens.only-people'], `${method} ${path}`);
  }
});

test('it works through its last day in the time zone of the installation, and not a moment longer', async () => {
  const { owner, person } = await anOwner();
  const { program, id } = await makeProgram(world, owner, ['users.view']);
  const { body } = await admin.get<{ today: string }>('/choices');
  const endOn = (day: string) =>
    sql`update api_tokens set ends_on = ${day}::date where id = ${id}`.execute(world.db);
  await endOn(body.today);
  assert.equal(await statusOf(program, '/users'), 200);
  await endOn(Temporal.PlainDate.from(body.today).subtract({ days: 1 }).toString());
  const answer = await program.get('/users');
  assert.deepEqual([answer.status, answer.body.code], [401, 'session.required']);
  const listed = await owner.get<{ items: ApiToken[] }>('/me/tokens');
  assert.equal(listed.body.items[0]?.ended, true);
  assert.ok(person.id);
});

test('an end day lies ahead, and within a year', async () => {
  const { owner } = await anOwner();
  const { body } = await admin.get<{ today: string }>('/choices');
  const in_ = (days: number) => Temporal.PlainDate.from(body.today).add({ days }).toString();
  for (const endsOn of [in_(-1), in_(0), in_(367), '2999-01-01']) {
    const answer = await owner.post('/me/tokens', { ...aToken(['users.view']), endsOn });
    assert.deepEqual([answer.status, answer.body.fields?.[0]?.field], [422, 'endsOn'], endsOn);
  }
  for (const days of [1, 366]) {
    const input = { ...aToken(['users.view']), endsOn: in_(days), name: `Dag ${days}` };
    assert.equal((await owner.post('/me/tokens', input)).status, 201);
  }
});

test('two tokens of one person have different names; of ten at once with one name one is made', async () => {
  const { owner } = await anOwner();
  const answers = await Promise.all(Array.from({ length: 10 }, () => owner.post('/me/tokens', aToken())));
  const made = answers.filter(({ status }) => status === 201).length;
  const taken = answers.filter(({ body }) => body.code === 'tokens.name-taken').length;
  assert.deepEqual([made, taken], [1, 9]);
});

test('ending it works at the next request, by its owner and by who guards them; nobody else finds it', async () => {
  const { owner, person } = await anOwner();
  const mine = await makeProgram(world, owner, ['users.view'], 'Een');
  const other = await makeProgram(world, owner, ['users.view'], 'Twee');
  const stranger = await anOwner();
  assert.equal((await stranger.owner.delete(`/me/tokens/${mine.id}`)).status, 404);
  assert.equal((await owner.delete(`/me/tokens/${mine.id}`)).status, 204);
  assert.equal(await statusOf(mine.program, '/users'), 401);
  assert.equal(await statusOf(other.program, '/users'), 200);
  assert.equal((await admin.delete(`${person.path}/tokens/${other.id}`)).status, 204);
  assert.equal(await statusOf(other.program, '/users'), 401);
  assert.equal((await admin.delete(`${person.path}/tokens/${other.id}`)).status, 404);
});

test('who has fewer rights neither sees nor ends the tokens of somebody above them', async () => {
  const { owner, person } = await anOwner();
  const { id } = await makeProgram(world, owner, ['users.view']);
  const helper = await aPerson(world);
  const client = await world.signIn(helper.email);
  await giveOwnRole(world, helper, ['users.view', 'users.security']);
  const listed = await client.get(`${person.path}/tokens`);
  const ended = await client.delete(`${person.path}/tokens/${id}`);
  assert.deepEqual([listed.body.code, ended.body.code], ['users.above-you', 'users.above-you']);
});

test('the audit log names the token that a program came with', async () => {
  const { owner, person } = await anOwner();
  const { program } = await makeProgram(world, owner, ['users.view', 'users.change'], 'Roosterkoppeling');
  const target = await aPerson(world);
  assert.equal((await program.patch(target.path, { jobTitle: 'Planner' })).status, 200);
  type Log = { items: { actor: { id: string }; origin: { token: string | null } }[] };
  const { body } = await admin.get<Log>(`/audit?user=${target.id}&action=users.changed`);
  assert.deepEqual([body.items[0]?.actor.id, body.items[0]?.origin.token], [person.id, 'Roosterkoppeling']);
});

test('a wrong token is nobody, also beside the cookie of a session that lives', async () => {
  for (const made of ['muster_', `muster_${'A'.repeat(43)}`, 'A'.repeat(43), 'x', '__proto__']) {
    assert.equal(await statusOf(aProgram(world, made), '/users'), 401);
    const both = await admin.get('/users', { authorization: `Bearer ${made}` });
    assert.equal(both.status, 401, made);
  }
  assert.equal((await admin.get('/users', { authorization: 'Basic eDp5' })).status, 200);
});

test('the token of a session is no API token, nor the other way round', async () => {
  const session = admin.jar.get('muster') ?? '';
  assert.equal(await statusOf(aProgram(world, session), '/users'), 401);
  const { secret } = await makeProgram(world, admin, ['users.view'], 'Als koekje');
  const visitor = world.visitor();
  visitor.jar.set('muster', secret.slice('muster_'.length));
  assert.equal(await statusOf(visitor, '/session'), 401);
});

test('last use is noted', async () => {
  const { owner } = await anOwner();
  const { program } = await makeProgram(world, owner, ['users.view']);
  const read = async () => (await owner.get<{ items: ApiToken[] }>('/me/tokens')).body.items[0]?.lastUsedAt;
  assert.equal(await read(), null);
  await program.get('/users');
  assert.notEqual(await read(), null);
});
