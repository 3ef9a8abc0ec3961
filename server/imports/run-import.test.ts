import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Deed } from '../../contract/audit.ts';
import { type ImportField, importFields } from '../../contract/import-fields.ts';
import { importTitles } from '../../contract/import-titles.ts';
import { uploadImport } from '../../contract/imports.ts';
import { translate } from '../../contract/texts.ts';
import { exportColumns } from '../../contract/users.ts';
import type { Client } from '../../test/client.ts';
import { aFile, check, read, rowsOf, run, undo } from '../../test/imports.ts';
import { aPerson, countMails, readUser } from '../../test/people.ts';
import { correctedFile, personnelFile } from '../../test/personnel-file.ts';
import { giveOwnRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';
import { commandLine } from '../act/actor.ts';
import { exportUsersAct } from '../directory/export-users.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { recogniseHeading } from './recognise-headings.ts';
import { uploadImportAct } from './upload-import.ts';
import { workOnImports } from './work-on-imports.ts';

let world: World;
let admin: Client;
let day: Temporal.PlainDate;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  day = today((await readSettings(world.db)).timeZone);
});
after(() => world.close());

const ago = (days: number) => day.subtract({ days }).toString();
const ahead = (days: number) => day.add({ days }).toString();

async function byEmail(email: string) {
  return world.db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
}

async function deedsOn(id: string): Promise<Deed[]> {
  return (await admin.get<{ items: Deed[] }>(`/users/${id}/history`)).body.items;
}

test('new people are added whole, told in the audit with the file that they come from, and get no mail', async () => {
  const done = await run(world, admin, (await check(world, admin, personnelFile)).id);
  assert.deepEqual([done.state, done.progress, done.failed], ['done', { done: 4, of: 4 }, 0]);
  const zoe = await byEmail('z.muller@hr.example');
  assert.deepEqual(
    [zoe?.first_name, zoe?.personnel_number, zoe?.state, zoe?.starts_on, zoe?.username],
    ['Zoë', '200001', 'pending', '2024-09-15', 'z.muller'],
  );
  assert.equal((await byEmail('j.vandenberg@hr.example'))?.state, 'deactivated');
  assert.equal((await byEmail('o.sahin@hr.example'))?.mobile, '06-12345679');
  const [deed] = await deedsOn(zoe?.id ?? '');
  assert.deepEqual(
    [deed?.action, deed?.actor.id, deed?.origin?.import],
    ['users.created', world.adminId, 'personeel.csv'],
  );
  assert.equal(await countMails(world, zoe?.id ?? '', 'activation'), 0);
  const { body } = await admin.get<{ groups: { name: string }[] }>(`/users/${zoe?.id}`);
  assert.deepEqual(
    body.groups.map(({ name }) => name),
    ['Klantcontact'],
  );
});

test('the same file again changes nothing, and the corrected rows are added', async () => {
  const again = await check(world, admin, personnelFile);
  assert.deepEqual([again.counts.unchanged, again.counts.refused], [4, 12]);
  const nothing = await admin.post(`/imports/${again.id}/run`);
  assert.deepEqual([nothing.status, nothing.body.code], [409, 'imports.nothing-to-do']);
  const corrected = await run(world, admin, (await check(world, admin, correctedFile)).id);
  assert.equal(corrected.counts.create, 2);
});

test('groups that nobody knows yet are named with what was probably meant, and made only once that was confirmed', async () => {
  const file = aFile(
    'voornaam achternaam e-mail team',
    ['Een', 'Team', 'een.team@hr.example', 'Klantcontcat'],
    ['Twee', 'Team', 'twee.team@hr.example', 'Buitendienst'],
    ['Drie', 'Team', 'drie.team@hr.example', 'Buitendienst'],
    ['Vier', 'Team', 'vier.team@hr.example', 'Buitendeinst'],
    ['Vijf', 'Team', 'geen adres', 'Alleen geweigerd'],
  );
  const checked = await check(world, admin, file);
  assert.deepEqual(
    checked.newNames.map(({ name, rows, willBeMade, like }) => [name, rows, willBeMade, like]),
    [
      ['Klantcontcat', 1, true, 'Klantcontact'],
      ['Buitendienst', 2, true, null],
      ['Buitendeinst', 1, true, 'Buitendienst'],
    ],
  );
  for (const newNames of [undefined, 2]) {
    const stopped = await admin.post(`/imports/${checked.id}/run`, { newNames });
    assert.deepEqual([stopped.status, stopped.body.code], [422, 'imports.names-to-confirm']);
  }
  const done = await run(world, admin, checked.id, { newNames: 3 });
  assert.deepEqual([done.state, done.counts.create], ['done', 4]);
  const made = await world.db
    .selectFrom('groups')
    .select('name')
    .where('name', 'in', ['Buitendienst', 'Klantcontcat', 'Buitendeinst', 'Alleen geweigerd'])
    .execute();
  assert.equal(made.length, 3);
});

test('a file that changes after it was uploaded changes nothing about what was checked', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'muster-changes-')), 'file.csv');
  const write = (name: string) =>
    writeFileSync(path, aFile('voornaam achternaam e-mail', [name, 'Bestand', 'bestand@hr.example']));
  write('Eerst');
  const file = { path, name: 'file.csv', size: 1 };
  const input = Object.assign(uploadImport.input.parse({}), { file });
  const { id } = await uploadImportAct(world.db, commandLine(), input);
  write('Daarna');
  await workOnImports(world.db);
  rmSync(dirname(path), { recursive: true });
  await run(world, admin, id);
  assert.equal((await byEmail('bestand@hr.example'))?.first_name, 'Eerst');
});

test('with welcome mails each new person who may come in gets exactly one', async () => {
  const file = aFile(
    'voornaam achternaam e-mail indienst uitdienst',
    ['Nu', 'Mail', 'nu.mail@hr.example', ago(3), ''],
    ['Straks', 'Mail', 'straks.mail@hr.example', ahead(3), ''],
    ['Weg', 'Mail', 'weg.mail@hr.example', ago(9), ago(3)],
  );
  const checked = await check(world, admin, file, { sendWelcomeMail: 'true' });
  assert.equal(checked.mails, 2);
  await run(world, admin, checked.id);
  await workOnImports(world.db);
  const counts = [];
  for (const email of ['nu', 'straks', 'weg']) {
    counts.push(await countMails(world, (await byEmail(`${email}.mail@hr.example`))?.id ?? '', 'activation'));
  }
  assert.deepEqual(counts, [1, 1, 0]);
});

test('of ten who start the same import at once one does, and people come once', async () => {
  const file = aFile(
    'voornaam achternaam e-mail',
    ...Array.from({ length: 30 }, (_, n) => ['Een', 'Keer', `keer.${n}@hr.example`]),
  );
  const { id } = await check(world, admin, file);
  const answers = await Promise.all(Array.from({ length: 10 }, () => admin.post(`/imports/${id}/run`)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(409)]);
  await Promise.all(
    [workOnImports(world.db), workOnImports(world.db), workOnImports(world.db)].map((work) =>
      work.catch(() => undefined),
    ),
  );
  await workOnImports(world.db);
  assert.equal((await read(admin, id)).progress.done, 30);
  const rows = await world.db.selectFrom('users').select('id').where('email', 'like', 'keer.%').execute();
  assert.equal(rows.length, 30);
});

test('who was changed since the check, or came meanwhile, is not overwritten; the others are done', async () => {
  const person = await aPerson(world);
  const file = aFile(
    'voornaam achternaam e-mail functie',
    ['', '', person.email, 'Planner'],
    ['Te', 'Laat', 'te.laat@hr.example', ''],
    ['Op', 'Tijd', 'op.tijd@hr.example', ''],
  );
  const { id } = await check(world, admin, file);
  await admin.patch(person.path, { jobTitle: 'Directeur' });
  await aPerson(world, { email: 'te.laat@hr.example' });
  const done = await run(world, admin, id);
  assert.equal(done.failed, 2);
  assert.equal((await readUser(world, person.id)).job_title, 'Directeur');
  assert.ok(await byEmail('op.tijd@hr.example'));
  const failed = await rowsOf(admin, id, '&state=failed');
  assert.deepEqual(
    failed.map(({ problems }) => problems[0]?.code),
    ['imports.changed-since', 'users.email-taken'],
  );
  assert.match((await admin.get(`/imports/${id}/refused.csv`)).raw, /te\.laat@hr\.example/);
});

test('who loses the right to import meanwhile: what was not done yet is not done', async () => {
  const hr = await aPerson(world);
  await giveOwnRole(world, hr, ['users.view', 'users.import', 'users.create']);
  const client = await world.signIn(hr.email);
  const { id } = await check(
    world,
    client,
    aFile('voornaam achternaam e-mail', ['Niet', 'Meer', 'niet.meer@hr.example']),
  );
  assert.equal((await client.post(`/imports/${id}/run`)).status, 200);
  await giveOwnRole(world, hr, ['users.view']);
  await workOnImports(world.db);
  const stopped = await read(admin, id);
  assert.deepEqual([stopped.state, stopped.failure], ['failed', 'You do not have the right to do this.']);
  assert.equal(await byEmail('niet.meer@hr.example'), undefined);
});

test('days: leaving, coming back, a start put right; empty cells leave and a word clears', async () => {
  const [stays, leaves, left] = [
    await aPerson(world),
    await aPerson(world),
    await aPerson(world, { state: 'deactivated' }),
  ];
  const file = (rows: string[][]) => aFile('e-mail indienst uitdienst', ...rows);
  const first = await check(
    world,
    admin,
    file([
      [stays.email, ago(400), ''],
      [leaves.email, '', ahead(10)],
      [left.email, ago(5000), ''],
    ]),
  );
  assert.deepEqual(
    (await rowsOf(admin, first.id)).map(({ outcome, changes }) => [
      outcome,
      ...changes.map(({ field }) => field),
    ]),
    [
      ['change', 'startsOn'],
      ['change', 'leavesOn'],
      ['reactivate', 'startsOn'],
    ],
  );
  await run(world, admin, first.id);
  assert.equal((await readUser(world, stays.id)).starts_on, ago(400));
  assert.equal((await readUser(world, leaves.id)).leaves_on, ahead(10));
  assert.equal((await readUser(world, left.id)).standing, 'present');
  const second = await check(
    world,
    admin,
    file([
      [stays.email, ago(400), ''],
      [leaves.email, '', '<leeg>'],
      [left.email, ago(5000), ''],
    ]),
  );
  assert.deepEqual(
    (await rowsOf(admin, second.id)).map(({ outcome }) => outcome),
    ['unchanged', 'change', 'unchanged'],
  );
  await run(world, admin, second.id);
  assert.equal((await readUser(world, leaves.id)).leaves_on, null);
});

test('what our export writes, imported again, changes nothing', async () => {
  await aPerson(world, { firstName: 'Jan', lastName: 'van den Broek' });
  await admin.post('/users', {
    firstName: 'Els',
    infix: "van 't",
    lastName: 'Hof',
    email: 'els.hof@hr.example',
    sendWelcomeMail: false,
  });
  await admin.post('/users', {
    firstName: '=cmd|x',
    lastName: '-1+2',
    email: 'cmd@hr.example',
    sendWelcomeMail: false,
  });
  const { chunks } = await exportUsersAct(world.db, commandLine(), { sort: 'name' });
  const csv = (await Array.fromAsync(chunks)).join('');
  const checked = await check(world, admin, csv);
  const { unchanged = 0, ...other } = checked.counts;
  assert.deepEqual(
    [unchanged, other],
    [checked.rows, { create: 0, change: 0, reactivate: 0, leave: 0, refused: 0 }],
  );
});

test('an export with every column that an import reads changes nothing either, as CSV and as a workbook', async () => {
  const make = async (kind: string, name: string, more: object = {}) =>
    (await admin.post<{ id: string }>('/groups', { kind, name, ...more })).body.id;
  const [north, south, past] = [
    await make('team', 'Verkoop, Noord'),
    await make('team', 'Verkoop Zuid'),
    await make('team', 'Verkoop Vroeger'),
  ];
  const circle = await make('group', 'Lezers');
  const box = await make('mailbox', 'Balie', { email: 'balie@hr.example' });
  const books = await make('administration', 'Boekhouding');
  const person = await aPerson(world, { roles: ['hr', 'help-desk'] });
  await admin.put(`${person.path}/groups`, { groups: [north, south, past, circle, box, books] });
  await admin.patch(`/groups/${past}/members/${person.id}`, { since: '2020-01-01', until: '2020-02-01' });
  const columns = exportColumns.map((name) => `column=${name}`).join('&');
  const semicolons = await admin.get(`/users/columns.csv?separator=%3B&${columns}`);
  const book = await fetch(`${world.base}/api/v1/users/columns.xlsx?${columns}`, {
    headers: { cookie: [...admin.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const line = semicolons.raw.split('\r\n').find((one) => one.includes(person.email)) ?? '';
  assert.match(line, /;Lezers;"Verkoop Zuid; Verkoop, Noord";Balie;Boekhouding;/);
  for (const file of [semicolons.raw, Buffer.from(await book.arrayBuffer())]) {
    const checked = await check(world, admin, file);
    const mapped = checked.columns.flatMap(({ field }) => field ?? []);
    for (const field of ['roles', 'groups', 'teams', 'mailboxes', 'administrations']) {
      assert.ok(mapped.includes(field as ImportField), field);
    }
    const { unchanged = 0, ...other } = checked.counts;
    assert.deepEqual(
      [unchanged, other],
      [checked.rows, { create: 0, change: 0, reactivate: 0, leave: 0, refused: 0 }],
      JSON.stringify(await rowsOf(admin, checked.id, '&outcome=change')).slice(0, 800),
    );
  }
});

test('every heading of the template is recognised, in both languages', async () => {
  for (const language of ['nl', 'en'] as const) {
    for (const field of importFields) {
      assert.equal(recogniseHeading(translate(language, importTitles[field])), field);
    }
  }
});

test('undoing removes who was added, puts back who was changed, and leaves who was changed since', async () => {
  const [changed, later, left] = [
    await aPerson(world),
    await aPerson(world),
    await aPerson(world, { state: 'deactivated' }),
  ];
  const before = await readUser(world, changed.id);
  const file = aFile(
    'voornaam achternaam e-mail functie rollen teams indienst uitdienst',
    ['Weer', 'Weg', 'weer.weg@hr.example', '', '', '', '', ''],
    ['Anders', '', changed.email, 'Planner', 'Planner', 'Terug', ago(50), ahead(90)],
    ['', '', later.email, 'Planner', '', '', '', ''],
    ['', '', left.email, '', '', '', '', ''],
  );
  const done = await run(world, admin, (await check(world, admin, file)).id);
  assert.equal(done.progress.done, 4);
  assert.ok(done.undoUntil);
  await admin.patch(later.path, { phone: '020-6241111' });
  const undone = await undo(world, admin, done.id);
  assert.deepEqual([undone.state, undone.undone, undone.kept], ['undone', 3, 1]);
  assert.equal(await byEmail('weer.weg@hr.example'), undefined);
  const after = await readUser(world, changed.id);
  assert.deepEqual(
    [after.first_name, after.job_title, after.starts_on, after.leaves_on],
    [before.first_name, before.job_title, before.starts_on, before.leaves_on],
  );
  const { body } = await admin.get<{ roles: unknown[]; groups: unknown[] }>(changed.path);
  assert.deepEqual([body.roles, body.groups], [[], []]);
  assert.equal((await readUser(world, later.id)).job_title, 'Planner');
  assert.equal((await readUser(world, left.id)).standing, 'ended');
  assert.equal((await deedsOn(changed.id))[0]?.action, 'users.import-undone');
  assert.deepEqual(
    (await rowsOf(admin, done.id, '&state=kept')).map(({ user }) => user?.id),
    [later.id],
  );
  assert.equal((await admin.post(`/imports/${done.id}/undo`)).body.code, 'imports.wrong-moment');
});

test('after a day an import can no longer be undone', async () => {
  const { id } = await run(
    world,
    admin,
    (await check(world, admin, aFile('voornaam achternaam e-mail', ['Blijft', 'Nu', 'blijft.nu@hr.example'])))
      .id,
  );
  await world.db
    .updateTable('imports')
    .set({ done_at: Temporal.Now.instant().subtract({ hours: 25 }).toString() })
    .where('id', '=', id)
    .execute();
  assert.equal((await read(admin, id)).undoUntil, null);
  assert.equal((await admin.post(`/imports/${id}/undo`)).body.code, 'imports.too-late');
});

test('a complete list ends who is missing, but stops where many would leave until their number is typed', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(world)));
  const all = await world.db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('standing', 'in', ['present', 'starting'])
    .where('leaves_on', 'is', null)
    .execute();
  const missing = new Set(people.map(({ id }) => id));
  const file = (gone: (id: string) => boolean) =>
    aFile('e-mail', ...all.filter(({ id }) => !gone(id)).map(({ email }) => [email]));
  const many = await check(
    world,
    admin,
    file((id) => missing.has(id)),
    { mode: 'complete' },
  );
  assert.deepEqual(many.leaving, { count: 12, of: all.length, stops: true });
  for (const input of [{}, { leaving: 11 }, { leaving: all.length }]) {
    const stopped = await admin.post(`/imports/${many.id}/run`, input);
    assert.deepEqual([stopped.status, stopped.body.code], [422, 'imports.brake']);
  }
  assert.equal((await readUser(world, people[0]?.id ?? '')).leaves_on, null);
  await run(world, admin, many.id, { leaving: 12 });
  for (const { id } of people) assert.equal((await readUser(world, id)).leaves_on, day.toString());
  const undone = await undo(world, admin, many.id);
  assert.equal(undone.undone, 12);
  assert.equal((await readUser(world, people[0]?.id ?? '')).leaves_on, null);
});

test('a complete list ends neither the one who imports it nor the last administrator', async () => {
  const others = await world.db
    .selectFrom('users')
    .select('email')
    .where('id', '<>', world.adminId)
    .execute();
  const checked = await check(world, admin, aFile('e-mail', ...others.map(({ email }) => [email])), {
    mode: 'complete',
  });
  const rows = await rowsOf(admin, checked.id, '&outcome=refused');
  assert.deepEqual(
    rows.map(({ line, problems }) => [line, problems[0]?.code]),
    [[null, 'yourself']],
  );
});

test('somebody who is deleted leaves nothing of themselves in the rows of an import', async () => {
  const { id } = await run(
    world,
    admin,
    (
      await check(
        world,
        admin,
        aFile('voornaam achternaam e-mail', ['Vergeet', 'Mij', 'vergeet.mij@hr.example']),
      )
    ).id,
  );
  const person = await byEmail('vergeet.mij@hr.example');
  await admin.post(`/users/${person?.id}/delete`, { acknowledged: true });
  assert.deepEqual(await rowsOf(admin, id), []);
});
