import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Answer, Client } from '../../test/client.ts';
import { aPerson, countMails, type Made, readUser, type Wanted } from '../../test/people.ts';
import { administrator, openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { walkChain } from '../audit/verify-audit.ts';
import { today } from '../lib/days.ts';

let world: World;
let admin: Client;
let self: string;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  self = `/users/${world.adminId}`;
});
after(() => world.close());

const day = (days: number) => today('Europe/Amsterdam').add({ days }).toString();

function assertLast({ status, body }: Answer, what: string): void {
  assert.deepEqual([status, body.code], [409, 'users.last-administrator'], what);
}

async function assertLastInEveryWay(what: string): Promise<void> {
  assertLast(await admin.put(`${self}/admin-access`, { granted: false }), `${what}: demote`);
  for (const leavesOn of [day(-1), day(0), day(1), day(3650)]) {
    assertLast(await admin.post(`${self}/deactivate`, { leavesOn }), `${what}: leave ${leavesOn}`);
  }
  assertLast(await admin.post(`${self}/delete`, { acknowledged: true }), `${what}: delete`);
  const { body } = await admin.get<Record<'deactivate' | 'delete', { why: string }>>(`${self}/removal`);
  assert.equal(body.deactivate.why, 'users.last-administrator');
}

test('the only administrator can be neither demoted, deactivated nor deleted', async () => {
  await assertLastInEveryWay('alone');
  assert.equal((await readUser(world, world.adminId)).is_admin, true);
});

const useless: [string, Wanted, (person: Made) => Promise<unknown>][] = [
  ['pending', { state: 'pending' }, async () => undefined],
  ['starting', { state: 'starting' }, async () => undefined],
  ['deactivated', { state: 'deactivated' }, async () => undefined],
  ['locked', {}, ({ id }) => sql`update users set locked_at = now() where id = ${id}`.execute(world.db)],
  ['leaving', {}, ({ path }) => admin.post(`${path}/deactivate`, { leavesOn: day(100) })],
];

for (const [state, wanted, prepare] of useless) {
  test(`an administrator who is ${state} does not count as another one`, async () => {
    const other = await aPerson(world, { ...wanted, admin: true });
    await prepare(other);
    await assertLastInEveryWay(state);
    assert.equal((await admin.post(`${other.path}/delete`, { acknowledged: true })).status, 204);
  });
}

test('wrong passwords delay the only administrator, longer each time, instead of locking', async () => {
  const attempt = (secret: string) => trySignIn(world.visitor(), administrator.email, secret);
  const minutes: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 3; i += 1) assert.equal((await attempt(`Raad-${round}-${i}`)).status, 401);
    assert.equal((await readUser(world, world.adminId)).locked_at, null);
    assert.equal((await attempt(password)).status, 401);
    const { delayed_until } = await world.db
      .selectFrom('sign_in_counts')
      .select('delayed_until')
      .where('user_id', '=', world.adminId)
      .executeTakeFirstOrThrow();
    assert.ok(delayed_until);
    minutes.push(Math.round(Temporal.Now.instant().until(delayed_until).total('minutes')));
    await sql`update sign_in_counts set delayed_until = now() where user_id = ${world.adminId}`.execute(
      world.db,
    );
  }
  assert.deepEqual(minutes, [1, 2, 4]);
  assert.equal((await attempt(password)).status, 200);
  assert.equal(await countMails(world, world.adminId, 'locked'), 3);
  assert.equal((await admin.get('/session')).status, 200);
});

test('whoever has all permissions but no admin access ends no administrator', async () => {
  const person = await aPerson(world, { roles: ['key-user'] });
  const client = await world.signIn(person.email);
  for (const answer of [
    await client.post(`${self}/deactivate`, { leavesOn: day(0) }),
    await client.post(`${self}/delete`, { acknowledged: true }),
  ]) {
    assert.deepEqual([answer.status, answer.body.code], [403, 'users.above-you']);
  }
  const demoted = await client.put(`${self}/admin-access`, { granted: false });
  assert.deepEqual([demoted.status, demoted.body.code], [403, 'session.not-allowed']);
});

test('beside another administrator one may step down oneself, but not delete oneself', async () => {
  const other = await aPerson(world, { admin: true });
  const client = await world.signIn(other.email);
  const deleted = await client.post(`${other.path}/delete`, { acknowledged: true });
  assert.deepEqual([deleted.status, deleted.body.code], [409, 'users.yourself']);
  assert.equal((await client.put(`${other.path}/admin-access`, { granted: false })).status, 200);
  const after = await client.put(`${other.path}/admin-access`, { granted: true });
  assert.deepEqual([after.status, after.body.code], [403, 'session.not-allowed']);
});

test('two administrators who are guessed at the same moment are not both locked', async () => {
  const other = await aPerson(world, { admin: true });
  const guess = (email: string, i: number) => trySignIn(world.visitor(), email, `Raad-eens-${i}`);
  await Promise.all(
    [administrator.email, other.email].flatMap((email) => [1, 2, 3].map((i) => guess(email, i))),
  );
  const { rows } = await sql`select 1 from users where is_admin and locked_at is null`.execute(world.db);
  assert.ok(rows.length > 0);
});

type Deed = (client: Client, path: string) => Promise<Answer>;
const deeds: Record<string, Deed> = {
  demote: (client, path) => client.put(`${path}/admin-access`, { granted: false }),
  deactivate: (client, path) => client.post(`${path}/deactivate`, { leavesOn: day(-1) }),
  delete: (client, path) => client.post(`${path}/delete`, { acknowledged: true }),
};
const all: Deed[] = Object.values(deeds);

for (const [name, choose] of [
  ...Object.entries(deeds).map(([name, deed]) => [name, () => deed] as const),
  ['end each other in different ways', (i: number) => all[i % all.length] as Deed] as const,
]) {
  test(`of ten administrators who ${name} each other at once, exactly one stays`, async () => {
    const own = await openWorld();
    try {
      await fightOut(own, choose);
    } finally {
      await own.close();
    }
  });
}

async function fightOut(own: World, choose: (i: number) => Deed): Promise<void> {
  const made = await Promise.all(Array.from({ length: 9 }, () => aPerson(own, { admin: true })));
  const people = [...made, { path: `/users/${own.adminId}`, email: administrator.email }];
  const fighters = await Promise.all(
    people.map(async ({ path, email }) => ({ path, client: await own.signIn(email) })),
  );
  const answers = await Promise.all(
    fighters.flatMap(({ client, path: own }, i) =>
      fighters.filter(({ path }) => path !== own).map(({ path }, j) => choose(i + j)(client, path)),
    ),
  );
  assert.deepEqual(
    answers.filter(({ status }) => status >= 500).map(({ raw }) => raw),
    [],
  );
  const { rows } = await sql`
    select 1 from users u join credentials c on c.user_id = u.id
    where u.is_admin and u.locked_at is null and exists (
      select 1 from staff_memberships m where m.user_id = u.id and m.leaves_on is null)`.execute(own.db);
  assert.equal(rows.length, 1);
  const alive = await Promise.all(
    fighters.map(({ client }) => client.get<{ user?: { admin: boolean } }>('/session')),
  );
  assert.equal(alive.filter(({ body }) => body.user?.admin).length, 1);
  assert.equal((await walkChain(own.db)).sound, true);
}
