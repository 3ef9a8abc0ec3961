import assert from 'node:assert/strict';
import { argon2, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { untilFound } from '../../test/changes.ts';
import type { Client } from '../../test/client.ts';
import { countChecks } from '../../test/metrics.ts';
import { aPerson, countMails, type Made, readUser } from '../../test/people.ts';
import { administrator, openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true, fullHashes: true });
  admin = await world.signIn();
});
after(() => world.close());

const attempt = (identifier: string, secret: string) => trySignIn(world.visitor(), identifier, secret);

async function countDeeds(person: Made, action: string): Promise<number> {
  const rows = await world.db
    .selectFrom('audit_log')
    .select('seq')
    .where('target_id', '=', person.id)
    .where('action', '=', action)
    .execute();
  return rows.length;
}

async function readCount(person: Made) {
  return world.db
    .selectFrom('sign_in_counts')
    .selectAll()
    .where('user_id', '=', person.id)
    .executeTakeFirst();
}

async function lock(person: Made): Promise<void> {
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await attempt(person.email, secret);
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
}

test('signing in answers who it is and what they may, and a cookie that no script reads', async () => {
  const person = await aPerson(world, { roles: ['finance'] });
  const answer = await attempt(person.email, password);
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.body.permissions, ['people.view', 'billing.view']);
  assert.deepEqual([answer.body.user.id, answer.body.user.admin], [person.id, false]);
  const cookies = answer.headers['set-cookie'] ?? [];
  assert.equal(cookies.length, 2);
  for (const cookie of cookies) {
    assert.match(cookie, /^muster(-device)?=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  }
  assert.notEqual((await readUser(world, person.id)).last_sign_in_at, null);
});

test('the e-mail address or the username, in any case and with stray spaces, names the person', async () => {
  const person = await aPerson(world, { email: 'Fleur.Bos@Zonnig.Example' });
  for (const identifier of [
    'fleur.bos@zonnig.example',
    ' FLEUR.BOS@ZONNIG.EXAMPLE\t',
    '\u200bfleur.bos@zonnig.example\n',
    'fleur.bos',
    '  Fleur.BOS ',
  ]) {
    const answer = await attempt(identifier, password);
    assert.deepEqual([answer.status, answer.body.user?.id], [200, person.id], JSON.stringify(identifier));
  }
});

test('a password is taken exactly as it is typed', async () => {
  const person = await aPerson(world);
  for (const wrong of [` ${password}`, `${password} `, password.toLowerCase()]) {
    await attempt(person.email, password);
    assert.equal((await attempt(person.email, wrong)).status, 401);
  }
});

test('unknown, wrong, pending, starting, deactivated and locked get one and the same answer', async () => {
  const locked = await aPerson(world);
  await lock(locked);
  const tries: [string, string, string][] = [
    ['unknown address', 'niemand@zonnig.example', password],
    ['unknown username', 'niemand.hier', password],
    ['empty', '', ''],
    ['wrong', (await aPerson(world)).email, 'Iets-anders-1'],
    ['pending', (await aPerson(world, { state: 'pending' })).email, password],
    ['starting', (await aPerson(world, { state: 'starting' })).email, password],
    ['starting, wrong', (await aPerson(world, { state: 'starting' })).email, 'Iets-anders-1'],
    ['deactivated', (await aPerson(world, { state: 'deactivated' })).email, password],
    ['deactivated, wrong', (await aPerson(world, { state: 'deactivated' })).email, 'Iets-anders-1'],
    ['locked, wrong', locked.email, 'Iets-anders-1'],
    ['locked, empty', locked.email, ''],
    ['must change, wrong', (await aPerson(world, { mustChange: true })).email, 'Iets-anders-1'],
  ];
  const expected = await attempt('iemand@elders.example', 'Welkom-01');
  assert.equal(expected.status, 401);
  const shown = ({ status, raw, headers: { date, ...headers } }: typeof expected) => ({
    status,
    raw,
    headers,
  });
  for (const [what, identifier, secret] of tries) {
    assert.deepEqual(shown(await attempt(identifier, secret)), shown(expected), what);
  }
});

test('three different wrong passwords lock, with one mail and one deed; the right one is then told so', async () => {
  const person = await aPerson(world);
  await attempt(person.email, 'Fout-1');
  await attempt(person.email, 'Fout-2');
  assert.equal((await readUser(world, person.id)).locked_at, null);
  assert.equal((await attempt(person.email, 'Fout-3')).status, 401);
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
  const right = await attempt(person.username, password);
  assert.deepEqual([right.status, right.headers['set-cookie']], [423, undefined]);
  assert.match(JSON.parse(right.raw).detail, new RegExp(`locked .* Ask ${administrator.email} to unlock`));
  for (let i = 4; i < 10; i += 1) assert.equal((await attempt(person.email, `Fout-${i}`)).status, 401);
  assert.equal(await countMails(world, person.id, 'locked'), 1);
  assert.equal(await countDeeds(person, 'users.locked'), 1);
});

test('a locked account tells the right password from a wrong one a few times only', async () => {
  const person = await aPerson(world);
  await lock(person);
  for (let i = 0; i < 3; i += 1) await attempt(person.email, `Nog-een-${i}`);
  assert.equal((await attempt(person.email, password)).status, 401);
});

test('the very same wrong password counts once, however often it is typed', async () => {
  const person = await aPerson(world);
  for (let i = 0; i < 6; i += 1) await attempt(person.email, 'Oud-wachtwoord-1');
  assert.equal((await readCount(person))?.wrong.length, 1);
  await attempt(person.email, 'Oud-wachtwoord-2');
  assert.equal((await readUser(world, person.id)).locked_at, null);
  await attempt(person.email, 'Oud-wachtwoord-3');
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
});

test('the right password resets the count', async () => {
  const person = await aPerson(world);
  for (let round = 0; round < 3; round += 1) {
    await attempt(person.email, 'Fout-1');
    await attempt(person.email, 'Fout-2');
    assert.equal((await attempt(person.email, password)).status, 200);
    assert.deepEqual((await readCount(person))?.wrong, []);
  }
});

test('unlocking begins anew, and the old password works', async () => {
  const person = await aPerson(world);
  await lock(person);
  assert.equal((await admin.post(`${person.path}/unlock`)).status, 200);
  await attempt(person.email, 'Fout-1');
  await attempt(person.email, 'Fout-2');
  assert.equal((await attempt(person.email, password)).status, 200);
  const again = await admin.post(`${person.path}/unlock`);
  assert.deepEqual([again.status, again.body.code], [409, 'users.not-locked']);
});

test('how many wrong ones lock is a setting', async () => {
  for (const lockAfter of [1, 5]) {
    await admin.patch('/settings', { lockAfter });
    const person = await aPerson(world);
    for (let i = 1; i <= lockAfter; i += 1) {
      assert.equal((await readUser(world, person.id)).locked_at, null);
      await attempt(person.email, `Fout-${i}`);
    }
    assert.notEqual((await readUser(world, person.id)).locked_at, null);
  }
  await admin.patch('/settings', { lockAfter: 3 });
});

test('of 50 wrong passwords at once at most 3 are checked; the account is locked once', async () => {
  const person = await aPerson(world);
  const before = await countChecks(admin);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => attempt(person.email, `Raad-eens-${i}`)),
  );
  assert.ok((await countChecks(admin)) - before <= 3);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [401]);
  assert.equal(new Set(answers.map(({ raw }) => raw)).size, 1);
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
  assert.equal(await countMails(world, person.id, 'locked'), 1);
  assert.equal(await countDeeds(person, 'users.locked'), 1);
});

test('50 right passwords at once all come in, and nobody is locked', async () => {
  const person = await aPerson(world);
  const answers = await Promise.all(Array.from({ length: 50 }, () => attempt(person.email, password)));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  const tokens = new Set(answers.map(({ headers }) => headers['set-cookie']?.[0]));
  assert.equal(tokens.size, 50);
  assert.equal((await readUser(world, person.id)).locked_at, null);
  const count = await readCount(person);
  assert.deepEqual([count?.wrong, count?.checking], [[], []]);
});

test('25 right and 25 wrong at once: whoever comes in came in before the lock, and there is one lock at most', async () => {
  const person = await aPerson(world);
  const before = await countChecks(admin);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => attempt(person.email, i % 2 ? password : `Raad-eens-${i}`)),
  );
  const right = answers.filter((_, i) => i % 2 === 1).map(({ status }) => status);
  const wrong = answers.filter((_, i) => i % 2 === 0).map(({ status }) => status);
  assert.deepEqual([...new Set(wrong)], [401]);
  const locked = (await readUser(world, person.id)).locked_at !== null;
  const cameIn = right.filter((status) => status === 200).length;
  assert.ok(locked || cameIn === 25, `not locked, and only ${cameIn} of 25 came in`);
  assert.ok(right.every((status) => [200, 401, 423].includes(status)));
  assert.equal(await countDeeds(person, 'users.locked'), locked ? 1 : 0);
  assert.equal(await countDeeds(person, 'session.signed-in'), cameIn);
  assert.ok((await countChecks(admin)) - before <= 50);
  assert.deepEqual((await readCount(person))?.checking, []);
});

test('every sign-in makes a new token; one that was planted before stays worthless', async () => {
  const person = await aPerson(world);
  const client = world.visitor();
  const planted = randomBytes(32).toString('base64url');
  client.jar.set('muster', planted);
  assert.equal((await trySignIn(client, person.email, password)).status, 200);
  const first = client.jar.get('muster');
  assert.notEqual(first, planted);
  await trySignIn(client, person.email, password);
  assert.notEqual(client.jar.get('muster'), first);
  const thief = world.visitor();
  thief.jar.set('muster', planted);
  assert.equal((await thief.get('/session')).status, 401);
});

test('signing out ends the session at the server, not only the cookie', async () => {
  const { email } = await aPerson(world);
  const client = await world.signIn(email);
  const token = client.jar.get('muster') ?? '';
  assert.equal((await client.delete('/session')).status, 204);
  assert.equal(client.jar.has('muster'), false);
  const thief = world.visitor();
  thief.jar.set('muster', token);
  assert.equal((await thief.get('/session')).status, 401);
});

test('odd identifiers and passwords are refused like any other, or as no valid request', async () => {
  const person = await aPerson(world);
  const odd = [
    '\u0000',
    'a\u0000b@zonnig.example',
    '\ud800',
    '🙂',
    '%',
    "' or 1=1 --",
    '@',
    'a@',
    `${'x'.repeat(990)}@y.nl`,
  ];
  for (const text of odd) {
    const status = [(await attempt(text, password)).status, (await attempt(person.email, text)).status];
    assert.ok(
      status.every((one) => one === 401 || one === 400),
      `${JSON.stringify(text)}: ${status}`,
    );
    await attempt(person.email, password);
  }
  for (const body of [
    {},
    { identifier: 1, password: 2 },
    { identifier: ['a'], password },
    { identifier: null },
  ]) {
    assert.equal((await world.visitor().post('/session', body)).status, 400);
  }
  assert.equal((await attempt('x'.repeat(1001), password)).status, 400);
  assert.equal((await attempt(person.email, 'x'.repeat(5001))).status, 400);
  assert.equal((await attempt(person.email, 'x'.repeat(5000))).status, 401);
});

test('a password that was replaced while it was being checked does not come in any more', async () => {
  const person = await aPerson(world);
  await storeSlowHash(person);
  const client = world.visitor();
  const answer = trySignIn(client, person.email, password);
  await untilFound(async () => assert.equal((await readCount(person))?.checking.length, 1));
  assert.equal((await admin.post(`${person.path}/password`, { password: 'Waterval-39-mos' })).status, 200);
  assert.equal((await answer).status, 401);
  assert.equal((await client.get('/session')).status, 401);
});

test('a second factor that was set up while the password was being checked is not walked around', async () => {
  const person = await aPerson(world);
  await storeSlowHash(person);
  const client = world.visitor();
  const answer = trySignIn(client, person.email, password);
  await untilFound(async () => assert.equal((await readCount(person))?.checking.length, 1));
  await sql`insert into authenticator_apps (user_id, secret, set_up_at)
    values (${person.id}, ${Buffer.alloc(21)}, now())`.execute(world.db);
  assert.equal((await answer).status, 401);
  assert.equal((await client.get('/session')).status, 401);
});

/** The same password under a hash that takes a second to compute: time to do something meanwhile. */
async function storeSlowHash(person: Made): Promise<void> {
  const nonce = randomBytes(16);
  const passes = 50;
  const parameters = { message: password, nonce, memory: 19_456, passes, parallelism: 1, tagLength: 32 };
  const tag = await promisify(argon2)('argon2id', parameters);
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const hash = `$argon2id$v=19$m=19456,t=${passes},p=1$${text(nonce)}$${text(tag)}`;
  await sql`update credentials set password_hash = ${hash} where user_id = ${person.id}`.execute(world.db);
}
