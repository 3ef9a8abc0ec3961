import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calls } from '../../contract/calls.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { walkChain } from '../../server/audit/verify-audit.ts';
import { type Change, changes, untilFound } from '../changes.ts';
import type { Client, Headers } from '../client.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

/** Claiming needs a fresh installation, see setup.test.ts. */
const elsewhere = ['setup.claim'];
const changing = calls.filter(({ method, name }) => method !== 'GET' && !elsewhere.includes(name));

async function countDeeds(): Promise<number> {
  return (await world.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq;
}

function send(call: Endpoint, { client, path, input, headers: own }: Change, headers?: Headers) {
  return client.send<{ version: number; current?: number; code?: string }>(
    call.method,
    `/api/v1${path}`,
    input,
    { ...own, ...headers },
  );
}

async function prepare(call: Endpoint): Promise<Change> {
  const change = changes[call.name];
  assert.ok(change, `test/changes.ts does not say how ${call.name} is made`);
  return change(world, admin);
}

for (const call of changing) {
  test(`${call.name} succeeds with its status, leaves exactly what it did in the audit log, and answers its shape only`, async () => {
    const change = await prepare(call);
    const before = await countDeeds();
    const answer = await send(call, change);
    assert.equal(answer.status, call.status ?? (call.output ? 200 : 204), answer.raw);
    const assertDeeds = async () => assert.equal((await countDeeds()) - before, change.deeds ?? 1);
    await (change.later ? untilFound(assertDeeds) : assertDeeds());
    if (call.output) assert.deepEqual(answer.body, call.output.parse(answer.body));
    else assert.equal(answer.raw, '');
  });
}

const versioned = changing.filter(({ versioned, status }) => versioned && status !== 201);

for (const call of versioned) {
  test(`${call.name} is refused on a version that is no longer there, and done on the one that is`, async () => {
    const change = await prepare(call);
    const current = (await change.version?.()) ?? 0;
    const before = await countDeeds();
    for (const stale of [`"${current + 1}"`, `W/"${current + 1}"`, `"${current - 1}"`]) {
      const answer = await send(call, change, { 'if-match': stale });
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.current],
        [412, 'request.stale', current],
      );
    }
    for (const nonsense of ['"x"', 'x', '""', '"1", "2"', '99999999999999999999']) {
      assert.equal((await send(call, change, { 'if-match': nonsense })).status, 412, nonsense);
    }
    assert.equal(await countDeeds(), before);
    const done = await send(call, change, { 'if-match': `"${current}"` });
    assert.ok(done.status < 300, done.raw);
    if (!call.output) return;
    assert.equal(done.headers.etag, `"${done.body.version}"`);
    assert.ok(done.body.version > current);
  });
}

test('of ten who save the same version at once, one does', async () => {
  const { body } = await admin.get<{ version: number }>(`/users/${world.adminId}`);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      admin.patch(`/users/${world.adminId}`, { jobTitle: `Titel ${i}` }, { 'if-match': `"${body.version}"` }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, ...Array(9).fill(412)]);
});

test('without a version, or with any, a change is simply made', async () => {
  const path = `/users/${world.adminId}`;
  assert.equal((await admin.patch(path, { jobTitle: 'Een' })).status, 200);
  assert.equal((await admin.patch(path, { jobTitle: 'Twee' }, { 'if-match': '*' })).status, 200);
});

test('what changes nothing leaves nothing in the audit log and keeps its version', async () => {
  const path = `/users/${world.adminId}`;
  const { body } = await admin.get<{ version: number; jobTitle: string }>(path);
  const before = await countDeeds();
  const same = await admin.patch<{ version: number }>(path, { jobTitle: body.jobTitle });
  assert.equal(same.body.version, body.version);
  assert.equal((await admin.put(`${path}/roles`, { roles: [] })).status, 200);
  assert.equal((await admin.put(`${path}/admin-access`, { granted: true })).status, 200);
  assert.equal((await admin.patch('/settings', {})).status, 200);
  assert.equal((await admin.patch('/me', {})).status, 200);
  assert.equal(await countDeeds(), before);
});

test('every answer to a question keeps to its shape', async () => {
  const group = await changes['groups.change']?.(world, admin);
  const shift = await changes['shifts.change']?.(world, admin);
  const role = await world.db.selectFrom('roles').select('id').executeTakeFirstOrThrow();
  const organisation = await world.db.selectFrom('organisations').select('id').executeTakeFirstOrThrow();
  const checked = await changes['imports.run']?.(world, admin);
  const run = await changes['personnel-files.decide']?.(world, admin);
  const link = await changes['personnel-files.change']?.(world, admin);
  const bulk = await changes['bulk.start']?.(world, admin);
  const ids: Record<string, string> = {
    imports: checked?.path.split('/')[2] ?? '',
    'personnel-files': link?.path.split('/')[2] ?? '',
    'personnel-file-runs': run?.path.split('/')[2] ?? '',
    bulk: bulk?.path.split('/')[2] ?? '',
    roles: role.id,
    groups: group?.path.split('/')[2] ?? '',
    organisations: organisation.id,
    users: world.adminId,
    people: world.adminId,
    shifts: shift?.path.split('/')[2] ?? '',
  };
  const team = await admin.post<{ id: string }>('/groups', { kind: 'team', name: 'Balie' });
  const queries: Record<string, string> = {
    'users.check-email': '?email=ada@zonnig.example',
    'schedule.get': `?team=${team.body.id}&from=2026-01-05`,
  };
  for (const call of calls.filter(({ method, media }) => method === 'GET' && !media)) {
    if (call.name === 'mail.get') continue;
    const [, things = ''] = call.path.split('/');
    const path = call.path.replace(/:\w+/, ids[things] ?? '');
    const answer = await admin.get(`${path}${queries[call.name] ?? ''}`);
    assert.equal(answer.status, 200, `${call.name}: ${answer.raw}`);
    assert.deepEqual(answer.body, call.output?.parse(answer.body), call.name);
  }
});

test('after all this the audit chain is sound', async () => {
  const { sound, entries } = await walkChain(world.db);
  assert.deepEqual([sound, entries], [true, await countDeeds()]);
});
