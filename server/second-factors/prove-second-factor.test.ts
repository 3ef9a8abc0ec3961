import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { codeOf, setUpApp } from '../../test/authenticator-app.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, type Made, readMailLink, readUser } from '../../test/people.ts';
import { aGuardedPerson, forgetSteps, type Guarded, halfSignedIn } from '../../test/second-factors.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

const prove = (client: Client, given: object) => client.post<{ code?: string }>('/session/two-factor', given);

async function isIn(client: Client): Promise<boolean> {
  return (await client.get<{ user?: object }>('/session')).body.user !== undefined;
}

async function countDeeds(person: Made, action: string): Promise<number> {
  const { body } = await admin.get<{ items: object[] }>(`/audit?user=${person.id}&action=${action}`);
  return body.items.length;
}

/** A code that the app shows at no time near now. */
const wrongCode = (person: Guarded, n = 0) => {
  const near = [-90, -60, -30, 0, 30, 60, 90].map((seconds) => codeOf(person.secret, seconds));
  const codes = Array.from({ length: 20 }, (_, i) => String(111_111 + i * 7).padStart(6, '0'));
  return codes.filter((code) => !near.includes(code))[n] ?? '';
};

test('after the password comes the code, and only then is anybody signed in, under another token', async () => {
  const person = await aGuardedPerson(world);
  const client = await halfSignedIn(world, person);
  const half = client.jar.get('muster') ?? '';
  assert.equal(await isIn(client), false);
  const answer = await prove(client, { code: codeOf(person.secret) });
  assert.equal(answer.status, 200, answer.raw);
  assert.notEqual(client.jar.get('muster'), half);
  assert.equal(await isIn(client), true);
  const thief = world.visitor();
  thief.jar.set('muster', half);
  assert.equal((await thief.get('/session')).status, 401);
  assert.equal(await countDeeds(person, 'session.password-right'), 1);
  assert.equal(await countDeeds(person, 'session.signed-in'), 2);
});

test('half a session is worth nothing, lives for half an hour, and is not listed', async () => {
  const person = await aGuardedPerson(world);
  const client = await halfSignedIn(world, person);
  const { body } = await person.first.get<{ items: object[] }>('/me/sessions');
  assert.equal(body.items.length, 1);
  for (const change of [
    () => client.put('/me/password', { password: 'Waterval-39-mos' }),
    () => client.post('/me/two-factor/app'),
    () => client.delete('/me/two-factor/app'),
    () => client.patch('/me', { language: 'nl' }),
  ]) {
    assert.equal((await change()).status, 403);
  }
  await sql`update sessions set created_at = now() - interval '31 minutes' where next_step is not null`.execute(
    world.db,
  );
  assert.equal((await client.get('/session')).status, 401);
});

test('a clock that is off by one step does no harm; off by a minute, nobody comes in', async () => {
  const person = await aGuardedPerson(world);
  for (const seconds of [-30, 30]) {
    const client = await halfSignedIn(world, person);
    const code = codeOf(person.secret, seconds);
    assert.equal((await prove(client, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status, 200);
    await forgetSteps(world, person);
  }
  // Two steps away, on both sides, wherever in its step this moment lies.
  for (const seconds of [-60, 60]) {
    const client = await halfSignedIn(world, person);
    const { status, body } = await prove(client, { code: codeOf(person.secret, seconds) });
    assert.deepEqual([status, body.code], [422, 'session.wrong-code']);
    assert.equal(await isIn(client), false);
  }
});

test('the same code does not work twice, nor does an older one after a newer', async () => {
  const person = await aGuardedPerson(world);
  const code = codeOf(person.secret);
  assert.equal((await prove(await halfSignedIn(world, person), { code })).status, 200);
  assert.equal((await prove(await halfSignedIn(world, person), { code })).status, 422);
  const before = codeOf(person.secret, -30);
  assert.equal((await prove(await halfSignedIn(world, person), { code: before })).status, 422);
});

test('the code that confirmed the app does not sign in as well', async () => {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  const { body } = await client.post<{ secret: string }>('/me/two-factor/app');
  const code = codeOf(body.secret);
  assert.equal((await client.put('/me/two-factor/app', { code })).status, 200);
  assert.equal((await prove(await halfSignedIn(world, person), { code })).status, 422);
});

test('of ten who give the same code at once, one comes in', async () => {
  const person = await aGuardedPerson(world);
  await admin.patch('/settings', { lockAfter: 20 });
  const clients = await Promise.all(Array.from({ length: 10 }, () => halfSignedIn(world, person)));
  const code = codeOf(person.secret);
  const answers = await Promise.all(clients.map((client) => prove(client, { code })));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal((await Promise.all(clients.map(isIn))).filter(Boolean).length, 1);
  await admin.patch('/settings', { lockAfter: 3 });
});

test('of ten who finish the same half session at once, one gets it', async () => {
  const person = await aGuardedPerson(world);
  await admin.patch('/settings', { lockAfter: 20 });
  const client = await halfSignedIn(world, person);
  const half = client.jar.get('muster') ?? '';
  const copies = Array.from({ length: 10 }, () => {
    const copy = world.visitor();
    copy.jar.set('muster', half);
    return copy;
  });
  const answers = await Promise.all(
    copies.map((copy, n) => prove(copy, { recoveryCode: person.recoveryCodes[n] })),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal((await Promise.all(copies.map(isIn))).filter(Boolean).length, 1);
  const left = await sql<{ count: number }>`select count(*)::int as count from recovery_codes
    where user_id = ${person.id} and used_at is null`.execute(world.db);
  assert.equal(left.rows[0]?.count, 9, 'a code was used up without a sign-in');
  await admin.patch('/settings', { lockAfter: 3 });
});

test('a recovery code works once, however it is typed, and its use is mailed', async () => {
  const person = await aGuardedPerson(world);
  const [one = '', other = ''] = person.recoveryCodes;
  const typed = ` ${one.toUpperCase().replaceAll('-', ' ')} `;
  assert.equal((await prove(await halfSignedIn(world, person), { recoveryCode: typed })).status, 200);
  const again = await prove(await halfSignedIn(world, person), { recoveryCode: one });
  assert.deepEqual([again.status, again.body.code], [422, 'session.wrong-code']);
  assert.equal((await prove(await halfSignedIn(world, person), { recoveryCode: other })).status, 200);
  assert.equal(await countMails(world, person.id, 'two-factor'), 3);
  assert.equal(await countDeeds(person, 'two-factor.recovery-code-used'), 2);
  const { body } = await person.first.get<{ recoveryCodes: { left: number } }>('/me/two-factor');
  assert.equal(body.recoveryCodes.left, 8);
});

test('of ten who give the same recovery code at once, one comes in', async () => {
  const person = await aGuardedPerson(world);
  await admin.patch('/settings', { lockAfter: 20 });
  const clients = await Promise.all(Array.from({ length: 10 }, () => halfSignedIn(world, person)));
  const recoveryCode = person.recoveryCodes[0];
  const answers = await Promise.all(clients.map((client) => prove(client, { recoveryCode })));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  await admin.patch('/settings', { lockAfter: 3 });
});

test('new recovery codes put an end to the old ones; all are stored as hashes', async () => {
  const person = await aGuardedPerson(world);
  const { body } = await person.first.post<{ recoveryCodes: string[] }>('/me/recovery-codes');
  assert.equal(new Set(body.recoveryCodes).size, 10);
  const old = await prove(await halfSignedIn(world, person), { recoveryCode: person.recoveryCodes[3] });
  assert.equal(old.status, 422);
  const fresh = await prove(await halfSignedIn(world, person), { recoveryCode: body.recoveryCodes[3] });
  assert.equal(fresh.status, 200);
  const { rows } = await sql<{ all: string }>`
    select string_agg(encode(code_hash, 'escape'), '') as all from recovery_codes`.execute(world.db);
  for (const code of body.recoveryCodes) assert.equal(rows[0]?.all.includes(code), false);
});

test('three different wrong codes lock, with one mail; the right password does not clear them', async () => {
  const person = await aGuardedPerson(world);
  for (let n = 0; n < 3; n += 1) {
    assert.equal((await readUser(world, person.id)).locked_at, null);
    const client = await halfSignedIn(world, person);
    // The very same one once more counts for nothing.
    for (const code of [wrongCode(person, n), wrongCode(person, n)]) await prove(client, { code });
  }
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
  assert.equal(await countMails(world, person.id, 'locked'), 1);
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 423);
});

test('who was half signed in when the lock came gets no further with the right code, and is told so', async () => {
  const person = await aGuardedPerson(world);
  const waiting = await halfSignedIn(world, person);
  const guessing = await halfSignedIn(world, person);
  for (let n = 0; n < 3; n += 1) await prove(guessing, { code: wrongCode(person, n) });
  assert.equal((await prove(waiting, { code: codeOf(person.secret) })).status, 423);
  assert.equal(await isIn(waiting), false);
  await admin.post(`${person.path}/unlock`);
  assert.equal((await prove(waiting, { code: codeOf(person.secret) })).status, 200);
});

test('wrong passwords and wrong codes are counted together; coming in clears both', async () => {
  const person = await aGuardedPerson(world);
  await trySignIn(world.visitor(), person.email, 'Fout-1');
  await trySignIn(world.visitor(), person.email, 'Fout-2');
  const client = await halfSignedIn(world, person);
  await prove(client, { code: wrongCode(person, 0) });
  await prove(client, { code: wrongCode(person, 1) });
  assert.equal((await readUser(world, person.id)).locked_at, null);
  await trySignIn(world.visitor(), person.email, 'Fout-3');
  assert.notEqual((await readUser(world, person.id)).locked_at, null, 'two codes and a password are three');
  await admin.post(`${person.path}/unlock`);
  await prove(await halfSignedIn(world, person), { code: wrongCode(person, 0) });
  assert.equal((await prove(await halfSignedIn(world, person), { code: codeOf(person.secret) })).status, 200);
  const { rows } = await sql<{ wrong: string[] }>`
    select wrong from sign_in_counts where user_id = ${person.id}`.execute(world.db);
  assert.deepEqual(rows[0]?.wrong ?? [], []);
});

test('of 50 wrong codes at once at most 3 are compared; the account is locked once', async () => {
  const person = await aGuardedPerson(world);
  const client = await halfSignedIn(world, person);
  const codes = Array.from({ length: 50 }, (_, n) => String(200_000 + n));
  const answers = await Promise.all(codes.map((code) => prove(client, { code })));
  assert.ok(answers.every(({ status }) => status === 422 || status === 423));
  const { rows } = await sql<{ wrong: string[] }>`
    select wrong from sign_in_counts where user_id = ${person.id}`.execute(world.db);
  assert.equal(rows[0]?.wrong.length, 3);
  assert.equal(await countMails(world, person.id, 'locked'), 1);
});

test('nonsense instead of a code is refused, and so is more than one kind at once', async () => {
  const person = await aGuardedPerson(world);
  const code = codeOf(person.secret);
  for (const given of [
    {},
    { code, recoveryCode: person.recoveryCodes[0] },
    { code: 123_456 },
    { code: null },
  ]) {
    const { status } = await prove(await halfSignedIn(world, person), given);
    assert.equal(status, 400, JSON.stringify(given));
  }
  for (const odd of ['', '12345', '1234567', '١٢٣٤٥٦', 'abcdef', '\u0000'.repeat(6)]) {
    const client = await halfSignedIn(world, person);
    const { status } = await prove(client, { code: odd });
    assert.ok(status === 422 || status === 400, odd);
    await admin.post(`${person.path}/unlock`);
    assert.equal(await isIn(client), false);
  }
});

test('somebody who is in already has nothing to prove', async () => {
  const person = await aGuardedPerson(world);
  const answer = await prove(person.first, { code: codeOf(person.secret) });
  assert.equal(answer.status, 401);
});

test('a password that was reset by mail still asks for the second factor', async () => {
  const person = await aGuardedPerson(world);
  await world.visitor().post('/password/forgotten', { email: person.email });
  await new Promise((done) => setTimeout(done, 300));
  const token = await readMailLink(admin, person.id, 'reset');
  const answer = await world.visitor().post('/password/reset', { token, password: 'Waterval-39-mos' });
  assert.deepEqual([answer.status, answer.headers['set-cookie']], [204, undefined]);
  const client = world.visitor();
  const signedIn = await trySignIn(client, person.email, 'Waterval-39-mos');
  assert.deepEqual(signedIn.body, { next: 'two-factor' });
});

test('a password that an administrator set is changed after the second factor, not before', async () => {
  const person = await aGuardedPerson(world);
  await admin.post(`${person.path}/password`, { password: 'Waterval-39-mos' });
  const client = world.visitor();
  assert.deepEqual((await trySignIn(client, person.email, 'Waterval-39-mos')).body, { next: 'two-factor' });
  assert.equal((await client.put('/me/password', { password: 'Bosrand-51-uil' })).status, 403);
  const proved = await prove(client, { code: codeOf(person.secret) });
  assert.deepEqual(proved.body, { next: 'change-password' });
  assert.equal((await client.put('/me/password', { password: 'Bosrand-51-uil' })).status, 200);
  assert.equal(await isIn(client), true);
});

test('a new app takes the place of the old one only once its code was given', async () => {
  const person = await aGuardedPerson(world);
  const { body } = await person.first.post<{ secret: string }>('/me/two-factor/app');
  assert.equal((await prove(await halfSignedIn(world, person), { code: codeOf(person.secret) })).status, 200);
  const confirmed = await person.first.put<{ recoveryCodes: null }>('/me/two-factor/app', {
    code: codeOf(body.secret),
  });
  assert.deepEqual(confirmed.body, { recoveryCodes: null });
  await forgetSteps(world, person);
  assert.equal((await prove(await halfSignedIn(world, person), { code: codeOf(person.secret) })).status, 422);
  assert.equal((await prove(await halfSignedIn(world, person), { code: codeOf(body.secret) })).status, 200);
});

test('an app that was begun and never confirmed changes nothing', async () => {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  const { body } = await client.post<{ secret: string }>('/me/two-factor/app');
  const wrong = await client.put<{ code: string }>('/me/two-factor/app', { code: '000000' });
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'session.wrong-code']);
  assert.equal(await isIn(await world.signIn(person.email)), true);
  await sql`update authenticator_apps set pending_since = now() - interval '31 minutes'
    where user_id = ${person.id}`.execute(world.db);
  const late = await client.put<{ code: string }>('/me/two-factor/app', { code: codeOf(body.secret) });
  assert.deepEqual([late.status, late.body.code], [409, 'two-factor.begin-again']);
});

test('the first second factor ends all other sessions and gives this one a new token', async () => {
  const person = await aPerson(world);
  const [here, there] = [await world.signIn(person.email), await world.signIn(person.email)];
  const before = here.jar.get('muster');
  const { recoveryCodes } = await setUpApp(here);
  assert.equal(new Set(recoveryCodes).size, 10);
  assert.notEqual(here.jar.get('muster'), before);
  assert.deepEqual([await isIn(here), await isIn(there)], [true, false]);
});
