import { randomUUID } from 'node:crypto';
import { makeCalendar } from './calendars.ts';
import type { Change, Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { aPerson, readUser } from './people.ts';
import { formWith } from './upload.ts';
import type { World } from './world.ts';

type Made = { id: string; version: number };

async function make(admin: Client, path: string, input: object): Promise<Made> {
  const answer = await admin.post<Made>(path, input);
  if (answer.status !== 201) throw new Error(answer.raw);
  return answer.body;
}

const anActivity = (admin: Client) => make(admin, '/activities', { name: randomUUID(), colour: '#2f6f4f' });
const aSkill = (admin: Client) => make(admin, '/skills', { name: randomUUID() });

const nineToFive = { startsAt: '2026-01-05T09:00', endsAt: '2026-01-05T17:00' };

async function whatAndWhere(admin: Client): Promise<{ team: string; activity: string }> {
  const team = await make(admin, '/groups', { kind: 'team', name: randomUUID() });
  return { team: team.id, activity: (await anActivity(admin)).id };
}

const aShift = async (admin: Client) =>
  make(admin, '/shifts', { ...(await whatAndWhere(admin)), user: null, ...nineToFive });

async function aShiftFile(admin: Client, path: string, fields: Record<string, string> = {}): Promise<Change> {
  const { team, activity } = await whatAndWhere(admin);
  const { items } = (await admin.get<{ items: { id: string; name: string }[] }>('/activities')).body;
  const name = items.find(({ id }) => id === activity)?.name;
  const file = `Medewerker;Activiteit;Begint;Eindigt\r\n;${name};2026-01-05 09:00;2026-01-05 17:00\r\n`;
  const { body, headers } = formWith(file, { team, ...fields });
  return { client: admin, path, input: body, headers };
}

function onMade(client: Client, path: string, { id, version }: Made, input?: object): Change {
  return { client, path: `${path}/${id}`, version: async () => version, ...(input ? { input } : {}) };
}

async function onUser(world: World, client: Client, rest: string, input?: object): Promise<Change> {
  const { id } = await aPerson(world);
  const version = async () => (await readUser(world, id)).version;
  return { client, path: `/users/${id}${rest}`, version, ...(input ? { input } : {}) };
}

async function onPeriod(world: World, client: Client, input?: object): Promise<Change> {
  const change = await onUser(world, client, '/staff-memberships', input);
  const { body } = await client.get<{ items: { id: string }[] }>(change.path);
  return { ...change, path: `${change.path}/${body.items[0]?.id}` };
}

/** How each changing call about work is made once with success. */
export const changesOfWork: Record<string, Prepare> = {
  'activities.create': async (_world, client) => ({
    client,
    path: '/activities',
    input: { name: randomUUID(), colour: '#2f6f4f' },
  }),
  'activities.change': async (_world, admin) =>
    onMade(admin, '/activities', await anActivity(admin), { name: randomUUID() }),
  'activities.delete': async (_world, admin) => onMade(admin, '/activities', await anActivity(admin)),
  'skills.create': async (_world, client) => ({ client, path: '/skills', input: { name: randomUUID() } }),
  'skills.change': async (_world, admin) =>
    onMade(admin, '/skills', await aSkill(admin), { name: randomUUID() }),
  'skills.delete': async (_world, admin) => onMade(admin, '/skills', await aSkill(admin)),
  'work.set-activities': async (world, admin) =>
    onUser(world, admin, '/activities', { activities: [(await anActivity(admin)).id] }),
  'work.set-skills': async (world, admin) =>
    onUser(world, admin, '/skills', { skills: [{ skill: (await aSkill(admin)).id, level: 60 }] }),
  'work.set-availability': (world, admin) =>
    onUser(world, admin, '/availability', {
      week: [{ weekday: 1, from: '09:00', until: '17:00' }],
      exceptions: [],
    }),
  'shifts.create': async (_world, admin) => ({
    client: admin,
    path: '/shifts',
    input: { ...(await whatAndWhere(admin)), user: null, ...nineToFive },
  }),
  'shifts.change': async (_world, admin) =>
    onMade(admin, '/shifts', await aShift(admin), { endsAt: '2026-01-05T18:00' }),
  'shifts.delete': async (_world, admin) => onMade(admin, '/shifts', await aShift(admin)),
  'calendars.make-own': async (world) => ({
    client: await world.signIn((await aPerson(world)).email),
    path: '/me/calendar',
    input: {},
  }),
  'calendars.end-own': async (world) => {
    const client = await world.signIn((await aPerson(world)).email);
    await makeCalendar(client);
    return { client, path: '/me/calendar' };
  },
  'calendars.end': async (world, admin) => {
    const { id, email } = await aPerson(world);
    await makeCalendar(await world.signIn(email));
    return { client: admin, path: `/users/${id}/calendar` };
  },
  'shift-files.check': async (_world, admin) => ({
    ...(await aShiftFile(admin, '/schedule/file/check')),
    deeds: 0,
  }),
  'shift-files.import': async (_world, admin) => aShiftFile(admin, '/schedule/file', { create: '1' }),
  'employment.add': (world, admin) =>
    onUser(world, admin, '/staff-memberships', { startsOn: '2001-01-01', leavesOn: '2001-12-31' }),
  'employment.change': (world, admin) => onPeriod(world, admin, { leavesOn: '2040-01-01' }),
  'employment.remove': (world, admin) => onPeriod(world, admin),
};
