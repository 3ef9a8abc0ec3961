import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { BulkAct, BulkRun } from '../../contract/bulk.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, readUser } from '../../test/people.ts';
import { aRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';
import { walkChain } from '../audit/verify-audit.ts';
import { workOnRuns } from './work-on-runs.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

type Person = { user: { id: string } | null; number: number; outcome: string; why: { code: string } | null };

async function prepare(act: BulkAct, people: object, by = admin): Promise<BulkRun> {
  const answer = await by.post<BulkRun>('/bulk', { act, people });
  assert.equal(answer.status, 201, answer.raw);
  await workOnRuns(world.db);
  return read(answer.body.id, by);
}

async function read(id: string, by = admin): Promise<BulkRun> {
  return (await by.get<BulkRun>(`/bulk/${id}`)).body;
}

async function start(id: string, input: object = {}, by = admin): Promise<BulkRun> {
  const { status, raw } = await by.post(`/bulk/${id}/start`, input);
  assert.equal(status, 200, raw);
  await workOnRuns(world.db);
  return read(id, by);
}

async function outcomes(id: string, by = admin): Promise<Record<string, string>> {
  const { body } = await by.get<{ items: Person[] }>(`/bulk/${id}/people?limit=200`);
  return Object.fromEntries(
    body.items.map(({ user, number, outcome, why }) => [user?.id ?? number, why?.code ?? outcome]),
  );
}

async function some(count: number, wanted: Parameters<typeof aPerson>[1] = {}) {
  return Promise.all(Array.from({ length: count }, () => aPerson(world, wanted)));
}

const ids = (people: { id: string }[]) => people.map(({ id }) => id);
const countDeeds = async () =>
  (await world.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq;

test('the preview changes nothing, and says for whom it can be done and why not for the others', async () => {
  const [pending, active] = [await aPerson(world, { state: 'pending' }), await aPerson(world)];
  const [version, deeds] = [(await readUser(world, pending.id)).version, await countDeeds()];
  const run = await prepare({ deed: 'welcome-mail' }, { users: ids([pending, active]) });
  assert.deepEqual([run.state, run.counts], ['checked', { waiting: 0, fits: 1, refused: 1, done: 0 }]);
  assert.deepEqual(
    run.reasons.map(({ code, count }) => [code, count]),
    [['users.activated-already', 1]],
  );
  assert.match(run.reasons[0]?.message ?? '', /activated the account already/);
  assert.deepEqual(await outcomes(run.id), { [pending.id]: 'fits', [active.id]: 'users.activated-already' });
  assert.deepEqual([(await readUser(world, pending.id)).version, await countDeeds()], [version, deeds]);
  assert.equal(await countMails(world, pending.id, 'activation'), 1);
});

test('the run does it once to everybody whom it fits, with an audit entry each, and the result can be downloaded', async () => {
  const people = await some(3, { state: 'pending' });
  const { id } = await prepare({ deed: 'welcome-mail' }, { users: ids(people) });
  const deeds = await countDeeds();
  const run = await start(id);
  assert.deepEqual([run.state, run.counts.done], ['done', 3]);
  for (const person of people) assert.equal(await countMails(world, person.id, 'activation'), 2);
  assert.equal((await countDeeds()) - deeds, 3);
  assert.equal((await admin.post(`/bulk/${id}/start`, {})).body.code, 'bulk.nobody');
  const { raw } = await admin.get(`/bulk/${id}/people.csv`);
  assert.equal(raw.split('\r\n').filter((line) => line.includes('Done')).length, 3, raw);
});

test('every deed is done by the act that the call for one person has', async () => {
  const group = await admin.post<{ id: string }>('/groups', { kind: 'team', name: 'Nachtploeg' });
  const groups = [group.body.id];
  const day = '2040-01-31';
  const deeds: [BulkAct, (person: Awaited<ReturnType<typeof read1>>) => unknown, unknown][] = [
    [{ deed: 'give-roles', roles: ['hr', 'finance'] }, ({ roles }) => roles, ['hr', 'finance']],
    [{ deed: 'take-roles', roles: ['hr'] }, ({ roles }) => roles, ['finance']],
    [{ deed: 'add-to-groups', groups }, (one) => one.groups, groups],
    [{ deed: 'remove-from-groups', groups }, (one) => one.groups, []],
    [{ deed: 'set-language', language: 'nl' }, (one) => one.language, 'nl'],
    [{ deed: 'set-time-zone', timeZone: 'Asia/Tokyo' }, (one) => one.timeZone, 'Asia/Tokyo'],
    [{ deed: 'require-two-factor' }, (one) => one.twoFactor, 'required'],
    [{ deed: 'set-leave-date', leavesOn: day }, (one) => one.leavesOn, day],
    [{ deed: 'reactivate' }, (one) => one.leavesOn, null],
  ];
  const { id } = await aPerson(world);
  async function read1() {
    const { body } = await admin.get<{
      roles: { key: string }[];
      groups: { id: string }[];
      language: string;
      timeZone: string;
      twoFactor: string;
      leavesOn: string | null;
    }>(`/users/${id}`);
    return {
      ...body,
      roles: body.roles.map(({ key }) => key),
      groups: body.groups.map((one) => one.id),
    };
  }
  for (const [act, look, wanted] of deeds) {
    const run = await prepare(act, { users: [id] });
    assert.deepEqual((await start(run.id)).counts.done, 1, act.deed);
    assert.deepEqual(look(await read1()), wanted, act.deed);
    const again = await prepare(act, { users: [id] });
    const refused = act.deed === 'reactivate' ? 'employment.present-already' : 'bulk.already-so';
    assert.deepEqual(await outcomes(again.id), { [id]: refused }, act.deed);
  }
});

test('everybody who matches the filters is meant, as they are at the preview', async () => {
  const people = await some(12, { lastName: 'Zeldzaam' });
  await sql`update users set locked_at = now() where id = any(${ids(people).slice(0, 9)}::uuid[])`.execute(
    world.db,
  );
  const run = await prepare({ deed: 'unlock' }, { matching: { search: 'zeldzaam', locked: true } });
  assert.equal(run.counts.fits, 9);
  await admin.post(`/users/${people[0]?.id}/unlock`, {});
  const late = await aPerson(world, { lastName: 'Zeldzaam' });
  await sql`update users set locked_at = now() where id = ${late.id}`.execute(world.db);
  const done = await start(run.id);
  assert.deepEqual([done.counts.done, done.counts.refused], [8, 1]);
  assert.equal((await outcomes(run.id))[people[0]?.id ?? ''], 'users.not-locked');
  assert.notEqual((await readUser(world, late.id)).locked_at, null);
  const nobody = await admin.post('/bulk', {
    act: { deed: 'unlock' },
    people: { matching: { search: 'niemand-heet-zo' } },
  });
  assert.deepEqual([nobody.status, nobody.body.code], [422, 'bulk.nobody']);
});

test('deleting asks for the number, keeps oneself and the last administrator, and leaves only numbers', async () => {
  const people = await some(2);
  const run = await prepare({ deed: 'delete' }, { users: [world.adminId, ...ids(people)] });
  assert.equal(run.counts.fits, 2);
  assert.ok(
    ['users.last-administrator', 'users.yourself'].includes((await outcomes(run.id))[world.adminId] ?? ''),
  );
  for (const input of [{}, { count: 3 }]) {
    assert.equal((await admin.post(`/bulk/${run.id}/start`, input)).body.code, 'bulk.wrong-count');
  }
  assert.equal((await start(run.id, { count: 2 })).counts.done, 2);
  for (const { id } of people) assert.equal((await admin.get(`/users/${id}`)).status, 404);
  const { body } = await admin.get<{ items: Person[] }>(`/bulk/${run.id}/people?outcome=done`);
  assert.deepEqual(
    body.items.map(({ user }) => user),
    [null, null],
  );
});

test('nobody does to many what they may not do to one', async () => {
  const above = await aPerson(world, { admin: true });
  const below = await aPerson(world);
  const role = await aRole(world, ['users.view', 'users.change']);
  const clerk = await world.signIn((await aPerson(world, { roles: [role] })).email);
  const act: BulkAct = { deed: 'set-language', language: 'nl' };
  const run = await prepare(act, { users: ids([above, below]) }, clerk);
  assert.deepEqual(await outcomes(run.id, clerk), { [above.id]: 'users.above-you', [below.id]: 'fits' });
  const deleting = await clerk.post('/bulk', { act: { deed: 'delete' }, people: { users: [below.id] } });
  assert.equal(deleting.body.code, 'session.not-allowed');
  for (const path of ['', '/people', '/people.csv']) {
    assert.equal((await admin.get(`/bulk/${run.id}${path}`)).body.code, 'bulk.not-found');
  }
  assert.equal((await admin.post(`/bulk/${run.id}/start`, {})).body.code, 'bulk.not-found');
});

test('who loses the right after the preview does nothing any more', async () => {
  const role = await aRole(world, ['users.view', 'users.change']);
  const maker = await aPerson(world, { roles: [role] });
  const clerk = await world.signIn(maker.email);
  const people = await some(2);
  const run = await prepare({ deed: 'set-language', language: 'nl' }, { users: ids(people) }, clerk);
  await clerk.post(`/bulk/${run.id}/start`, {});
  await admin.put(`/users/${maker.id}/roles`, { roles: [] });
  await workOnRuns(world.db);
  const { rows } = await sql<{ why: string }>`select why from bulk_people where run_id = ${run.id}`.execute(
    world.db,
  );
  assert.deepEqual(rows, [{ why: 'session.not-allowed' }, { why: 'session.not-allowed' }]);
});

test('stopped in the middle the rest stays undone, and goes on when asked to', async () => {
  const people = await some(4, { state: 'pending' });
  const { id } = await prepare({ deed: 'welcome-mail' }, { users: ids(people) });
  await admin.post(`/bulk/${id}/start`, {});
  assert.equal((await admin.post<BulkRun>(`/bulk/${id}/stop`, {})).body.state, 'stopped');
  await workOnRuns(world.db);
  assert.equal((await read(id)).counts.done, 0);
  assert.equal((await admin.post(`/bulk/${id}/stop`, {})).body.code, 'bulk.not-ready');
  assert.equal((await start(id)).counts.done, 4);
});

test('worked on by several at once, and broken off again and again, everything is done exactly once', async () => {
  const people = await some(30, { state: 'pending' });
  const { id } = await prepare({ deed: 'welcome-mail' }, { users: ids(people) });
  const deeds = await countDeeds();
  const starts = await Promise.all(Array.from({ length: 5 }, () => admin.post(`/bulk/${id}/start`, {})));
  assert.deepEqual(starts.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
  for (let round = 0; round < 4; round += 1) {
    const signals = [AbortSignal.timeout(15), AbortSignal.timeout(25)];
    await Promise.all(signals.map((signal) => workOnRuns(world.db, signal)));
  }
  await Promise.all([workOnRuns(world.db), workOnRuns(world.db), workOnRuns(world.db)]);
  assert.deepEqual((await read(id)).counts, { waiting: 0, fits: 0, refused: 0, done: 30 });
  for (const person of people) assert.equal(await countMails(world, person.id, 'activation'), 2);
  assert.equal((await countDeeds()) - deeds, 30);
  assert.ok((await walkChain(world.db)).sound);
});
