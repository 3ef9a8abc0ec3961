import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { type CalendarLink, mostReadsAnHour } from '../../contract/calendars.ts';
import type { Shift } from '../../contract/schedule.ts';
import { makeCalendar } from '../../test/calendars.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { giveOwnRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;
let team: string;
let activity: string;
let today: Temporal.PlainDate;

const teamName = 'Balie, "Zuid"; begane grond \\ hal';
const activityName = 'Telefoon en wat er verder die dag aan de balie gebeurt, met koffie – één, twee, drie';

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  await admin.patch('/settings', { timeZone: 'Europe/Amsterdam' });
  today = Temporal.PlainDate.from((await admin.get<{ today: string }>('/choices')).body.today);
  team = await make('/groups', { kind: 'team', name: teamName });
  activity = await make('/activities', { name: activityName, colour: '#225588' });
});
after(() => world.close());

async function make(path: string, input: object): Promise<string> {
  const answer = await admin.post<{ id: string }>(path, input);
  assert.equal(answer.status, 201, answer.raw);
  return answer.body.id;
}

const dayFrom = (days: number) => today.add({ days }).toString();

async function plan(user: string | null, day: string, from = '09:00', until = '17:00'): Promise<Shift> {
  const times = { startsAt: `${day}T${from}`, endsAt: `${day}T${until}` };
  const answer = await admin.post<Shift>('/shifts', { team, activity, user, ...times });
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

async function aReader(): Promise<{ person: Made; client: Client; path: string }> {
  const person = await aPerson(world, { roles: ['employee'] });
  const client = await world.signIn(person.email);
  return { person, client, path: await makeCalendar(client) };
}

async function read(path: string, client = world.visitor()) {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, answer.raw);
  const calendar = new ICAL.Component(ICAL.parse(answer.raw));
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    summary: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description'),
    starts: String(event.getFirstPropertyValue('dtstart')),
    ends: String(event.getFirstPropertyValue('dtend')),
    sequence: event.getFirstPropertyValue('sequence'),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
  }));
  return { answer, calendar, events };
}

test('a calendar program reads the own shifts by the link alone, and no others', async () => {
  const { person, path } = await aReader();
  const shift = await plan(person.id, dayFrom(3));
  await plan(null, dayFrom(3));
  await plan((await aPerson(world)).id, dayFrom(3));
  await plan(person.id, dayFrom(400));
  await plan(person.id, dayFrom(-100));
  const { answer, calendar, events } = await read(path);
  assert.match(answer.headers['content-type'] ?? '', /^text\/calendar; charset=utf-8/);
  assert.equal(answer.headers['set-cookie'], undefined);
  assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
  assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'My shifts');
  assert.match(answer.raw, /\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n/);
  assert.match(answer.raw, /\r\nX-PUBLISHED-TTL:PT4H\r\n/);
  assert.deepEqual(
    events.map(({ uid, summary, description, sequence }) => [uid, summary, description, sequence]),
    [[`${shift.id}@muster`, activityName, teamName, 0]],
  );
});

test('lines end in CRLF and are folded at 75 bytes, also between letters of several bytes', async () => {
  const { person, path } = await aReader();
  await plan(person.id, dayFrom(2));
  const { answer } = await read(path);
  assert.ok(answer.raw.startsWith('BEGIN:VCALENDAR\r\n') && answer.raw.endsWith('END:VCALENDAR\r\n'));
  assert.doesNotMatch(answer.raw, /[^\r]\n/);
  for (const line of answer.raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('times are right on both sides of summer time, in UTC', async () => {
  const { person } = await aReader();
  await plan(person.id, '2027-03-27', '09:00', '17:00');
  await plan(person.id, '2027-03-29', '09:00', '17:00');
  const { events } = await read(`/users/${person.id}/shifts.ics?from=2027-03-22&days=14`, admin);
  assert.deepEqual(
    events.map(({ starts, ends }) => [starts, ends]),
    [
      ['2027-03-27T08:00:00Z', '2027-03-27T16:00:00Z'],
      ['2027-03-29T07:00:00Z', '2027-03-29T15:00:00Z'],
    ],
  );
});

test('a shift that moves keeps its UID and counts up; one that did not change stays the same to the letter', async () => {
  const { person, path } = await aReader();
  const [moves, stays] = [await plan(person.id, dayFrom(5)), await plan(person.id, dayFrom(6))];
  const before = await read(path);
  assert.equal((await read(path)).answer.raw, before.answer.raw);
  await admin.patch(`/shifts/${moves.id}`, { endsAt: `${dayFrom(5)}T18:00` });
  const after = await read(path);
  const [first, second] = after.events;
  assert.deepEqual([first?.uid, first?.sequence], [`${moves.id}@muster`, 1]);
  assert.deepEqual(second, before.events[1]);
  assert.equal(second?.uid, `${stays.id}@muster`);
});

test('the link is shown once and stored as a hash only; a new one kills the older one', async () => {
  const { person, client, path } = await aReader();
  const token = new URLSearchParams(path.split('?')[1]).get('token') ?? '';
  assert.match(token, /^[\w-]{43}$/);
  const state = await client.get<{ link: CalendarLink }>('/me/calendar');
  assert.equal(state.raw.includes(token), false);
  assert.equal(state.body.link.lastUsedAt, null);
  await read(path);
  assert.notEqual((await client.get<{ link: CalendarLink }>('/me/calendar')).body.link.lastUsedAt, null);
  const rows = await sql`select * from calendar_links where user_id = ${person.id}`.execute(world.db);
  const log = await sql`select data from audit_parts`.execute(world.db);
  assert.equal(JSON.stringify([rows.rows, log.rows, world.log]).includes(token), false);
  const newer = await makeCalendar(client);
  const dead = await world.visitor().get(path);
  assert.deepEqual([dead.status, dead.body.code], [410, 'calendars.dead-link']);
  await read(newer);
});

test('of ten who make a link at once one link works', async () => {
  const { client } = await aReader();
  const paths = await Promise.all(Array.from({ length: 10 }, () => makeCalendar(client)));
  const answers = await Promise.all(paths.map((path) => world.visitor().get(path)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(410)]);
});

test('it is ended by its owner and by who guards them; nobody else may, and nobody else sees it', async () => {
  const { person, client, path } = await aReader();
  assert.equal((await client.delete('/me/calendar')).status, 204);
  assert.equal((await world.visitor().get(path)).status, 410);
  assert.equal((await client.delete('/me/calendar')).body.code, 'calendars.no-link');
  const newer = await makeCalendar(client);
  const state = await admin.get<{ link: CalendarLink | null }>(`${person.path}/calendar`);
  assert.notEqual(state.body.link, null);
  assert.equal(state.raw.includes('token'), false);
  const helper = await aPerson(world);
  const guard = await world.signIn(helper.email);
  assert.equal((await guard.delete(`${person.path}/calendar`)).status, 403);
  await giveOwnRole(world, helper, ['users.view', 'users.security', 'people.view']);
  assert.equal((await guard.delete(`${person.path}/calendar`)).status, 204);
  assert.equal((await world.visitor().get(newer)).status, 410);
});

test('a link that is made up, or somebody else’s token, is a dead one', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), 'é', '__proto__', admin.jar.get('muster') ?? '']) {
    const answer = await world.visitor().get(`/calendar.ics?token=${encodeURIComponent(token)}`);
    assert.deepEqual([answer.status, answer.body.code], [410, 'calendars.dead-link'], token);
  }
});

test('who asks too often waits, and the link works again afterwards', async () => {
  const { person, path } = await aReader();
  await sql`update calendar_links set reads = ${mostReadsAnHour - 1}, reads_since = now()
    where user_id = ${person.id}`.execute(world.db);
  const answers = await Promise.all(Array.from({ length: 5 }, () => world.visitor().get(path)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 429, 429, 429, 429]);
  assert.equal(answers.find(({ status }) => status === 429)?.headers['retry-after'], '3600');
  await sql`update calendar_links set reads_since = now() - interval '61 minutes'
    where user_id = ${person.id}`.execute(world.db);
  await read(path);
});

test('who comes back finds the link working again', async () => {
  const { person, path } = await aReader();
  await admin.post(`${person.path}/deactivate`, { leavesOn: dayFrom(-1) });
  assert.equal((await world.visitor().get(path)).status, 410);
  await admin.post(`${person.path}/reactivate`, {});
  await read(path);
});

test('the calendar of a team names everybody, open shifts too', async () => {
  const person = await aPerson(world, { firstName: 'Noor', lastName: 'Linden' });
  const other = await make('/groups', { kind: 'team', name: 'Buitendienst' });
  const times = { startsAt: '2027-05-10T09:00', endsAt: '2027-05-10T17:00' };
  await make('/shifts', { team: other, activity, user: person.id, ...times });
  await make('/shifts', { team: other, activity, user: null, ...times, endsAt: '2027-05-10T18:00' });
  const { calendar, events } = await read(`/schedule.ics?team=${other}&from=2027-05-10&days=7`, admin);
  assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Buitendienst');
  assert.deepEqual(events.map(({ summary }) => summary).sort(), [
    `${activityName} – Noor Linden`,
    `${activityName} – Open shifts`,
  ]);
});
