import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { defaultRoles, permissions } from '../../contract/permissions.ts';
import type { Answer, Client } from '../../test/client.ts';
import { aPerson, type Made, readMailLink } from '../../test/people.ts';
import { aRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';
import { publicAddress } from '../settings/public-address.ts';

let world: World;
let admin: Client;
let helpDesk: Client;
let hr: Client;
let keyUser: Client;
let above: Made[];

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  const as = async (role: string) => world.signIn((await aPerson(world, { roles: [role] })).email);
  [helpDesk, hr, keyUser] = await Promise.all([as('help-desk'), as('hr'), as('key-user')]);
  above = await Promise.all([
    aPerson(world, { admin: true }),
    aPerson(world, { roles: ['key-user'] }),
    aPerson(world, { roles: ['employee', 'hr'] }),
  ]);
});
after(() => world.close());

function assertCode(
  { status, body }: Pick<Answer, 'status' | 'body'>,
  expected: [number, string],
  what = '',
): void {
  assert.deepEqual([status, body?.code], expected, what);
}

const yesterday = () => Temporal.Now.plainDateISO().subtract({ days: 1 }).toString();
const another = 'Waterval-39-mos';

test('the help desk acts on the security of ordinary people, and of nobody with a right that it lacks', async () => {
  const ordinary = await aPerson(world, { roles: ['employee'] });
  assert.equal((await helpDesk.post(`${ordinary.path}/password`, { password: another })).status, 200);
  assert.equal((await helpDesk.delete(`${ordinary.path}/sessions`)).status, 200);
  for (const { path } of above) {
    for (const answer of [
      await helpDesk.post(`${path}/password`, { password: another }),
      await helpDesk.post(`${path}/unlock`),
      await helpDesk.delete(`${path}/sessions`),
    ]) {
      assertCode(answer, [403, 'users.above-you'], path);
    }
  }
});

test('what such people sign in with is changed by nobody below them', async () => {
  for (const { path } of above.slice(0, 2)) {
    for (const input of [
      { email: 'dief@elders.example' },
      { email: 'dief@elders.example', emailAtOnce: true },
      { username: 'dief' },
      { username: 'dief', firstName: 'Dief' },
    ]) {
      assertCode(await hr.patch(path, input), [403, 'users.above-you'], JSON.stringify(input));
    }
  }
});

test('an administrator is left to administrators altogether', async () => {
  const { path } = await aPerson(world, { admin: true });
  for (const answer of [
    await hr.patch(path, { firstName: 'Dief' }),
    await hr.post(`${path}/deactivate`, { leavesOn: yesterday() }),
    await hr.post(`${path}/staff-memberships`, { startsOn: '2040-01-01', leavesOn: null }),
  ]) {
    assertCode(answer, [403, 'users.above-you']);
  }
  const { body } = await hr.get<{ allowed: string[] }>(path);
  assert.deepEqual(body.allowed, []);
});

test('HR keeps the record and the days of somebody with other rights, but does not bring their rights back', async () => {
  const person = await aPerson(world);
  const { body: me } = await admin.get<{ organisations: { id: string }[] }>(`/users/${world.adminId}`);
  await admin.patch(`/organisations/${me.organisations[0]?.id}/members/${person.id}`, {
    role: 'organisation-administrator',
  });
  const keys = await aPerson(world, { roles: ['key-user'] });
  for (const { path } of [person, keys]) {
    assert.equal((await hr.patch(path, { jobTitle: 'Planner', lastName: 'Nieuw' })).status, 200);
    const { body } = await hr.get<{ allowed: string[]; leavesOn: string }>(path);
    assert.deepEqual(body.allowed, ['change', 'deactivate', 'periods']);
    assert.equal((await hr.post(`${path}/deactivate`, { leavesOn: '2040-01-01' })).status, 200);
    assert.equal((await hr.post(`${path}/reactivate`)).status, 200);
    assert.equal((await hr.post(`${path}/deactivate`, { leavesOn: yesterday() })).status, 200);
    assertCode(await hr.post(`${path}/reactivate`), [403, 'users.above-you']);
    const days = { startsOn: '2041-01-01', leavesOn: null };
    assertCode(await hr.post(`${path}/staff-memberships`, days), [403, 'users.above-you']);
    assert.equal((await admin.post(`${path}/reactivate`)).status, 200);
  }
});

test('an address at once is for those who may act on security; others ask its owner', async () => {
  const ordinary = await aPerson(world);
  assertCode(await hr.patch(ordinary.path, { email: 'anders@zonnig.example', emailAtOnce: true }), [
    403,
    'session.not-allowed',
  ]);
  const asked = await hr.patch<{ email: string; pendingEmail: string }>(ordinary.path, {
    email: 'anders@zonnig.example',
  });
  assert.deepEqual([asked.body.email, asked.body.pendingEmail], [ordinary.email, 'anders@zonnig.example']);
});

test('HR gives no roles at all, not even at creation', async () => {
  const person = await aPerson(world);
  assertCode(await hr.put(`${person.path}/roles`, { roles: ['employee'] }), [403, 'session.not-allowed']);
  const input = { firstName: 'Bo', lastName: 'Vos', email: 'bo.vos@zonnig.example' };
  for (const roles of [['employee'], ['key-user'], ['hr']]) {
    assertCode(await hr.post('/users', { ...input, roles }), [403, 'session.not-allowed']);
  }
  assert.equal((await hr.post('/users', { ...input, roles: [] })).status, 201);
});

test('nobody gives or takes a role with a right that they lack, alone or among others', async () => {
  const everything = await aRole(world, permissions);
  const integrator = await aRole(world, ['integrations.manage']);
  const strong = await aPerson(world);
  const person = await aPerson(world, { roles: ['employee'] });
  for (const roles of [[integrator], [everything], ['employee', integrator], ['key-user', everything]]) {
    assertCode(await keyUser.put(`${person.path}/roles`, { roles }), [403, 'roles.above-you']);
    const input = { firstName: 'Bo', lastName: 'Vos', email: 'bo2.vos@zonnig.example', roles };
    assertCode(await keyUser.post('/users', input), [403, 'roles.above-you']);
  }
  await admin.put(`${strong.path}/roles`, { roles: [integrator] });
  assertCode(await keyUser.put(`${strong.path}/roles`, { roles: [] }), [403, 'users.above-you']);
  assert.equal((await keyUser.put(`${person.path}/roles`, { roles: ['employee', 'finance'] })).status, 200);
});

test('nobody raises themselves', async () => {
  const roles = permissions.filter((permission) => permission !== 'settings.change');
  const person = await aPerson(world);
  await admin.put(`${person.path}/roles`, { roles: [await aRole(world, roles)] });
  const client = await world.signIn(person.email);
  assertCode(await client.put(`${person.path}/roles`, { roles: ['key-user'] }), [403, 'roles.above-you']);
  assertCode(await client.put(`${person.path}/admin-access`, { granted: true }), [
    403,
    'session.not-allowed',
  ]);
  for (const field of [
    'admin',
    'isAdmin',
    'permissions',
    'roles',
    'state',
    'activatedAt',
    'number',
    'id',
    'version',
  ]) {
    const answer = await client.patch(person.path, { [field]: true });
    assertCode(answer, [400, 'request.invalid'], field);
  }
});

test('only administrators grant admin access', async () => {
  const person = await aPerson(world);
  for (const client of [helpDesk, hr, keyUser]) {
    assertCode(await client.put(`${person.path}/admin-access`, { granted: true }), [
      403,
      'session.not-allowed',
    ]);
  }
  const created = await keyUser.post('/users', {
    firstName: 'Bo',
    lastName: 'Vos',
    email: 'bo3.vos@zonnig.example',
    admin: true,
  });
  assertCode(created, [400, 'request.invalid']);
});

test('a role of an organisation with rights is given by those who have them', async () => {
  const { body: me } = await admin.get<{ organisations: { id: string }[] }>(`/users/${world.adminId}`);
  const id = me.organisations[0]?.id ?? '';
  const create = (client: Client, role: string, email: string) =>
    client.post('/users', { firstName: 'Bo', lastName: 'Vos', email, organisations: [{ id, role }] });
  assertCode(await create(hr, 'organisation-administrator', 'o1@zonnig.example'), [403, 'roles.above-you']);
  assert.equal((await create(hr, 'editor', 'o2@zonnig.example')).status, 201);
  assertCode(await create(hr, 'key-user', 'o3@zonnig.example'), [422, 'roles.unknown']);
  assert.equal((await create(keyUser, 'organisation-administrator', 'o4@zonnig.example')).status, 201);
});

test('roles are told with whether one may give them', async () => {
  const { body } = await hr.get<{ items: { key: string; mayGive: boolean }[] }>('/roles?scope=installation');
  const give = body.items.filter(({ mayGive }) => mayGive).map(({ key }) => key);
  const lies = (key: keyof typeof defaultRoles) =>
    defaultRoles[key].every((permission) => (defaultRoles.hr as readonly string[]).includes(permission));
  assert.deepEqual(
    give.filter((key) => key in defaultRoles),
    (Object.keys(defaultRoles) as (keyof typeof defaultRoles)[]).filter(lies),
  );
});

test('a mail with a link is not sent again by somebody below its receiver, and its link is shown to administrators only', async () => {
  const pending = await aPerson(world, { state: 'pending' });
  await admin.put(`${pending.path}/roles`, { roles: ['key-user'] });
  const { body } = await admin.get<{ items: { id: string }[] }>(`/mail?user=${pending.id}`);
  const mail = `/mail/${body.items[0]?.id}`;
  assertCode(await helpDesk.post(`${mail}/resend`), [403, 'users.above-you']);
  const token = await readMailLink(admin, pending.id);
  for (const client of [helpDesk, hr, keyUser]) {
    const seen = await client.get<{ link: string | null }>(mail);
    assert.equal(seen.body.link, null);
    assert.ok(!seen.raw.includes(token));
  }
});

test('links lead to the configured address, whatever a request says', async () => {
  const hostile = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '666',
    'x-original-host': 'evil.example',
    forwarded: 'host=evil.example;proto=https',
    'x-forwarded-for': '6.6.6.6',
    referer: 'https://evil.example/',
  };
  for (const host of [new URL(world.base).host, 'evil.example', 'evil.example:80', '"><script>']) {
    const person = await aPerson(world);
    const asked = await world
      .visitor()
      .post('/password/forgotten', { email: person.email }, { ...hostile, host });
    assert.equal(asked.status, 204);
    await new Promise((wait) => setTimeout(wait, 200));
    const { body } = await admin.get<{ items: { id: string }[] }>(`/mail?user=${person.id}`);
    const mail = await admin.get<{ link: string; text: string; html: string }>(
      `/mail/${body.items[0]?.id}`,
      hostile,
    );
    assert.ok(mail.body.link.startsWith(`${publicAddress()}/reset#`), mail.body.link);
    assert.ok(!/evil|6\.6\.6\.6|666|script/.test(mail.body.text + mail.body.html + mail.body.link));
    const { body: log } = await admin.get<{ items: { origin: { address: string } | null }[] }>(
      `/audit?user=${person.id}`,
    );
    assert.ok(log.items.every(({ origin }) => origin?.address !== '6.6.6.6'));
  }
});
