import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Member, Organisation } from '../../contract/organisations.ts';
import type { MemberRequest } from '../../contract/requests.ts';
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

async function anOrganisation(name = `Afdeling ${++made}`): Promise<Organisation> {
  const answer = await admin.post<Organisation>('/organisations', { name });
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

/** Somebody whose only rights are those of an administrator of this organisation. */
async function anOrganisationAdministrator(organisation: Organisation) {
  const person = await aPerson(world);
  const answer = await addMember(admin, organisation, {
    user: person.id,
    role: 'organisation-administrator',
  });
  assert.equal(answer.status, 201, answer.raw);
  return { ...person, client: await world.signIn(person.email) };
}

function addMember(client: Client, organisation: Organisation, input: object) {
  return client.post<Member & { code?: string }>(`/organisations/${organisation.id}/members`, input);
}

test('of somebody new the address is enough: a mail, a username, a number, and pending until it is confirmed', async () => {
  const organisation = await anOrganisation();
  const boss = await anOrganisationAdministrator(organisation);
  const email = 'eva.van.den.berg@zonnig.example';
  const { status, body } = await addMember(boss.client, organisation, {
    email: ` ${email} `,
    role: 'editor',
  });
  assert.equal(status, 201);
  assert.deepEqual(
    [body.state, body.user.username, body.user.name, body.role.key],
    ['pending', 'eva.van.den.berg', 'Eva van den Berg', 'editor'],
  );
  assert.equal(typeof body.user.number, 'number');
  const token = await readMailLink(admin, body.id, 'activation');
  assert.equal((await world.visitor().post('/activation', { token, password })).status, 204);
  const { body: list } = await boss.client.get<{ items: Member[] }>(
    `/organisations/${organisation.id}/members`,
  );
  assert.equal(list.items.find(({ id }) => id === body.id)?.state, 'active');
});

test('somebody who is known becomes a member at once and is told; twice is refused', async () => {
  const organisation = await anOrganisation();
  const person = await aPerson(world);
  const { status, body } = await addMember(admin, organisation, {
    email: person.email.toUpperCase(),
    role: 'member',
  });
  assert.deepEqual([status, body.state, body.id], [201, 'active', person.id]);
  assert.equal(await countMails(world, person.id, 'made-member'), 1);
  const again = await addMember(admin, organisation, { user: person.id, role: 'member' });
  assert.deepEqual([again.status, again.body.code], [409, 'members.already']);
});

test('an address that two organisations invite becomes one account with two memberships', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()];
  const email = 'dubbel@zonnig.example';
  const first = await addMember((await anOrganisationAdministrator(one)).client, one, {
    email,
    role: 'member',
  });
  const second = await addMember((await anOrganisationAdministrator(two)).client, two, {
    email,
    role: 'member',
  });
  assert.deepEqual([first.status, second.status, first.body.id === second.body.id], [201, 201, true]);
  const { body } = await admin.get<User>(`/users/${first.body.id}`);
  assert.equal(body.organisations.length, 2);
});

test('somebody new belongs to the first organisation unless told otherwise, and the list says which', async () => {
  const boss = await anOrganisationAdministrator(await anOrganisation());
  const { body: home } = await admin.get<{ items: Organisation[] }>('/organisations?home=true');
  const person = await aPerson(world);
  const { body } = await admin.get<User>(person.path);
  assert.deepEqual(
    home.items.map(({ id }) => id),
    body.organisations.map(({ id }) => id),
  );
  assert.deepEqual(
    (await boss.client.get<{ items: Organisation[] }>('/organisations?home=true')).body.items,
    [],
  );
});

test('an organisation administrator sees only the own organisation, on every road', async () => {
  const [mine, other] = [await anOrganisation(), await anOrganisation()];
  const boss = await anOrganisationAdministrator(mine);
  const stranger = (await addMember(admin, other, { email: 'vreemd@zonnig.example', role: 'member' })).body;
  const colleague = (await addMember(admin, mine, { email: 'collega@zonnig.example', role: 'member' })).body;
  const list = await boss.client.get<{ items: { id: string }[]; total: { count: number } }>('/users');
  const seen = list.body.items.map(({ id }) => id).sort();
  assert.deepEqual(seen, [boss.id, colleague.id].sort());
  assert.equal(list.body.total.count, 2);
  const searched = await boss.client.get<{ items: unknown[]; notFound: string[] }>('/users?search=vreemd');
  assert.deepEqual([searched.body.items, searched.body.notFound], [[], ['vreemd']]);
  const unknown = await boss.client.get('/users/00000000-0000-7000-8000-000000000000');
  for (const path of [
    `/users/${stranger.id}`,
    `/users/${stranger.id}/permissions`,
    `/users/${stranger.id}/history`,
  ]) {
    const answer = await boss.client.get(path);
    assert.deepEqual([answer.status, answer.raw], [404, unknown.raw], path);
  }
  const organisations = await boss.client.get<{ items: Organisation[] }>('/organisations');
  assert.deepEqual(
    organisations.body.items.map(({ id }) => id),
    [mine.id],
  );
  const foreign = await boss.client.get(`/organisations/${other.id}/members`);
  const nowhere = await boss.client.get('/organisations/00000000-0000-7000-8000-000000000000/members');
  assert.deepEqual([foreign.status, foreign.raw], [404, nowhere.raw]);
  const intruding = await addMember(boss.client, other, { email: 'x@zonnig.example', role: 'member' });
  assert.equal(intruding.status, 404);
  assert.equal((await boss.client.get('/users.csv')).status, 403);
});

test('nobody gives a role in an organisation above their own there', async () => {
  const organisation = await anOrganisation();
  const boss = await anOrganisationAdministrator(organisation);
  const stronger = await admin.post<{ id: string }>('/roles', {
    name: 'Sterker',
    scope: 'organisation',
    permissions: ['users.delete'],
  });
  const answer = await addMember(boss.client, organisation, {
    email: 'y@zonnig.example',
    role: stronger.body.id,
  });
  assert.deepEqual([answer.status, answer.body.code], [403, 'roles.above-you']);
});

test('of two administrators of an organisation who are removed at once one stays', async () => {
  const organisation = await anOrganisation();
  const elsewhere = await anOrganisation();
  const people = [];
  for (let count = 0; count < 2; count++) {
    const person = await anOrganisationAdministrator(organisation);
    await addMember(admin, elsewhere, { user: person.id, role: 'member' });
    people.push(person);
  }
  const path = `/organisations/${organisation.id}/members`;
  const answers = await Promise.all(people.map(({ id }) => admin.delete(`${path}/${id}`)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
  const demoted = await Promise.all(
    people.map(({ id }) => admin.patch<{ code?: string }>(`${path}/${id}`, { role: 'member' })),
  );
  assert.ok(demoted.some(({ body }) => body.code === 'members.last-administrator'));
});

test('who belongs nowhere else is not taken out of their only organisation', async () => {
  const person = await aPerson(world);
  const { body } = await admin.get<User>(person.path);
  const answer = await admin.delete(`/organisations/${body.organisations[0]?.id}/members/${person.id}`);
  assert.deepEqual([answer.status, answer.body.code], [409, 'members.only-organisation']);
});

test('with inviting switched off a request is sent, and approving it does what was asked', async () => {
  const organisation = await anOrganisation();
  const boss = await anOrganisationAdministrator(organisation);
  const [keyUser, hr] = [
    await aPerson(world, { roles: ['key-user'] }),
    await aPerson(world, { roles: ['hr'] }),
  ];
  await admin.patch('/settings', { organisationsMayInvite: false });
  const email = 'aanvraag@zonnig.example';
  const refused = await addMember(boss.client, organisation, { email, role: 'member' });
  assert.deepEqual([refused.status, refused.body.code], [403, 'members.inviting-is-off']);
  const path = `/organisations/${organisation.id}/requests`;
  const asked = await boss.client.post<MemberRequest>(path, {
    email,
    role: 'member',
    note: 'Begint maandag',
  });
  assert.deepEqual([asked.status, asked.body.state], [201, 'open']);
  for (const [id, told] of [
    [world.adminId, 1],
    [keyUser.id, 1],
    [hr.id, 0],
    [boss.id, 0],
  ] as const) {
    assert.equal(await countMails(world, id, 'request-made'), told);
  }
  assert.equal(
    (await boss.client.post(`/requests/${asked.body.id}/decision`, { approved: true })).status,
    403,
  );
  const decide = () => admin.post<MemberRequest>(`/requests/${asked.body.id}/decision`, { approved: true });
  const answers = await Promise.all([decide(), decide(), decide()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
  const { body } = await boss.client.get<{ items: Member[] }>(
    `/organisations/${organisation.id}/members?search=aanvraag`,
  );
  assert.deepEqual(
    body.items.map(({ user, state }) => [user.email, state]),
    [[email, 'pending']],
  );
  assert.equal(await countMails(world, boss.id, 'request-decided'), 1);
  await admin.patch('/settings', { organisationsMayInvite: true });
});

test('an organisation that is deleted asks where its members go', async () => {
  const [going, staying] = [await anOrganisation(), await anOrganisation()];
  const { body } = await addMember(admin, going, { email: 'verhuist@zonnig.example', role: 'editor' });
  const refused = await admin.delete(`/organisations/${going.id}`);
  assert.deepEqual([refused.status, refused.body.code], [409, 'organisations.in-use']);
  const both = await anOrganisationAdministrator(going);
  await addMember(admin, staying, { user: both.id, role: 'member' });
  const { body: homeless } = await admin.get<{ items: Member[] }>(
    `/organisations/${going.id}/members?onlyHere=true`,
  );
  assert.deepEqual(
    homeless.items.map(({ user }) => user.email),
    ['verhuist@zonnig.example'],
  );
  const lost = await admin.delete(`/organisations/${going.id}?successor=none`);
  assert.deepEqual([lost.status, lost.body.code], [409, 'members.only-organisation']);
  assert.equal((await admin.delete(`/organisations/${going.id}?successor=${staying.id}`)).status, 204);
  const { body: user } = await admin.get<User>(`/users/${body.id}`);
  assert.deepEqual(
    user.organisations.map(({ id, role }) => [id, role]),
    [[staying.id, 'Editor']],
  );
});
