import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Group, GroupMember } from '../../contract/groups.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, readMailLink } from '../../test/people.ts';
import { openWorld, password, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

let made = 0;

async function aGroup(kind: Group['kind'] = 'group', more: object = {}): Promise<Group> {
  const answer = await admin.post<Group>('/groups', { kind, name: `Groep ${++made}`, ...more });
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

test('a mailbox needs an address, an administration may have a code, and the others have neither', async () => {
  const fieldsOf = async (input: object) =>
    (await admin.post('/groups', input)).body.fields?.map(({ field, code }) => [field, code]);
  assert.deepEqual(await fieldsOf({ kind: 'mailbox', name: 'Info' }), [['email', 'fields.required']]);
  assert.deepEqual(await fieldsOf({ kind: 'team', name: 'Noord', email: 'noord@zonnig.example' }), [
    ['email', 'fields.unknown'],
  ]);
  assert.deepEqual(await fieldsOf({ kind: 'group', name: 'Noord', code: 'N1' }), [
    ['code', 'fields.unknown'],
  ]);
  await aGroup('mailbox', { email: 'klant@zonnig.example' });
  const taken = await admin.post('/groups', {
    kind: 'mailbox',
    name: 'Nog een',
    email: 'KLANT@zonnig.example',
  });
  assert.deepEqual([taken.status, taken.body.code], [409, 'groups.email-taken']);
  await aGroup('administration', { name: 'Stichting', code: 'ST1' });
  assert.equal(
    (await admin.post('/groups', { kind: 'administration', name: 'stíchting' })).body.code,
    'groups.name-taken',
  );
  await aGroup('team', { name: 'Stichting' });
});

test('people are linked from the group, from their own page and while they are created', async () => {
  const [one, two] = [await aGroup(), await aGroup('team')];
  const { id } = await aPerson(world);
  const added = await admin.post<{ added: number }>(`/groups/${one.id}/members`, { users: [id, id] });
  assert.equal(added.body.added, 1);
  const set = await admin.put<User>(`/users/${id}/groups`, { groups: [one.id, two.id] });
  assert.deepEqual(set.body.groups.map(({ name }) => name).sort(), [one.name, two.name].sort());
  const created = await admin.post<User>('/users', {
    firstName: 'Bram',
    lastName: 'Groep',
    email: 'bram@zonnig.example',
    groups: [two.id],
  });
  assert.deepEqual(
    created.body.groups.map(({ name }) => name),
    [two.name],
  );
  const path = `/groups/${two.id}/members`;
  const { body } = await admin.get<{ items: GroupMember[] }>(path);
  assert.equal(body.items.length, 2);
  const managed = await admin.patch<GroupMember>(`${path}/${id}`, { manager: true, until: '2040-01-01' });
  assert.deepEqual([managed.body.manager, managed.body.until], [true, '2040-01-01']);
  const before = await admin.patch(`${path}/${id}`, { until: '1999-01-01' });
  assert.equal(before.body.code, 'employment.leave-before-start');
  const filtered = await admin.get<{ items: User[] }>(`/users?group=${two.id}`);
  assert.equal(filtered.body.items.length, 2);
  assert.equal((await admin.delete(`${path}/${id}`)).status, 204);
  assert.equal((await admin.get<User>(`/users/${id}`)).body.groups.length, 1);
});

test('10,000 people at once, and not one whom the actor may not see', async () => {
  const group = await aGroup();
  const { id } = await aPerson(world);
  const unknown = '00000000-0000-7000-8000-000000000000';
  const answer = await admin.post(`/groups/${group.id}/members`, { users: [id, unknown] });
  assert.deepEqual([answer.status, answer.body.code], [404, 'users.not-found']);
  assert.equal((await admin.get<Group>(`/groups/${group.id}`)).body.members, 0);
});

test('the default sender is a mailbox that one is linked to, and stops being it with the link', async () => {
  const mailbox = await aGroup('mailbox', { email: 'verkoop@zonnig.example' });
  const { id } = await aPerson(world);
  const refused = await admin.put(`/users/${id}/default-sender`, { mailbox: mailbox.id });
  assert.deepEqual([refused.status, refused.body.code], [422, 'groups.unknown']);
  await admin.put(`/users/${id}/groups`, { groups: [mailbox.id] });
  const set = await admin.put<User>(`/users/${id}/default-sender`, { mailbox: mailbox.id });
  assert.equal(set.body.defaultSender, mailbox.id);
  const unlinked = await admin.put<User>(`/users/${id}/groups`, { groups: [] });
  assert.equal(unlinked.body.defaultSender, null);
});

test('a message to a group waits for who has not activated the account, and goes when they do', async () => {
  const group = await aGroup();
  const active = await aPerson(world);
  const pending = await aPerson(world, { state: 'pending' });
  const gone = await aPerson(world, { state: 'deactivated' });
  await admin.post(`/groups/${group.id}/members`, { users: [active.id, pending.id, gone.id] });
  const input = { subject: 'Zomerfeest', text: 'Komt u ook?\n\nGraag voor vrijdag.' };
  const told = await admin.get<{ mails: number; held: number }>(`/groups/${group.id}/message`);
  assert.deepEqual(told.body, { mails: 1, held: 1, atOnce: false });
  const { body } = await admin.post<{ mails: number; held: number }>(`/groups/${group.id}/message`, input);
  assert.deepEqual(body, { mails: 1, held: 1 });
  const states = async (id: string) =>
    (await admin.get<{ items: { kind: string; state: string }[] }>(`/mail?user=${id}`)).body.items
      .filter(({ kind }) => kind === 'group-message')
      .map(({ state }) => state);
  assert.deepEqual(
    [await states(active.id), await states(pending.id), await states(gone.id)],
    [['waiting'], ['held'], []],
  );
  const token = await readMailLink(admin, pending.id, 'activation');
  assert.equal((await world.visitor().post('/activation', { token, password })).status, 204);
  assert.deepEqual(await states(pending.id), ['waiting']);
  await admin.patch('/settings', { groupMailAtOnce: true });
  const atOnce = await aPerson(world, { state: 'pending' });
  await admin.post(`/groups/${group.id}/members`, { users: [atOnce.id] });
  await admin.post(`/groups/${group.id}/message`, input);
  assert.deepEqual(await states(atOnce.id), ['waiting']);
  assert.equal(await countMails(world, atOnce.id, 'activation'), 1);
});

test('a group with people asks what becomes of their links', async () => {
  const [going, staying] = [await aGroup(), await aGroup()];
  const { id } = await aPerson(world);
  await admin.post(`/groups/${going.id}/members`, { users: [id] });
  assert.equal((await admin.delete(`/groups/${going.id}`)).body.code, 'groups.in-use');
  assert.equal((await admin.delete(`/groups/${going.id}?members=${staying.id}`)).status, 204);
  assert.deepEqual(
    (await admin.get<User>(`/users/${id}`)).body.groups.map((group) => group.id),
    [staying.id],
  );
});

test('a group that is deleted stands in the history of everybody who was in it, not only of those of today', async () => {
  const make = async (name: string) =>
    (await admin.post<{ id: string }>('/groups', { kind: 'team', name })).body.id;
  const [going, last, staying] = [await make('Gaat weg'), await make('Gaat ook'), await make('Blijft')];
  const [one, former] = [await aPerson(world), await aPerson(world)];
  await admin.post(`/groups/${going}/members`, { users: [one.id, former.id] });
  await admin.patch(`/groups/${going}/members/${former.id}`, { since: '2020-01-01', until: '2020-02-01' });
  const newest = async (id: string) => {
    const { body } = await admin.get<{ items: { action: string; changes: unknown }[] }>(
      `/users/${id}/history`,
    );
    return body.items.map(({ action, changes }) => ({ action, changes }))[0];
  };
  assert.equal((await admin.delete(`/groups/${going}?members=${staying}`)).status, 204);
  for (const { id } of [one, former]) {
    assert.deepEqual(await newest(id), {
      action: 'groups.member-moved',
      changes: [{ field: 'groups', from: 'Gaat weg', to: 'Blijft' }],
    });
  }
  await admin.post(`/groups/${last}/members`, { users: [one.id] });
  assert.equal((await admin.delete(`/groups/${last}?members=remove`)).status, 204);
  assert.deepEqual(await newest(one.id), {
    action: 'groups.member-removed',
    changes: [{ field: 'groups', from: 'Gaat ook', to: null }],
  });
});

test('the list of users names what people are linked to today, where that is asked for', async () => {
  const person = await aPerson(world);
  const make = async (name: string) =>
    (await admin.post<{ id: string }>('/groups', { kind: 'team', name })).body.id;
  const [now, over] = [await make('Lijst nu'), await make('Lijst voorbij')];
  await admin.put(`${person.path}/groups`, { groups: [now, over] });
  await admin.patch(`/groups/${over}/members/${person.id}`, { since: '2020-01-01', until: '2020-02-01' });
  const list = async (query: string) => {
    const { body } = await admin.get<{ items: { groups?: { name: string }[] }[] }>(
      `/users?search=${person.email}${query}`,
    );
    return body.items.map(({ groups }) => groups?.map(({ name }) => name));
  };
  assert.deepEqual(await list('&withGroups=true'), [['Lijst nu']]);
  assert.deepEqual(await list(''), [undefined]);
});
