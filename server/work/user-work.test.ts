import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Employee, listEmployees } from '../../contract/employees.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Activity, Skill, Work } from '../../contract/work.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;
let today: string;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  today = (await admin.get<{ today: string }>('/choices')).body.today;
});
after(() => world.close());

const dayFrom = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

async function make<T>(path: string, input: object): Promise<T> {
  const answer = await admin.post<T>(path, input);
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

let made = 0;
const aSkill = () => make<Skill>('/skills', { name: `Vaardigheid ${++made}` });
const anActivity = (skills: object[] = []) =>
  make<Activity>('/activities', { name: `Activiteit ${++made}`, colour: '#225588', skills });

async function find(query: string): Promise<Employee[]> {
  const answer = await admin.get<OutputOf<typeof listEmployees>>(`/employees?${query}`);
  assert.equal(answer.status, 200, answer.raw);
  return answer.body.items;
}

test('activities ask for skills; a name stands once, whatever its case and accents', async () => {
  const skill = await aSkill();
  const activity = await anActivity([{ skill: skill.id, level: 60 }]);
  assert.deepEqual(activity.skills, [{ skill: skill.id, name: skill.name, level: 60 }]);
  const again = await admin.post('/activities', { name: activity.name.toUpperCase(), colour: '#000000' });
  assert.deepEqual([again.status, again.body.code], [409, 'activities.name-taken']);
  const unknown = await admin.patch(`/activities/${activity.id}`, {
    skills: [{ skill: activity.id, level: 10 }],
  });
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'skills.unknown']);
  assert.equal((await admin.delete(`/skills/${skill.id}`)).status, 204);
  const { body } = await admin.get<{ items: Activity[] }>('/activities');
  assert.deepEqual(body.items.find(({ id }) => id === activity.id)?.skills, []);
});

test('somebody is found by team, by activity, and by a skill that counts today', async () => {
  const [activity, skill] = [await anActivity(), await aSkill()];
  const team = await make<{ id: string }>('/groups', { kind: 'team', name: 'Balie' });
  const { id } = await aPerson(world);
  await admin.put(`/users/${id}/activities`, { activities: [activity.id, activity.id] });
  await admin.post(`/groups/${team.id}/members`, { users: [id] });
  const set = await admin.put<Work>(`/users/${id}/skills`, {
    skills: [
      { skill: skill.id, level: 40, endsOn: dayFrom(-1) },
      { skill: skill.id, level: 80, startsOn: today },
    ],
  });
  assert.equal(set.status, 200, set.raw);
  for (const query of [`team=${team.id}`, `activity=${activity.id}`, `skill=${skill.id}`]) {
    assert.deepEqual(
      (await find(query)).map((one) => [one.id, one.skills[0]?.level]),
      [[id, 80]],
    );
  }
  await admin.put(`/users/${id}/skills`, { skills: [{ skill: skill.id, level: 40, endsOn: dayFrom(-1) }] });
  assert.deepEqual(await find(`skill=${skill.id}`), []);
});

test('the same skill twice on one day, an end before its start, and hours that overlap are refused', async () => {
  const skill = (await aSkill()).id;
  const { id } = await aPerson(world);
  const skills = async (list: object[]) => (await admin.put(`/users/${id}/skills`, { skills: list })).body;
  assert.equal(
    (
      await skills([
        { skill, level: 40 },
        { skill, level: 80, startsOn: today },
      ])
    ).code,
    'skills.overlap',
  );
  assert.equal(
    (await skills([{ skill, level: 40, startsOn: today, endsOn: dayFrom(-1) }])).code,
    'employment.leave-before-start',
  );
  assert.equal((await skills([{ skill: id, level: 40 }])).code, 'skills.unknown');
  const week = [
    { weekday: 1, from: '09:00', until: '13:00' },
    { weekday: 1, from: '12:30', until: '17:00' },
  ];
  const hours = async (input: object) => (await admin.put(`/users/${id}/availability`, input)).body;
  assert.equal((await hours({ week, exceptions: [] })).code, 'work.availability-overlap');
  const backwards = await hours({ week: [{ weekday: 1, from: '17:00', until: '09:00' }], exceptions: [] });
  assert.deepEqual(
    backwards.fields?.map(({ field, code }) => [field, code]),
    [['week.0.until', 'fields.backwards']],
  );
  const set = await admin.put<Work>(`/users/${id}/availability`, {
    week: [{ weekday: 7, from: '00:00', until: '24:00' }],
    exceptions: [{ day: today, from: null, until: null }],
  });
  assert.deepEqual(set.body.availability.week, [{ weekday: 7, from: '00:00', until: '24:00' }]);
});

test('two who set the activities of one person at the same time: the second is told', async () => {
  const activity = await anActivity();
  const { id } = await aPerson(world);
  const { body } = await admin.get<Work>(`/users/${id}/work`);
  const headers = { 'if-match': `"${body.version}"` };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      admin.send('PUT', `/api/v1/users/${id}/activities`, { activities: [activity.id] }, headers),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ status }) => status === 412).length, 9);
});

test('a planner sees employees and their work, but nothing that belongs to users', async () => {
  const planner = await aPerson(world, { roles: ['planner'] });
  const client = await world.signIn(planner.email);
  const { id } = await aPerson(world);
  assert.equal((await client.get(`/users/${id}/work`)).status, 200);
  assert.equal((await client.put(`/users/${id}/activities`, { activities: [] })).status, 200);
  assert.equal((await client.get('/employees')).status, 200);
  assert.equal((await client.get(`/users/${id}`)).status, 403);
  assert.equal((await client.post(`/users/${id}/staff-memberships`, { startsOn: today })).status, 403);
});

test('several staff memberships: no overlap, no leave date before the start, and history stays', async () => {
  const { id, email } = await aPerson(world);
  const path = `/users/${id}/staff-memberships`;
  const add = (startsOn: string, leavesOn: string | null) => admin.post(path, { startsOn, leavesOn });
  assert.equal((await add('2010-01-01', '2012-12-31')).status, 201);
  assert.equal((await add('2012-12-31', '2013-12-31')).body.code, 'employment.overlap');
  assert.equal((await add('2016-12-31', '2015-12-31')).body.code, 'employment.leave-before-start');
  const { body } = await admin.get<User>(`/users/${id}`);
  const [now, old] = body.staffMemberships;
  assert.equal(body.staffMemberships.length, 2);
  const moved = await admin.patch<User>(`${path}/${old?.id}`, { startsOn: '2011-01-01' });
  assert.equal(moved.body.staffMemberships[1]?.startsOn, '2011-01-01');
  const session = await world.signIn(email);
  assert.equal((await admin.patch(`${path}/${now?.id}`, { leavesOn: dayFrom(-1) })).status, 200);
  assert.equal((await session.get('/session')).status, 401);
  const removed = await admin.delete<User>(`${path}/${old?.id}`);
  assert.deepEqual([removed.status, removed.body.state], [200, 'deactivated']);
  assert.equal((await admin.delete(`${path}/${old?.id}`)).body.code, 'employment.not-found');
});

test('the last administrator keeps the staff membership that lets them in', async () => {
  const { body } = await admin.get<User>(`/users/${world.adminId}`);
  const path = `/users/${world.adminId}/staff-memberships/${body.staffMemberships[0]?.id}`;
  assert.equal((await admin.patch(path, { leavesOn: dayFrom(-1) })).body.code, 'users.last-administrator');
  assert.equal((await admin.delete(path)).body.code, 'users.last-administrator');
});
