import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calls } from '../../contract/calls.ts';
import {
  type Endpoint,
  inputInQuery,
  pathNames,
  type SessionStep,
  sessionSteps,
} from '../../contract/endpoint.ts';
import { permissions } from '../../contract/permissions.ts';
import type { Problem } from '../../contract/refusals.ts';
import { newId } from '../../server/lib/ids.ts';
import type { Answer, Client, Headers } from '../client.ts';
import { fittingInput } from '../fitting-input.ts';
import { aPerson, type Made } from '../people.ts';
import { giveOwnRole } from '../rights.ts';
import { aGuardedPerson, halfSignedIn } from '../second-factors.ts';
import { formWith } from '../upload.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let admin: Client;
let somebody: Made;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  somebody = await aPerson(world);
});
after(() => world.close());

function pathOf(call: Endpoint, id = newId()): string {
  return `/api/v1${call.path.replace(/:\w+/g, id)}`;
}

function make(client: Client, call: Endpoint, headers?: Headers, path = pathOf(call)): Promise<Answer> {
  return client.send(call.method, path, inputInQuery(call.method) ? undefined : {}, headers);
}

const changing = calls.filter((call) => call.method !== 'GET');
const withBody = calls.filter((call) => !inputInQuery(call.method) && !call.upload);
const guarded = calls.filter((call) => call.may !== 'anyone');

test('there are calls to test, each with a name and an address of its own', () => {
  assert.ok(calls.length > 40);
  assert.equal(new Set(calls.map(({ name }) => name)).size, calls.length);
  assert.equal(new Set(calls.map(({ method, path }) => `${method} ${path}`)).size, calls.length);
});

for (const call of guarded) {
  test(`${call.name} is refused to somebody without a session`, async () => {
    const answer = await make(world.visitor(), call);
    assert.deepEqual([answer.status, answer.body.code], [401, 'session.required']);
  });
}

for (const cookie of [
  '',
  'x',
  newId(),
  'A'.repeat(43),
  `${'A'.repeat(42)}B`,
  '__proto__',
  '%00',
  'é'.repeat(40),
]) {
  test(`a cookie that was made up (${cookie.slice(0, 12)}) is worth nothing`, async () => {
    const answer = await world.visitor().get('/session', { cookie: `muster=${encodeURI(cookie)}` });
    assert.deepEqual([answer.status, answer.body.code], [401, 'session.required']);
  });
}

test('whoever lacks just the one permission of a call is refused', async () => {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  for (const call of guarded) {
    if (call.may === 'signed-in' || call.may === 'half-signed-in') continue;
    await giveOwnRole(
      world,
      person,
      permissions.filter((permission) => permission !== call.may),
    );
    const answer = await make(client, call);
    assert.deepEqual([answer.status, answer.body.code], [403, 'session.not-allowed'], call.name);
  }
});

test('whoever has just the one permission of a call passes its gate', async () => {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  for (const call of guarded) {
    const may = permissions.filter((permission) => permission === call.may);
    if (may.length === 0 || call.name === 'users.export') continue;
    await giveOwnRole(world, person, may);
    const answer = await make(client, call);
    assert.notEqual(answer.body.code, 'session.not-allowed', call.name);
    assert.notEqual(answer.status, 401, call.name);
  }
});

/** Administrators, so that nothing but the step keeps them from anything. */
const atStep: Record<SessionStep, () => Promise<Client>> = {
  'change-password': async () =>
    world.signIn((await aPerson(world, { admin: true, mustChange: true })).email),
  'two-factor': async () => halfSignedIn(world, await aGuardedPerson(world, { admin: true })),
  'set-up-two-factor': async () => {
    const person = await aPerson(world, { admin: true });
    await admin.put(`${person.path}/two-factor`, { required: true });
    return world.signIn(person.email);
  },
};

for (const step of sessionSteps) {
  test(`who still has the step ${step} to do can make the calls of that step and no other`, async () => {
    const client = await atStep[step]();
    assert.deepEqual((await client.get<unknown>('/session')).body, { next: step });
    for (const call of guarded) {
      if (call.during?.includes(step)) continue;
      const answer = await make(client, call);
      assert.deepEqual([answer.status, answer.body.code], [403, `session.${step}-first`], call.name);
    }
  });
}

test('every call for half a session names its steps, and no other call has any', () => {
  for (const call of calls) assert.equal(call.may === 'half-signed-in', call.during !== undefined, call.name);
});

const takingJson = calls.filter((call) => !call.upload);

for (const call of takingJson) {
  test(`${call.name} refuses a field that it does not know, by its name`, async () => {
    const path = pathOf(call, somebody.id);
    for (const name of ['surprise', 'isAdmin', 'id'.repeat(2)]) {
      const inQuery = inputInQuery(call.method);
      const answer = await admin.send(
        call.method,
        inQuery ? `${path}?${name}=1` : path,
        inQuery ? undefined : { [name]: 1 },
      );
      assert.deepEqual([answer.status, answer.body.code], [400, 'request.invalid']);
      const found = answer.body.fields?.find(({ field }) => field === name);
      assert.equal(found?.code, 'fields.unknown');
    }
  });
}

for (const call of withBody) {
  test(`${call.name} takes a JSON object and nothing else`, async () => {
    const path = pathOf(call, somebody.id);
    const send = (body: string, type: string) =>
      admin.send(call.method, path, body, { 'content-type': type });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await send('{}', type);
      assert.deepEqual([answer.status, answer.body.code], [415, 'request.media-type'], type);
    }
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const hostile = ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', `{"a":${deep}}`];
    for (const body of ['{', '[]', '"text"', '1', 'null', 'undefined', '{"a":1}}', '\u0000', ...hostile]) {
      const answer = await send(body, 'application/json');
      assert.deepEqual([answer.status, answer.body.code], [400, 'request.invalid'], body.slice(0, 40));
    }
    const tooLarge = await send(JSON.stringify({ a: 'x'.repeat(1_100_000) }), 'application/json');
    assert.deepEqual([tooLarge.status, tooLarge.body.code], [413, 'request.too-large']);
  });
}

for (const call of changing) {
  test(`${call.name} refuses what another site makes a browser send`, async () => {
    const foreign: Headers[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${world.base}.evil.example` },
      { origin: `http://127.0.0.1:${Number(new URL(world.base).port) + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: world.base, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const answer = await make(admin, call, headers);
      assert.deepEqual([answer.status, answer.body.code], [403, 'request.foreign-origin']);
    }
  });
}

test('our own pages are no other site', async () => {
  const { port } = new URL(world.base);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    assert.equal((await admin.patch('/me', {}, own)).status, 200, host);
  }
});

for (const call of calls.filter(({ path }) => pathNames(path).length > 0)) {
  test(`${call.name} answers alike for who is not there and for what cannot be an id`, async () => {
    const impossible = [
      'x',
      '1',
      '%00',
      '%F0%9F%99%82',
      `${newId()}0`,
      "';drop table users",
      '..%2f',
      '__proto__',
    ];
    const answers: string[] = [];
    for (const id of [newId(), '00000000-0000-0000-0000-000000000000', ...impossible]) {
      const path = pathOf(call, id.replaceAll(' ', '%20'));
      const input = inputInQuery(call.method) ? undefined : (fittingInput[call.name] ?? {});
      const { body, headers } = call.upload ? formWith('x') : { body: input, headers: {} };
      const answer = await admin.send(call.method, path, body, headers);
      assert.equal(answer.status, 404, `${id}: ${answer.raw}`);
      answers.push(answer.raw);
    }
    assert.equal(new Set(answers).size, 1);
  });
}

const secure = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function assertSecure({ headers }: Answer<unknown>, what: string): void {
  for (const [name, value] of Object.entries(secure)) assert.equal(headers[name], value, `${what}: ${name}`);
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /default-src 'none'/, what);
  assert.match(policy, /script-src 'self'(;|$)/, what);
  assert.match(policy, /frame-ancestors 'none'/, what);
  assert.equal(headers['x-powered-by'], undefined);
  assert.equal(headers.server, undefined);
}

test('security headers stand on every answer, also on errors, and nothing of the API is kept by a cache', async () => {
  for (const call of calls) {
    const refused = await make(world.visitor(), call);
    assertSecure(refused, call.name);
    if (refused.status !== 204) assert.equal(refused.headers['cache-control'], 'no-store', call.name);
    if (call.method !== 'GET') continue;
    const answered = await make(admin, call, {}, pathOf(call, somebody.id));
    assertSecure(answered, call.name);
    assert.equal(answered.headers['cache-control'], 'no-store', call.name);
  }
  const odd = ['/nothing', '/api', '/api/v1/nothing', '/api/v1/%ff', '/%', '/healthz', '/readyz', '/metrics'];
  for (const path of odd) assertSecure(await admin.send('GET', path), path);
  for (const method of ['TRACE', 'OPTIONS', 'PROPFIND']) {
    assertSecure(await admin.send(method, '/api/v1/session'), method);
  }
  const large = await admin.post('/session', 'x'.repeat(2_000_000), { 'content-type': 'application/json' });
  assertSecure(large, 'too large');
});

test('refusals are problem details, in Dutch and in English', async () => {
  for (const [wish, language] of [
    ['nl', 'nl'],
    ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    ['fr, nl;q=0.3, en;q=0.2', 'nl'],
    ['en-US,en;q=0.5', 'en'],
    ['nl;q=0.1, en;q=0.9', 'en'],
  ]) {
    const headers = { 'accept-language': wish as string };
    for (const call of guarded) {
      const answer = await make(world.visitor(), call, headers);
      assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
      const { type, title, status, code, detail } = answer.body;
      assert.deepEqual(
        [status, code, typeof type, typeof title],
        [401, 'session.required', 'string', 'string'],
      );
      assert.match(detail, language === 'nl' ? /^U bent niet aangemeld/ : /^You are not signed in/);
    }
    const { body } = await admin.post('/users', { email: 'geen adres' }, headers);
    const email = body.fields?.find(({ field }) => field === 'email');
    assert.match(
      email?.message ?? '',
      language === 'nl' ? /^Dit is geen volledig e-mail/ : /^This is not a com/,
    );
  }
  const unknown = await world.visitor().get('/nothing', { 'accept-language': 'nl' });
  assert.deepEqual([unknown.status, unknown.body.detail], [404, 'Op dit adres staat niets.']);
});

test('an answer without a wish is in the language of who is signed in', async () => {
  const dutch = await aPerson(world);
  const client = await world.signIn(dutch.email);
  await client.patch('/me', { language: 'nl' });
  const { body } = await client.get<Problem>('/settings');
  assert.equal(body.detail, 'U hebt hiervoor niet het recht.');
});
