import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Shift } from '../../contract/schedule.ts';
import type { checkShiftFile, ShiftRow } from '../../contract/shift-files.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { upload } from '../../test/upload.ts';
import { openWorld, type World } from '../../test/world.ts';

type Checked = OutputOf<typeof checkShiftFile> & { code?: string };

let world: World;
let admin: Client;
let activity: string;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  await admin.patch('/settings', { timeZone: 'Europe/Amsterdam' });
  activity = await make('/activities', { name: 'Telefoon, "boven"; =kantoor', colour: '#225588' });
});
after(() => world.close());

async function make(path: string, input: object): Promise<string> {
  const answer = await admin.post<{ id: string }>(path, input);
  assert.equal(answer.status, 201, answer.raw);
  return answer.body.id;
}

let made = 0;

async function aTeam(...people: Made[]): Promise<string> {
  made += 1;
  const team = await make('/groups', { kind: 'team', name: `Team ${made}` });
  await admin.post(`/groups/${team}/members`, { users: people.map(({ id }) => id), since: '2020-01-01' });
  return team;
}

async function anEmployee(name = 'Linden'): Promise<Made & { number: number }> {
  const person = await aPerson(world, { lastName: name });
  await admin.put(`${person.path}/activities`, { activities: [activity] });
  const { body } = await admin.get<{ number: number }>(person.path);
  return { ...person, number: body.number };
}

async function plan(team: string, user: string | null, startsAt: string, endsAt: string): Promise<Shift> {
  const answer = await admin.post<Shift>('/shifts', { team, activity, user, startsAt, endsAt });
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

const check = (team: string, file: string | Buffer, client = admin) =>
  upload<Checked>(client, file, { team }, 'rooster', '/schedule/file/check');
const run = (team: string, file: string | Buffer, create: number) =>
  upload<{ created: number; code: string }>(
    admin,
    file,
    { team, create: String(create) },
    'rooster',
    '/schedule/file',
  );

async function rowsOf(team: string, file: string): Promise<ShiftRow[]> {
  const answer = await check(team, file);
  assert.equal(answer.status, 200, answer.raw);
  return answer.body.rows;
}

async function shiftsOf(team: string, from: string, days = 7): Promise<Shift[]> {
  const { body } = await admin.get<{ shifts: Shift[] }>(`/schedule?team=${team}&from=${from}&days=${days}`);
  return body.shifts.filter((shift) => shift.team === team);
}

const csv = (...rows: string[]) => ['Medewerker;Activiteit;Begint;Eindigt', ...rows].join('\r\n');
const phone = '"Telefoon, ""boven""; =kantoor"';

test('what was exported goes back in: nothing is new where it stands, everything is where it does not', async () => {
  const [one, two] = [await anEmployee(), await anEmployee()];
  const [from, into] = [await aTeam(one, two), await aTeam(one, two)];
  await plan(from, one.id, '2026-10-24T22:00', '2026-10-25T06:00');
  await plan(from, two.id, '2026-10-26T09:00', '2026-10-26T17:00');
  await plan(from, null, '2026-10-26T09:00', '2026-10-26T17:00');
  await plan(from, null, '2026-10-26T09:00', '2026-10-26T17:00');
  for (const kind of ['csv', 'ics']) {
    const { raw } = await admin.get(`/schedule.${kind}?team=${from}&from=2026-10-19&days=14`);
    const again = await check(from, raw);
    assert.deepEqual(again.body.counts, { create: 0, unchanged: 4, refused: 0 }, again.raw);
    assert.equal((await run(from, raw, 0)).body.code, 'shift-files.nothing-new');
  }
  const { raw } = await admin.get(`/schedule.ics?team=${from}&from=2026-10-19&days=14`);
  const fresh = await check(into, raw);
  assert.deepEqual(fresh.body.counts, { create: 4, unchanged: 0, refused: 0 });
  assert.equal((await shiftsOf(into, '2026-10-19', 14)).length, 0);
  assert.deepEqual((await run(into, raw, 4)).body, { created: 4 });
  const told = (shifts: Shift[]) =>
    shifts.map(({ user, startsAt, minutes }) => [user ?? '', startsAt, minutes].join()).sort();
  assert.deepEqual(
    told(await shiftsOf(into, '2026-10-19', 14)),
    told(await shiftsOf(from, '2026-10-19', 14)),
  );
});

test('the hour that comes twice survives the way out and in', async () => {
  const person = await anEmployee();
  const team = await aTeam(person);
  const late = 'Medewerker;Gebruikersnummer;Activiteit;Begint;Eindigt\r\n';
  const row = `;${person.number};${phone};2026-10-25 02:30+01:00;2026-10-25 08:00`;
  assert.deepEqual((await run(team, late + row, 1)).body, { created: 1 });
  const [shift] = await shiftsOf(team, '2026-10-19');
  assert.deepEqual([shift?.startsAt, shift?.minutes], ['2026-10-25T02:30', 330]);
  const { raw } = await admin.get(`/schedule.csv?team=${team}&from=2026-10-19&days=7`);
  assert.ok(raw.includes('2026-10-25 02:30+01:00'), raw);
  assert.deepEqual((await check(team, raw)).body.counts, { create: 0, unchanged: 1, refused: 0 });
});

test('every row that cannot be planned says why and what to do; the others are planned', async () => {
  const [one, same, other] = [await anEmployee('Wilg'), await anEmployee('Berk'), await anEmployee('Berk')];
  await admin.patch(same.path, { firstName: 'Sam' });
  await admin.patch(other.path, { firstName: 'Sam' });
  const team = await aTeam(one, same, other);
  const stranger = await anEmployee('Vreemd');
  await admin.patch(stranger.path, { firstName: 'Iemand' });
  const { body: named } = await admin.get<{ firstName: string }>(one.path);
  const name = `${named.firstName} Wilg`;
  const rows = await rowsOf(
    team,
    csv(
      `${name};${phone};2026-11-02 09:00;2026-11-02 17:00`,
      `${name};${phone};2026-11-02 09:00;17:00`,
      `Niemand;${phone};2026-11-02 09:00;2026-11-02 17:00`,
      `Sam Berk;${phone};2026-11-02 09:00;2026-11-02 17:00`,
      `${name};Dansen;2026-11-03 09:00;2026-11-03 17:00`,
      `${name};${phone};gisteren;2026-11-03 17:00`,
      `${name};${phone};28-03-2027 02:30;28-03-2027 09:00`,
      `${name};${phone};2026-11-03 09:00;2026-11-03 08:00`,
      `${name};${phone};2026-11-03 09:00;2026-11-05 01:00`,
      `Iemand Vreemd;${phone};2026-11-03 09:00;2026-11-03 17:00`,
      `Oud-medewerker;${phone};2026-11-03 09:00;2026-11-03 17:00`,
      `Open diensten;${phone};2026-11-03 22:00;06:00`,
    ),
  );
  assert.deepEqual(
    rows.map(({ line, outcome, reasons }) => [line, outcome, reasons.map(({ code }) => code).join()]),
    [
      [2, 'create', ''],
      [3, 'refused', 'double'],
      [4, 'refused', 'employee'],
      [5, 'refused', 'employee-twice'],
      [6, 'refused', 'activity'],
      [7, 'refused', 'time'],
      [8, 'refused', 'no-such-time'],
      [9, 'refused', 'end-before-start'],
      [10, 'refused', 'too-long'],
      [11, 'refused', 'employee'],
      [12, 'refused', 'former'],
      [13, 'create', ''],
    ],
  );
  assert.equal(rows.at(-1)?.endsAt, '2026-11-04T06:00');
  for (const { reasons } of rows) for (const { reason, remedy } of reasons) assert.ok(reason && remedy);
});

test('people are found by user number, personnel number and e-mail, also outside the team', async () => {
  const person = await anEmployee();
  await admin.patch(person.path, { personnelNumber: 'P-007' });
  const team = await aTeam();
  for (const [heading, value] of [
    ['Gebruikersnummer', person.number],
    ['Personeelsnummer', 'p-007'],
    ['E-mail', person.email.toUpperCase()],
  ]) {
    const file = `${heading},Activity,Date,From,Until\n${value},${phone},4-11-2026,9:00,17.30\n`;
    const [row] = await rowsOf(team, file);
    assert.deepEqual(
      [row?.outcome, row?.startsAt, row?.endsAt],
      ['create', '2026-11-04T09:00', '2026-11-04T17:30'],
      JSON.stringify(row),
    );
  }
});

test('what does not fit is said at the check, also between rows of the file', async () => {
  const person = await anEmployee();
  const team = await aTeam(person);
  const head = 'Gebruikersnummer;Activiteit;Begint;Eindigt\r\n';
  const rows = await rowsOf(
    team,
    `${head}${person.number};${phone};2026-11-02 09:00;2026-11-02 17:00\r\n${person.number};${phone};2026-11-02 16:00;2026-11-02 18:00\r\n${person.number};${phone};2001-11-02 16:00;2001-11-02 18:00`,
  );
  assert.deepEqual(
    rows.map(({ problems }) => problems.map(({ code }) => code)),
    [['overlap'], ['overlap'], ['outside-membership']],
  );
});

test('an event of another calendar is read in its own time zone; what repeats or lasts a day is refused', async () => {
  const person = await anEmployee();
  const team = await aTeam(person);
  const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'];
  const named = [`ATTENDEE:mailto:${person.email}`, 'SUMMARY:Telefoon\\, "boven"\\; =kantoor'];
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:Kantoortijd',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...event('DTSTART:20261102T080000Z', 'DTEND:20261102T160000Z', ...named),
    ...event('DTSTART:20261103T090000', 'DURATION:PT8H', ...named),
    ...event('DTSTART;TZID=America/New_York:20261104T040000', 'DURATION:PT4H', ...named),
    ...event('DTSTART;TZID=Kantoortijd:20261105T110000', 'DURATION:PT4H', ...named),
    ...event('DTSTART;VALUE=DATE:20261106', ...named),
    ...event('DTSTART:20261107T090000', 'DURATION:PT8H', 'RRULE:FREQ=DAILY', ...named),
    ...event('DTSTART:20261108T090000', ...named),
    'END:VCALENDAR',
  ].join('\r\n');
  const rows = await rowsOf(team, file);
  assert.deepEqual(
    rows.map(({ outcome, startsAt, reasons }) => [outcome, startsAt.slice(0, 16), reasons[0]?.code]),
    [
      ['create', '2026-11-02T09:00', undefined],
      ['create', '2026-11-03T09:00', undefined],
      ['create', '2026-11-04T10:00', undefined],
      ['create', '2026-11-05T09:00', undefined],
      ['refused', '2026-11-06', 'whole-day'],
      ['refused', '2026-11-07T09:00', 'repeats'],
      ['refused', '2026-11-08T09:00', 'time'],
    ],
    JSON.stringify(rows),
  );
  assert.equal(rows[0]?.line, 11);
});

test('a file that holds no shifts is refused with what to do', async () => {
  const team = await aTeam();
  const codeOf = async (file: string | Buffer) => (await check(team, file)).body.code;
  assert.equal(await codeOf('Voornaam;Achternaam\r\nNoor;Linden\r\n'), 'shift-files.no-columns');
  assert.equal(await codeOf(csv()), 'shift-files.empty');
  assert.equal(await codeOf(''), 'shift-files.empty');
  assert.equal(await codeOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT'), 'shift-files.unreadable');
  assert.equal(await codeOf(Buffer.from([0, 1, 2, 0, 3])), 'shift-files.unreadable');
  assert.equal(await codeOf('PK\x03\x04'), 'shift-files.unreadable');
  const many = csv(...Array(5001).fill(';x;2026-11-02 09:00;17:00'));
  assert.equal(await codeOf(many), 'shift-files.too-many');
  assert.equal(await codeOf(`${csv()}\r\n${'x;'.repeat(3_000_000)}`), 'request.file-too-large');
  const none = await check('01900000-0000-7000-8000-000000000000', csv(`;${phone};2026-11-02 09:00;17:00`));
  assert.equal(none.status, 404);
});

test('of five who plan the same file at once one does; the others are told that it changed', async () => {
  const person = await anEmployee();
  const team = await aTeam(person);
  const file = `Gebruikersnummer;Activiteit;Begint;Eindigt\r\n${person.number};${phone};2026-11-02 09:00;17:00`;
  const answers = await Promise.all(Array.from({ length: 5 }, () => run(team, file, 1)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'shift-files.changed'));
  assert.equal((await shiftsOf(team, '2026-11-02')).length, 1);
});

test('each shift of a file stands in the audit log as one that was planned by hand', async () => {
  const person = await anEmployee();
  const team = await aTeam(person);
  const file = `Gebruikersnummer;Activiteit;Begint;Eindigt\r\n${person.number};${phone};2026-11-02 09:00;17:00`;
  await run(team, file, 1);
  const { body } = await admin.get<{
    items: { action: string; changes: { field: string; to: unknown }[] }[];
  }>('/audit?action=shifts.created');
  const deed = body.items[0];
  assert.deepEqual(
    deed?.changes.map(({ field, to }) => [field, to]),
    [
      ['employee', String(person.number)],
      ['activity', 'Telefoon, "boven"; =kantoor'],
      ['startsAt', '2026-11-02T09:00'],
      ['endsAt', '2026-11-02T17:00'],
    ],
  );
});
