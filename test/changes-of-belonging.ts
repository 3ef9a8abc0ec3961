import { randomUUID } from 'node:crypto';
import type { Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { aPerson } from './people.ts';
import type { World } from './world.ts';

type Made = { id: string; version: number };

async function make(admin: Client, path: string, input: object): Promise<Made> {
  const answer = await admin.post<Made>(path, input);
  if (answer.status !== 201) throw new Error(answer.raw);
  return answer.body;
}

const aRole = (admin: Client) => make(admin, '/roles', { name: randomUUID(), permissions: ['people.view'] });
const anOrganisation = (admin: Client) => make(admin, '/organisations', { name: randomUUID() });
const aGroup = (admin: Client, kind = 'group', more = {}) =>
  make(admin, '/groups', { kind, name: randomUUID(), ...more });

/** Changes of something that has a version of its own. */
async function onMade(admin: Client, path: string, made: Made, input?: object) {
  const one = `${path}/${made.id}`;
  const version = async () => (await admin.get<Made>(one)).body.version;
  return { client: admin, path: one, version, ...(input ? { input } : {}) };
}

async function aMember(world: World, admin: Client) {
  const organisation = await anOrganisation(admin);
  const { id } = await aPerson(world);
  await admin.post(`/organisations/${organisation.id}/members`, { user: id, role: 'member' });
  return `/organisations/${organisation.id}/members/${id}`;
}

async function aRequest(admin: Client): Promise<Made> {
  const organisation = await anOrganisation(admin);
  const email = `${randomUUID()}@zonnig.example`;
  return make(admin, `/organisations/${organisation.id}/requests`, { email, role: 'member' });
}

async function aLinked(world: World, admin: Client) {
  const group = await aGroup(admin);
  const { id } = await aPerson(world);
  await admin.post(`/groups/${group.id}/members`, { users: [id] });
  return `/groups/${group.id}/members/${id}`;
}

/** How each changing call of roles, organisations, members and groups is made once with success. */
export const changesOfBelonging: Record<string, Prepare> = {
  'roles.create': async (_world, admin) => ({
    client: admin,
    path: '/roles',
    input: { name: randomUUID(), permissions: ['users.view'] },
  }),
  'roles.change': async (_world, admin) =>
    onMade(admin, '/roles', await aRole(admin), { description: randomUUID() }),
  'roles.delete': async (_world, admin) => onMade(admin, '/roles', await aRole(admin)),
  'organisations.create': async (_world, admin) => ({
    client: admin,
    path: '/organisations',
    input: { name: randomUUID() },
  }),
  'organisations.change': async (_world, admin) =>
    onMade(admin, '/organisations', await anOrganisation(admin), { name: randomUUID() }),
  'organisations.delete': async (_world, admin) =>
    onMade(admin, '/organisations', await anOrganisation(admin)),
  'members.add': async (_world, admin) => ({
    client: admin,
    path: `/organisations/${(await anOrganisation(admin)).id}/members`,
    input: { email: `${randomUUID()}@zonnig.example`, role: 'editor' },
  }),
  'members.change': async (world, admin) => ({
    client: admin,
    path: await aMember(world, admin),
    input: { role: 'editor' },
  }),
  'members.remove': async (world, admin) => ({ client: admin, path: await aMember(world, admin) }),
  'members.resend': async (world, admin) => {
    const organisation = await anOrganisation(admin);
    const { id } = await aPerson(world, { state: 'pending' });
    const path = `/organisations/${organisation.id}/members`;
    await admin.post(path, { user: id, role: 'member' });
    return { client: admin, path: `${path}/${id}/resend`, input: {} };
  },
  'requests.create': async (_world, admin) => ({
    client: admin,
    path: `/organisations/${(await anOrganisation(admin)).id}/requests`,
    input: { email: `${randomUUID()}@zonnig.example`, role: 'member', note: 'Begint maandag' },
  }),
  // The new member is a deed of its own.
  'requests.decide': async (_world, admin) => ({
    client: admin,
    path: `/requests/${(await aRequest(admin)).id}/decision`,
    input: { approved: true },
    deeds: 2,
  }),
  'groups.create': async (_world, admin) => ({
    client: admin,
    path: '/groups',
    input: { kind: 'mailbox', name: randomUUID(), email: `${randomUUID()}@zonnig.example` },
  }),
  'groups.change': async (_world, admin) =>
    onMade(admin, '/groups', await aGroup(admin), { description: randomUUID() }),
  'groups.delete': async (_world, admin) => onMade(admin, '/groups', await aGroup(admin)),
  'groups.add-members': async (world, admin) => ({
    client: admin,
    path: `/groups/${(await aGroup(admin)).id}/members`,
    input: { users: [(await aPerson(world)).id] },
  }),
  'groups.change-member': async (world, admin) => ({
    client: admin,
    path: await aLinked(world, admin),
    input: { manager: true },
  }),
  'groups.remove-member': async (world, admin) => ({ client: admin, path: await aLinked(world, admin) }),
  'groups.send-message': async (world, admin) => {
    const path = await aLinked(world, admin);
    return {
      client: admin,
      path: path.replace(/members.*/, 'message'),
      input: { subject: 'Zomerfeest', text: 'Komt u ook?\n\nGraag voor vrijdag.' },
    };
  },
  'users.set-groups': async (world, admin) => {
    const { id } = await aPerson(world);
    const group = await aGroup(admin);
    return {
      client: admin,
      path: `/users/${id}/groups`,
      input: { groups: [group.id] },
      version: async () => (await admin.get<Made>(`/users/${id}`)).body.version,
    };
  },
  'users.set-default-sender': async (world, admin) => {
    const { id } = await aPerson(world);
    const mailbox = await aGroup(admin, 'mailbox', { email: `${randomUUID()}@zonnig.example` });
    await admin.put(`/users/${id}/groups`, { groups: [mailbox.id] });
    return {
      client: admin,
      path: `/users/${id}/default-sender`,
      input: { mailbox: mailbox.id },
      version: async () => (await admin.get<Made>(`/users/${id}`)).body.version,
    };
  },
};
