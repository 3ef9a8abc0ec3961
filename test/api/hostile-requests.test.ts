import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import type { Client } from '../client.ts';
import { aPerson, countMails, readMailLink } from '../people.ts';
import { administrator, openWorld, password, type World } from '../world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

/** Sends these bytes as they are; answers everything that came back until the server closed. */
async function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(world.base);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.setTimeout(10_000, () => socket.destroy());
  socket.write(bytes, 'latin1');
  return text(socket).catch(() => '');
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const host = () => new URL(world.base).host;
const json = (input: object) => {
  const body = JSON.stringify(input);
  return `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
};

test('a request line with a whole address reaches nothing, and makes no link', async () => {
  const person = await aPerson(world);
  const answer = await sendRaw(
    `POST http://evil.example/api/v1/password/forgotten HTTP/1.1\r\nHost: evil.example\r\n${json({ email: person.email })}`,
  );
  assert.equal(statusOf(answer), 404);
  assert.match(answer, /x-content-type-options: nosniff/i);
  assert.equal(await countMails(world, person.id, 'reset'), 0);
});

test('requests that two servers could read differently are refused and their connection is closed', async () => {
  const smuggled = 'GET /api/v1/users HTTP/1.1\r\nHost: x\r\n\r\n';
  const head = `POST /api/v1/session HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\n`;
  for (const bytes of [
    `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    `${head}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}${smuggled}`,
    `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
    `${head}Content-Length: +2\r\n\r\n{}${smuggled}`,
    `${head}Content-Length : 2\r\n\r\n{}${smuggled}`,
    `${head} Folded: 1\r\nContent-Length: 2\r\n\r\n{}${smuggled}`,
    `GET /api/v1/session HTTP/1.1\r\n\r\n`,
    `GET /api/v1/\u0000 HTTP/1.1\r\nHost: x\r\n\r\n`,
    `BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n`,
    'nonsense\r\n\r\n',
  ]) {
    const answer = await sendRaw(bytes);
    assert.equal(statusOf(answer), 400, `${JSON.stringify(bytes.slice(0, 160))}: ${answer.slice(0, 200)}`);
    assert.equal(answer.match(/HTTP\/1\.1/g)?.length, 1);
  }
});

test('a header that is too large is refused, and one that is large is not', async () => {
  const send = (size: number) =>
    sendRaw(
      `GET /api/v1/branding HTTP/1.1\r\nHost: ${host()}\r\nCookie: a=${'x'.repeat(size)}\r\nConnection: close\r\n\r\n`,
    );
  assert.equal(statusOf(await send(30_000)), 200);
  assert.equal(statusOf(await send(100_000)), 431);
});

test('a session cookie is found among others, and only under its own name', async () => {
  const token = admin.jar.get('muster') ?? '';
  const visitor = world.visitor();
  const status = async (cookie: string) => (await visitor.get('/session', { cookie })).status;
  assert.equal(await status(`a=1; muster=${token}; b=2`), 200);
  assert.equal(await status(`Muster=${token}`), 401);
  assert.equal(await status(`__Host-muster=${token}`), 401);
  assert.equal(await status(`muster=${token}x`), 401);
  assert.equal((await visitor.get('/session', { authorization: `Bearer ${token}` })).status, 401);
  assert.equal((await visitor.get(`/session?muster=${token}`)).status, 401);
});

test('a session does not pass in a query, and a method cannot be overridden', async () => {
  const id = (await aPerson(world)).id;
  const answer = await admin.post(`/users/${id}`, {}, { 'x-http-method-override': 'DELETE' });
  assert.deepEqual([answer.status, answer.body.code], [404, 'request.not-found']);
});

test('odd texts are stored as they are or refused at their field, and never fail', async () => {
  const person = await aPerson(world);
  const texts = [
    '\ud800',
    '\udfff\ud800',
    'a\u202eb',
    '🙂'.repeat(200),
    'x'.repeat(1_000_000),
    '\u0000',
    "'; drop table users; --",
    '=cmd|x',
    '<script>',
    '%s%n',
    '$' + '{7*7}',
    '{{7*7}}',
    '\\',
    '\u2028',
    'İ',
    'ﬀ',
    'A\u0301'.repeat(120),
  ];
  for (const value of texts) {
    for (const field of [
      'firstName',
      'infix',
      'lastName',
      'jobTitle',
      'phone',
      'personnelNumber',
      'salutation',
      'username',
      'email',
      'timeZone',
    ]) {
      const { status, raw } = await admin.patch(person.path, { [field]: value });
      assert.ok(
        status === 200 || status === 400 || status === 409,
        `${field} ${JSON.stringify(value.slice(0, 20))}: ${raw.slice(0, 300)}`,
      );
    }
  }
  assert.equal((await admin.get(person.path)).status, 200);
  assert.equal((await admin.get(`${person.path}/history`)).status, 200);
});

test('odd queries are refused or find nothing, and never fail', async () => {
  const values = [
    '%00',
    '%F0%9F%99%82',
    '%25',
    "'",
    '%5C',
    '%ED%A0%80',
    '1e9',
    '-1',
    '0',
    'x'.repeat(2000),
    '[]',
    '%7B%7D',
    'null',
    'undefined',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
  ];
  const names: Record<string, string[]> = {
    '/users': ['search', 'role', 'billed', 'status', 'sort', 'limit', 'cursor', 'leavesWithin', 'twoFactor'],
    '/mail': ['search', 'user', 'state', 'limit', 'cursor'],
    '/audit': ['search', 'user', 'actor', 'action', 'from', 'until', 'limit', 'cursor'],
    '/audit.csv': ['search', 'from', 'until', 'action'],
    '/users.csv': ['search', 'role', 'sort'],
    '/email-check': ['email'],
    '/roles': ['scope'],
  };
  const ask = async (path: string, query: string) => {
    const { status, raw } = await admin
      .get(`${path}?${query}`)
      .catch((error) => ({ status: 0, raw: String(error) }));
    assert.ok(
      status === 200 || status === 400,
      `${path}?${query.slice(0, 60)}: ${status} ${raw.slice(0, 300)}`,
    );
  };
  for (const [path, parameters] of Object.entries(names)) {
    for (const name of [...parameters, '__proto__', 'constructor', 'toString']) {
      await Promise.all(values.map((value) => ask(path, `${name}=${value}`)));
      await ask(path, `${name}=1&${name}=2&${name}[]=3&${name}[a]=4`);
    }
  }
});

test('odd days are refused at their field', async () => {
  const person = await aPerson(world);
  for (const day of [
    '0000-01-01',
    '2026-02-30',
    '2026-13-01',
    '20261121',
    '2026-11-21T00:00:00Z',
    '+012026-01-01',
    '-000001-01-01',
    '',
    'morgen',
    20261121,
    null,
  ]) {
    for (const [path, field] of [
      ['deactivate', 'leavesOn'],
      ['reactivate', 'startsOn'],
    ] as const) {
      const { status, raw } = await admin.post(`${person.path}/${path}`, { [field]: day });
      assert.ok([400, 409, 422].includes(status), `${path} ${day}: ${raw}`);
    }
    const input = { firstName: 'Bo', lastName: 'Vos', email: 'bo@zonnig.example', startsOn: day };
    assert.equal((await admin.post('/users', input)).status, 400, String(day));
  }
});

test('what goes wrong unforeseen is told with a number that stands in the log, without what was sent', async () => {
  await world.db.schema.alterTable('users').renameColumn('job_title', 'job_title_away').execute();
  const before = world.log.length;
  const secret = 'Heel-geheim-42';
  const answer = await admin.post('/users', {
    firstName: secret,
    lastName: 'Vos',
    email: `${secret}@zonnig.example`,
  });
  await world.db.schema.alterTable('users').renameColumn('job_title_away', 'job_title').execute();
  assert.deepEqual([answer.status, answer.body.code], [500, 'server.failed']);
  const id = /number ([0-9a-f-]{36})/.exec(answer.body.detail)?.[1];
  const lines = world.log.slice(before);
  assert.ok(id && lines.some((line) => line.includes(id)));
  assert.ok(!lines.some((line) => line.toLowerCase().includes(secret.toLowerCase())), lines.join(''));
  assert.ok(!/job_title|select|insert|at .*\.ts/.test(answer.raw));
});

test('after all this the door still opens', async () => {
  assert.equal(
    (await world.visitor().post('/session', { identifier: administrator.email, password })).status,
    200,
  );
  const person = await aPerson(world, { state: 'pending' });
  assert.ok(await readMailLink(admin, person.id));
});
