import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '../../contract/refusals.ts';
import type { Client } from '../../test/client.ts';
import { aFile, check, rowsOf, run, verdicts } from '../../test/imports.ts';
import { aPerson, readUser } from '../../test/people.ts';
import { personnelFile } from '../../test/personnel-file.ts';
import { giveOwnRole } from '../../test/rights.ts';
import { upload } from '../../test/upload.ts';
import { openWorld, type World } from '../../test/world.ts';
import { commandLine } from '../act/actor.ts';
import { createGroupAct } from '../groups/change-groups.ts';
import { makeBook } from './files/spreadsheet.fixtures.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

async function countAll() {
  const count = async (table: 'users' | 'mails' | 'groups' | 'staff_memberships') =>
    (
      await world.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirst()
    )?.n;
  return Promise.all([count('users'), count('mails'), count('groups'), count('staff_memberships')]);
}

test('every row of a personnel file gets a result that a person would agree with, and nothing is written', async () => {
  const before = await countAll();
  const checked = await check(world, admin, personnelFile);
  assert.deepEqual(
    [checked.state, checked.key, checked.rows, checked.format.encoding],
    ['checked', 'personnelNumber', 16, 'windows-1252'],
  );
  assert.deepEqual(await verdicts(admin, checked.id), [
    [2, 'create'],
    [3, 'create'],
    [4, 'create'],
    [5, 'refused', 'email'],
    [6, 'refused', 'required'],
    [7, 'refused', 'no-such-day'],
    [8, 'refused', 'required'],
    [9, 'refused', 'formula'],
    [10, 'refused', 'double'],
    [11, 'refused', 'double'],
    [12, 'refused', 'double'],
    [13, 'refused', 'double'],
    [14, 'create'],
    [15, 'refused', 'phone'],
    [16, 'refused', 'leave-before-start'],
    [17, 'refused', 'language'],
  ]);
  assert.deepEqual(checked.counts, {
    create: 4,
    change: 0,
    reactivate: 0,
    leave: 0,
    unchanged: 0,
    refused: 12,
  });
  assert.deepEqual([checked.invitable, checked.mails], [3, 0]);
  assert.deepEqual(await countAll(), before);
});

test('a refused row says in the reader’s language what is wrong in which cell and what to do', async () => {
  const checked = await check(world, admin, personnelFile);
  const path = `/imports/${checked.id}/rows?outcome=refused&search=d.bos`;
  const dutch = await admin.get<{ items: { problems: object[] }[] }>(path, { 'accept-language': 'nl' });
  assert.deepEqual(dutch.body.items[0]?.problems, [
    {
      field: 'email',
      column: 'E-mail werk',
      value: 'd.bos@@hr.example',
      code: 'email',
      reason: '“d.bos@@hr.example” is geen volledig e-mailadres.',
      remedy: 'Verbeter het adres, zoals naam@organisatie.nl.',
    },
  ]);
  const [double] = await rowsOf(admin, checked.id, '&search=b.dekker');
  assert.match(double?.problems[0]?.reason ?? '', /“200009” also stands on row 10\./);
  const [shared] = await rowsOf(admin, checked.id, '&search=info@');
  assert.match(shared?.notes[0] ?? '', /Several people seem to read this address/);
});

test('the refused rows come back as a file with reasons that can be corrected and uploaded again', async () => {
  const checked = await check(world, admin, personnelFile);
  const { raw, headers } = await admin.get(`/imports/${checked.id}/refused.csv`);
  assert.match(String(headers['content-disposition']), /personeel-refused\.csv/);
  const again = await check(world, admin, raw);
  assert.equal(again.rows, 12);
  assert.equal(again.counts.refused, 12);
  assert.deepEqual(again.columns.map(({ field }) => field).slice(-3), ['language', null, null]);
});

test('somebody who is there is recognised; what changes is told field by field', async () => {
  const person = await aPerson(world, { firstName: 'Noor', lastName: 'Linden' });
  const number = `N-${person.username}`;
  const file = (rest: string[][]) => aFile('personeelsnummer voornaam e-mail functie', ...rest);
  const set = await check(world, admin, file([[number, 'Noor', person.email, 'Planner']]));
  const [row] = await rowsOf(admin, set.id);
  assert.deepEqual(
    row?.changes,
    [
      { field: 'jobTitle', from: null, to: 'Planner' },
      { field: 'personnelNumber', from: null, to: number },
    ].toSorted((a) => (a.field === 'personnelNumber' ? -1 : 1)),
  );
  await run(world, admin, set.id);
  const next = await check(
    world,
    admin,
    file([
      [number.toLowerCase(), '', '', '<leeg>'],
      ['onbekend', 'Noor', '', ''],
    ]),
  );
  assert.deepEqual(
    (await rowsOf(admin, next.id)).map(({ outcome, changes }) => [outcome, changes]),
    [
      ['change', [{ field: 'jobTitle', from: 'Planner', to: null }]],
      ['refused', []],
    ],
  );
});

test('a number or address of somebody else is refused, with their name', async () => {
  const one = await aPerson(world);
  const other = await aPerson(world);
  const file = aFile(
    'personeelsnummer voornaam achternaam e-mail',
    ['A-1', 'A', 'B', one.email],
    ['A-2', 'A', 'B', other.email],
  );
  await run(world, admin, (await check(world, admin, file)).id);
  const swapped = await check(
    world,
    admin,
    aFile('personeelsnummer e-mail', ['A-1', other.email], ['A-9', one.email]),
  );
  const rows = await rowsOf(admin, swapped.id);
  assert.deepEqual(
    rows.map(({ problems }) => [problems[0]?.code, problems[0]?.about?.id]),
    [
      ['email-taken', other.id],
      ['email-taken', one.id],
    ],
  );
});

test('roles, groups and organisations are known by their names in both languages', async () => {
  const actor = commandLine();
  for (const name of ['Noord', 'Zuid, West']) await createGroupAct(world.db, actor, { kind: 'team', name });
  await createGroupAct(world.db, actor, { kind: 'mailbox', name: 'Service', email: 'service@hr.example' });
  const file = aFile(
    'voornaam achternaam e-mail rollen team mailboxen organisatie',
    ['A', 'B', 'ab@hr.example', 'Teamleider; HR', 'zuid, west', 'service@hr.example', 'zonnig huis'],
    ['C', 'D', 'cd@hr.example', 'Baas', 'Noord|Nergens', 'Post', 'Elders'],
  );
  const checked = await check(world, admin, file);
  const [known, unknown] = await rowsOf(admin, checked.id);
  const named = Object.fromEntries((known?.changes ?? []).map(({ field, to }) => [field, to]));
  assert.deepEqual(
    [named.roles, named.teams, named.mailboxes, named.organisation],
    [['supervisor', 'hr'], ['Zuid, West'], ['Service'], 'Zonnig Huis'],
  );
  assert.deepEqual(
    unknown?.problems.map(({ code, value }) => [code, value]),
    [
      ['unknown-role', 'Baas'],
      ['unknown-group', 'Post'],
      ['unknown-organisation', 'Elders'],
    ],
  );
  assert.deepEqual(checked.newNames.map(({ name, willBeMade }) => [name, willBeMade]).sort(), [
    ['Baas', false],
    ['Elders', false],
    ['Post', false],
  ]);
  await admin.post(`/imports/${checked.id}/check`, { createGroups: false });
  const strict = await check(world, admin, file, { createGroups: 'false' });
  assert.equal((await rowsOf(admin, strict.id))[1]?.problems.length, 4);
});

test('columns are mapped by hand, remembered, and never twice to one field', async () => {
  const file = aFile('alias wie post naam naam', ['Ali', 'B', 'ali@hr.example', '', ' ']);
  const first = await check(world, admin, file, { check: 'false' });
  assert.deepEqual(
    [first.state, first.columns.map(({ field }) => field)],
    ['uploaded', [null, null, 'email', null, null]],
  );
  const twice = await admin.post(`/imports/${first.id}/check`, { fields: ['firstName', 'firstName'] });
  assert.deepEqual([twice.status, twice.body.code], [422, 'imports.field-twice']);
  const keyless = await admin.post(`/imports/${first.id}/check`, { fields: ['firstName'] });
  assert.deepEqual([keyless.status, keyless.body.code], [422, 'imports.no-key']);
  const fields = ['firstName', 'lastName', 'email', null, null];
  assert.equal((await admin.post(`/imports/${first.id}/check`, { fields })).status, 200);
  const second = await check(world, admin, file);
  assert.deepEqual(
    second.columns.map(({ field }) => field),
    fields,
  );
  assert.equal(second.counts.create, 1);
});

test('of a heading that stands twice the first column counts; a column of only spaces is left out', async () => {
  const file = aFile('voornaam achternaam e-mail mobiel e-mail', [
    'Twee',
    'Koppen',
    'a@hr.example',
    '   ',
    'b@hr.example',
  ]);
  const { columns, id } = await check(world, admin, file);
  assert.deepEqual(
    columns.map(({ field, samples }) => [field, samples.length]),
    [
      ['firstName', 1],
      ['lastName', 1],
      ['email', 1],
      [null, 0],
      [null, 1],
    ],
  );
  const [row] = await rowsOf(admin, id);
  assert.equal(row?.changes.find(({ field }) => field === 'email')?.to, 'a@hr.example');
});

test('a file without headings is read from its first row, with the address found by what it is', async () => {
  const checked = await check(world, admin, 'Ann;Bos;ann.bos@hr.example\r\nBen;Bos;ben.bos@hr.example\r\n', {
    check: 'false',
  });
  assert.deepEqual(
    [checked.rows, checked.format.hasHeadings, checked.columns.map(({ field }) => field)],
    [2, false, [null, null, 'email']],
  );
});

test('a spreadsheet is checked like a CSV file, with lost zeros put back', async () => {
  const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const book = makeBook({
    formats: ['dd-mm-yyyy'],
    rows: `<row r="1">${text('A1', 'Voornaam')}${text('B1', 'Achternaam')}${text('C1', 'E-mail')}${text('D1', 'Mobiel')}${text('E1', 'In dienst')}</row>
      <row r="2">${text('A2', 'Xia')}${text('B2', 'van Dam')}${text('C2', 'xia@hr.example')}<c r="D2"><v>612345678</v></c><c r="E2" s="1"><v>45311</v></c></row>
      <row r="3">${text('A3', 'Fout')}${text('B3', 'Cel')}${text('C3', 'fc@hr.example')}<c r="D3"><f>A1+1</f></c><c r="E3" t="e"><v>#REF!</v></c></row>`,
  });
  const checked = await check(world, admin, book);
  const [row, wrong] = await rowsOf(admin, checked.id);
  const named = Object.fromEntries((row?.changes ?? []).map(({ field, to }) => [field, to]));
  assert.deepEqual(
    [named.infix, named.lastName, named.mobile, named.startsOn],
    ['van', 'Dam', '0612345678', '2024-01-20'],
  );
  assert.deepEqual(
    wrong?.problems.map(({ code }) => code),
    ['phone', 'formula-error'],
  );
});

test('a file that is too large, empty or no file is refused with a sentence', async () => {
  const large = await upload<Problem>(admin, Buffer.alloc(33 * 1024 * 1024, 'x'));
  assert.deepEqual([large.status, large.body.code], [413, 'request.file-too-large']);
  assert.match(large.body.detail, /at most 32 MB/);
  const empty = await upload<Problem>(admin, 'voornaam;achternaam;e-mail\r\n');
  assert.deepEqual([empty.status, empty.body.code], [422, 'imports.empty']);
  const none = await admin.send('POST', '/api/v1/imports', '--x--\r\n', {
    'content-type': 'multipart/form-data; boundary=x',
  });
  assert.ok(none.status === 422 || none.status === 400, none.raw);
  const unknown = await upload<Problem>(admin, 'a;b\r\n1;2\r\n', { surprise: '1' });
  assert.deepEqual([unknown.status, unknown.body.fields?.[0]?.code], [400, 'fields.unknown']);
  const { count } = await world.db
    .selectFrom('imports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  assert.equal(count, 0);
});

test('nobody gives with a file what they may not give by hand, nor changes who has more rights', async () => {
  const hr = await aPerson(world);
  await giveOwnRole(world, hr, ['users.view', 'users.import', 'users.create', 'users.roles']);
  const client = await world.signIn(hr.email);
  const boss = await readUser(world, world.adminId);
  const file = aFile(
    'voornaam achternaam e-mail rollen functie team',
    ['A', 'Een', 'een@hr.example', 'Key user', '', ''],
    ['B', 'Twee', 'twee@hr.example', 'Employee', '', ''],
    ['Ada', 'Beheer', boss.email, '', 'Baas', ''],
  );
  const checked = await check(world, client, file);
  assert.equal(checked.columns.find(({ heading }) => heading === 'team')?.field, null);
  assert.deepEqual(await verdicts(client, checked.id), [
    [2, 'refused', 'role-above-you'],
    [3, 'refused', 'role-above-you'],
    [4, 'refused', 'above-you'],
  ]);
  const chosen = await client.post(`/imports/${checked.id}/check`, {
    fields: ['firstName', 'lastName', 'email', null, null, 'teams'],
  });
  assert.deepEqual([chosen.status, chosen.body.code], [403, 'session.not-allowed']);
});

test('who may import in one organisation sees only their own imports and people', async () => {
  const scoped = await aPerson(world);
  const stranger = await aPerson(world);
  const role = await world.db
    .insertInto('roles')
    .values({
      id: crypto.randomUUID(),
      key: null,
      scope: 'organisation',
      name: 'Importeur',
      permissions: ['users.view', 'users.import', 'users.create', 'users.change', 'organisations.view'],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: organisation } = (await admin.post<{ id: string }>('/organisations', { name: 'Zuid' })).body;
  await world.db
    .insertInto('members')
    .values({ organisation_id: organisation, user_id: scoped.id, role_id: role.id })
    .execute();
  const client = await world.signIn(scoped.email);
  const foreign = await check(world, admin, personnelFile);
  assert.equal((await client.get(`/imports/${foreign.id}`)).status, 404);
  assert.equal((await client.get<{ items: [] }>('/imports')).body.items.length, 0);
  const file = aFile(
    'voornaam achternaam e-mail organisatie',
    ['A', 'Nieuw', 'nieuw.zuid@hr.example', ''],
    ['B', 'Vreemd', stranger.email, ''],
    ['C', 'Elders', 'elders.zuid@hr.example', 'Zonnig Huis'],
  );
  const checked = await check(world, client, file);
  assert.deepEqual(await verdicts(client, checked.id), [
    [2, 'create'],
    [3, 'refused', 'email-taken'],
    [4, 'refused', 'unknown-organisation'],
  ]);
  assert.equal((await rowsOf(client, checked.id))[1]?.problems[0]?.about, undefined);
  await run(world, client, checked.id);
  const made = await world.db
    .selectFrom('users as u')
    .innerJoin('members as m', 'm.user_id', 'u.id')
    .select('m.organisation_id')
    .where('u.email', '=', 'nieuw.zuid@hr.example')
    .execute();
  assert.deepEqual(made, [{ organisation_id: organisation }]);
});
