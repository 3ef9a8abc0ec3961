import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { untilFound } from '../../test/changes.ts';
import type { Client } from '../../test/client.ts';
import { countChecks } from '../../test/metrics.ts';
import { aPerson, countMails, type Made, readMailLink, readUser } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  admin = await world.signIn();
});
after(() => world.close());

const isLocked = async ({ id }: Made) => (await readUser(world, id)).locked_at !== null;
const tryOn = async (client: Client, { email }: Made, secret: string) =>
  (await trySignIn(client, email, secret)).status;

/** Somebody with a browser in which they signed in before, and out again. */
async function withDevice(wanted: Parameters<typeof aPerson>[1] = {}) {
  const person = await aPerson(world, wanted);
  const device = await world.signIn(person.email);
  await device.delete('/session');
  return { person, device };
}

async function lockAsStranger(person: Made): Promise<void> {
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) {
    assert.equal(await tryOn(world.visitor(), person, secret), 401);
  }
  assert.equal(await isLocked(person), true);
}

test('a stranger who locks the account does not lock out a device that signed in before', async () => {
  const { person, device } = await withDevice();
  await lockAsStranger(person);
  assert.equal(await tryOn(world.visitor(), person, password), 423);
  assert.equal(await tryOn(device, person, password), 200);
  assert.equal(await isLocked(person), true);
  assert.equal((await device.put('/me/password', { current: 'Fout-9', password: 'x' })).status, 422);
  assert.equal((await device.get('/session')).status, 200);
});

test('a device has its own count: three wrong ones there lock it and strangers, and no other device', async () => {
  const { person, device } = await withDevice();
  const other = await world.signIn(person.email);
  await other.delete('/session');
  for (const secret of ['Fout-1', 'Fout-2']) await tryOn(world.visitor(), person, secret);
  for (const secret of ['Fout-3', 'Fout-4']) await tryOn(device, person, secret);
  assert.equal(await isLocked(person), false);
  await tryOn(device, person, 'Fout-5');
  assert.equal(await isLocked(person), true);
  assert.equal(await countMails(world, person.id, 'locked'), 1);
  assert.equal(await tryOn(device, person, password), 423);
  assert.equal(await tryOn(world.visitor(), person, password), 423);
  assert.equal(await tryOn(other, person, password), 200);
});

test('a device that guessed stays out, also when more wrong passwords are allowed from then on', async () => {
  const { person, device } = await withDevice();
  await lockAsStranger(person);
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await tryOn(device, person, secret);
  await admin.patch('/settings', { lockAfter: 10 });
  assert.equal(await tryOn(device, person, password), 423);
  await admin.patch('/settings', { lockAfter: 3 });
});

test('of 50 wrong passwords at once on a known device at most 3 are checked', async () => {
  const { person, device } = await withDevice();
  const before = await countChecks(admin);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => tryOn(device, person, `Raad-${i}`)));
  assert.ok((await countChecks(admin)) - before <= 3);
  assert.deepEqual([...new Set(answers)], [401]);
});

test('an account that was locked otherwise than by wrong passwords is locked on every device', async () => {
  const { person, device } = await withDevice();
  await sql`update users set locked_at = now() where id = ${person.id}`.execute(world.db);
  assert.equal(await tryOn(device, person, password), 423);
});

test('unlocking begins anew on every device', async () => {
  const { person, device } = await withDevice();
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await tryOn(device, person, secret);
  await admin.post(`${person.path}/unlock`);
  assert.equal(await tryOn(device, person, password), 200);
  assert.equal(await tryOn(world.visitor(), person, password), 200);
});

test('signing out everywhere makes every device a stranger, and everywhere else every other one', async () => {
  for (const [query, hereStays] of [
    ['?which=all', false],
    ['', true],
  ] as const) {
    const person = await aPerson(world);
    const [here, there] = [await world.signIn(person.email), await world.signIn(person.email)];
    assert.equal((await here.delete(`/me/sessions${query}`)).status, 200);
    await lockAsStranger(person);
    assert.equal(await tryOn(here, person, password), hereStays ? 200 : 423);
    assert.equal(await tryOn(there, person, password), 423);
  }
});

test('a device whose session is ended from elsewhere is a stranger; who signs out there comes back to it', async () => {
  const { person, device: left } = await withDevice();
  const [here, lost] = [await world.signIn(person.email), await world.signIn(person.email)];
  const { body } = await here.get<{ items: { id: string; current: boolean }[] }>('/me/sessions');
  const other = body.items.find(({ current }) => !current);
  assert.equal((await here.delete(`/me/sessions/${other?.id}`)).status, 204);
  await lockAsStranger(person);
  assert.equal(await tryOn(lost, person, password), 423);
  assert.equal(await tryOn(left, person, password), 200);
});

test('an administrator who signs somebody out makes their devices strangers', async () => {
  const { person, device } = await withDevice();
  await admin.delete(`${person.path}/sessions`);
  await lockAsStranger(person);
  assert.equal(await tryOn(device, person, password), 423);
});

test('a device that locked the account and is forgotten locks out no other device', async () => {
  const { person, device } = await withDevice();
  const here = await world.signIn(person.email);
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await tryOn(device, person, secret);
  assert.equal(await isLocked(person), true);
  await here.delete('/me/sessions');
  assert.equal(await tryOn(device, person, password), 423);
  assert.equal(await tryOn(here, person, password), 200);
});

test('a device is known to a person, not to everybody: its cookie helps with no other account', async () => {
  const { device } = await withDevice();
  const victim = await aPerson(world);
  await lockAsStranger(victim);
  assert.equal(await tryOn(device, victim, password), 423);
});

test('people who share a browser are each known to it', async () => {
  const { person, device } = await withDevice();
  const colleague = await aPerson(world);
  await trySignIn(device, colleague.email, password);
  await device.delete('/session');
  for (const one of [person, colleague]) {
    await lockAsStranger(one);
    assert.equal(await tryOn(device, one, password), 200);
  }
});

test('what the browser keeps is a secret of 256 bits of which only a hash is stored, and no session', async () => {
  const { person, device } = await withDevice();
  const token = device.jar.get('muster-device') ?? '';
  assert.match(token, /^[\w-]{43}$/);
  const rows = await world.db
    .selectFrom('known_devices')
    .selectAll()
    .where('user_id', '=', person.id)
    .execute();
  assert.equal(rows.length, 1);
  assert.equal(JSON.stringify(rows).includes(token), false);
  const thief = world.visitor();
  thief.jar.set('muster', token);
  assert.equal((await thief.get('/session')).status, 401);
});

test('signing in again on the same device makes no second one; of many devices the last twenty are kept', async () => {
  const { person, device } = await withDevice();
  const before = device.jar.get('muster-device');
  await trySignIn(device, person.email, password);
  assert.equal(device.jar.get('muster-device'), before);
  for (let i = 0; i < 21; i += 1) await tryOn(world.visitor(), person, password);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from known_devices where user_id = ${person.id}`.execute(world.db);
  assert.equal(rows[0]?.count, 20);
});

test('a device that was not used for a year is a stranger', async () => {
  const { person, device } = await withDevice();
  await sql`update known_devices set last_used_at = now() - interval '366 days' where user_id = ${person.id}`.execute(
    world.db,
  );
  await lockAsStranger(person);
  assert.equal(await tryOn(device, person, password), 423);
});

test('a cookie that was made up makes nobody known', async () => {
  const person = await aPerson(world);
  await lockAsStranger(person);
  for (const made of [
    'x',
    'A'.repeat(43),
    `${'A'.repeat(43)}.${'B'.repeat(43)}`,
    '.'.repeat(500),
    '__proto__',
  ]) {
    const visitor = world.visitor();
    visitor.jar.set('muster-device', made);
    assert.equal(await tryOn(visitor, person, 'Fout-9'), 401, made);
  }
});

test('a lock stays through a reset link, also for a stranger with the new password', async () => {
  const person = await aPerson(world);
  await lockAsStranger(person);
  await world.visitor().post('/password/forgotten', { email: person.email });
  const token = await untilFound(() => readMailLink(admin, person.id, 'reset'));
  await world.visitor().post('/password/reset', { token, password: 'Waterval-39-mos' });
  await sql`update sign_in_counts set checks_after_lock = 0 where user_id = ${person.id}`.execute(world.db);
  assert.equal(await tryOn(world.visitor(), person, 'Waterval-39-mos'), 423);
});

test('the last administrator is never locked: strangers are delayed, a known device comes in meanwhile', async () => {
  const device = await world.signIn();
  const person = { email: 'ada@zonnig.example' } as Made;
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await tryOn(world.visitor(), person, secret);
  assert.equal((await readUser(world, world.adminId)).locked_at, null);
  assert.equal(await tryOn(world.visitor(), person, password), 401);
  assert.equal(await tryOn(device, person, password), 200);
});
