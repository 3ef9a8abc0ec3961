import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { organisationPermissions, permissions } from '../../contract/permissions.ts';
import type { Role } from '../../contract/roles.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { aRole as writeRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

let made = 0;

async function aRole(permissions: string[]): Promise<Role> {
  const answer = await admin.post<Role>('/roles', { name: `Rol ${++made}`, permissions });
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

test('a role is what its holders may, from the next request on, and until its last day', async () => {
  const role = await aRole(['users.view']);
  const { id, email } = await aPerson(world, { roles: [role.id] });
  const client = await world.signIn(email);
  assert.equal((await client.get('/users')).status, 200);
  await admin.patch(`/roles/${role.id}`, { permissions: ['audit.view'] });
  assert.deepEqual([(await client.get('/users')).status, (await client.get('/audit')).status], [403, 200]);
  const past = await admin.put(`/users/${id}/roles`, { roles: [{ id: role.id, endsOn: '2020-01-01' }] });
  assert.equal(past.body.fields?.[0]?.code, 'fields.day-passed');
  await admin.put(`/users/${id}/roles`, { roles: [{ id: role.id, endsOn: '2040-01-01' }] });
  const kept = await admin.put<User>(`/users/${id}/roles`, { roles: [role.id, 'employee'] });
  assert.equal(kept.body.roles.find((one) => one.id === role.id)?.endsOn, '2040-01-01');
  await world.db
    .updateTable('role_assignments')
    .set({ ends_on: '2020-01-01' })
    .where('user_id', '=', id)
    .execute();
  assert.equal((await client.get('/audit')).status, 403);
});

test('what somebody may do is told with every source, and is what they may', async () => {
  const role = await aRole(['users.view', 'mail.view']);
  const { id, email } = await aPerson(world, { roles: [role.id, 'auditor'] });
  const client = await world.signIn(email);
  type Explained = {
    items: { permission: string; sources: { kind: string; role: { name: string } | null }[] }[];
  };
  const { body } = await admin.get<Explained>(`/users/${id}/permissions`);
  const { body: session } = await client.get<{ permissions: string[] }>('/session');
  assert.deepEqual(body.items.map(({ permission }) => permission).sort(), [...session.permissions].sort());
  const view = body.items.find(({ permission }) => permission === 'users.view');
  assert.deepEqual(view?.sources.map((source) => source.role?.name).sort(), ['Auditor', role.name].sort());
  const everything = await admin.get<Explained>(`/users/${world.adminId}/permissions`);
  assert.ok(
    everything.body.items.every(({ sources }) => sources.some(({ kind }) => kind === 'admin-access')),
  );
});

test('nobody puts a right into a role, or takes one out, that they lack', async () => {
  const { email } = await aPerson(world, { roles: [(await aRole(['roles.view', 'roles.change'])).id] });
  const client = await world.signIn(email);
  const made = await client.post('/roles', { name: 'Te sterk', permissions: ['users.delete'] });
  assert.deepEqual([made.status, made.body.code], [403, 'roles.above-you']);
  const strong = await aRole(['users.delete', 'roles.view']);
  const weakened = await client.patch(`/roles/${strong.id}`, { permissions: ['roles.view'] });
  assert.equal(weakened.body.code, 'roles.above-you');
  assert.equal((await client.patch(`/roles/${strong.id}`, { description: 'Mag wel' })).status, 200);
  assert.equal((await client.delete(`/roles/${strong.id}`)).body.code, 'roles.above-you');
});

test('a role in use asks what its holders get; a default role stays', async () => {
  const [going, next] = [await aRole(['users.view']), await aRole(['mail.view'])];
  const { id } = await aPerson(world, { roles: [going.id] });
  assert.equal((await admin.delete(`/roles/${going.id}`)).body.code, 'roles.in-use');
  assert.equal((await admin.delete(`/roles/${going.id}?successor=${next.id}`)).status, 204);
  const { body } = await admin.get<User>(`/users/${id}`);
  assert.deepEqual(
    body.roles.map((role) => role.id),
    [next.id],
  );
  const { body: roles } = await admin.get<{ items: Role[] }>('/roles');
  const hr = roles.items.find(({ key }) => key === 'hr');
  assert.equal((await admin.delete(`/roles/${hr?.id}`)).body.code, 'roles.default-stays');
});

test('a name is taken once, also in other letters; a default role keeps its name in every language', async () => {
  await admin.post('/roles', { name: 'Balie', permissions: [] });
  const again = await admin.post('/roles', { name: ' BALÍE ', permissions: [] });
  assert.deepEqual([again.status, again.body.fields?.[0]?.field], [409, 'name']);
  const { body: roles } = await admin.get<{ items: Role[] }>('/roles');
  const finance = roles.items.find(({ key }) => key === 'finance');
  await admin.patch(`/roles/${finance?.id}`, { name: finance?.name, permissions: ['billing.view'] });
  const dutch = await admin.get<Role>(`/roles/${finance?.id}`, { 'accept-language': 'nl' });
  assert.equal(dutch.body.name, 'Financiën');
});

test('the table of roles and rights can be downloaded, and the holders of a role listed', async () => {
  const role = await aRole(['users.view']);
  const { id } = await aPerson(world, { roles: [role.id] });
  const { raw } = await admin.get('/roles.csv');
  assert.match(raw.split('\r\n')[0] ?? '', new RegExp(role.name));
  assert.equal(raw.trim().split('\r\n').length, 29);
  const holders = await admin.get<{ items: { user: { id: string } }[] }>(`/roles/${role.id}/holders`);
  assert.deepEqual(
    holders.body.items.map(({ user }) => user.id),
    [id],
  );
});

test('a role in an organisation holds only what can be held there, whoever writes it', async () => {
  const create = (given: readonly string[]) =>
    admin.post('/roles', { name: given.join(), scope: 'organisation', permissions: given });
  for (const permission of permissions) {
    const fits = (organisationPermissions as readonly string[]).includes(permission);
    assert.equal((await create([permission])).status, fits ? 201 : 422, permission);
    const written = writeRole(world, [permission], 'organisation');
    await (fits ? assert.doesNotReject(written) : assert.rejects(written, /roles_fit_scope/, permission));
  }
});

test('a role in an organisation that is deleted asks what its members become there', async () => {
  const { body: role } = await admin.post<Role>('/roles', {
    name: 'Redacteur',
    scope: 'organisation',
    permissions: ['organisations.view'],
  });
  const { body: made } = await admin.post<{ id: string }>('/organisations', { name: 'Redactie' });
  const path = `/organisations/${made.id}/members`;
  const person = await aPerson(world);
  await admin.post(path, { user: person.id, role: role.id });
  await admin.post(`/organisations/${made.id}/requests`, { email: 'wacht@zonnig.example', role: role.id });
  for (const query of ['', '?successor=none']) {
    const refused = await admin.delete(`/roles/${role.id}${query}`);
    assert.deepEqual([refused.status, refused.body.code], [409, 'roles.in-use']);
  }
  assert.equal((await admin.delete(`/roles/${role.id}?successor=${await roleId('editor')}`)).status, 204);
  const { body } = await admin.get<{ items: { role: { key: string } }[] }>(path);
  assert.deepEqual(
    body.items.map((member) => member.role.key),
    ['editor'],
  );
});

async function roleId(key: string): Promise<string> {
  const { body } = await admin.get<{ items: Role[] }>('/roles');
  return body.items.find((role) => role.key === key)?.id ?? '';
}
