import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { FileRun, PersonnelFile } from '../../contract/personnel-files.ts';
import type { Problem } from '../../contract/refusals.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Client } from '../../test/client.ts';
import { rowsOf } from '../../test/imports.ts';
import { aPerson } from '../../test/people.ts';
import {
  allowedFolder,
  type Colleague,
  colleagues,
  drop,
  fileOf,
  headings,
  makeLink,
  readLink,
  readRun,
  runLink,
  testLink,
} from '../../test/personnel-links.ts';
import { administrator, openWorld, type World } from '../../test/world.ts';
import { workOnPersonnelFiles } from './work-on-files.ts';

let world: World;
let admin: Client;
let folder: string;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  folder = allowedFolder(world);
});
after(() => world.close());

let files = 0;

/** A link with a file in the folder that holds these people. */
async function linkWith(people: Colleague[], more: Parameters<typeof makeLink>[2] = {}) {
  files += 1;
  const path = join(folder, `personeel ${files}.csv`);
  drop(path, fileOf(people));
  const link = await makeLink(admin, { kind: 'folder', path }, { name: `HR ${files}`, ...more });
  return { link, path };
}

async function personWith(number: string): Promise<User> {
  const { id } = await world.db
    .selectFrom('users')
    .select('id')
    .where('personnel_number', '=', number)
    .executeTakeFirstOrThrow();
  return (await admin.get<User>(`/users/${id}`)).body;
}

async function mailsOf(name: string): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from mails where kind = 'personnel-file' and subject like ${`%${name}%`} order by id`.execute(
    world.db,
  );
  return rows.map(({ subject }) => subject);
}

test('a run adds who is new and tells field by field what it changes; the same file again does nothing and says so', async () => {
  const [noor, ...others] = colleagues(3, 100);
  const { link, path } = await linkWith([noor as Colleague, ...others]);
  const first = await runLink(world, admin, link.id);
  assert.deepEqual([first.state, first.counts, first.rows], ['done', { create: 3 }, 3]);
  assert.equal((await readLink(admin, link.id)).people, 3);
  const mails = await sql`select from mails where kind = 'activation'`.execute(world.db);
  assert.equal(mails.rows.length, 0);
  const second = await runLink(world, admin, link.id);
  assert.deepEqual([second.state, second.counts], ['unchanged', {}]);
  drop(path, fileOf([{ ...(noor as Colleague), jobTitle: 'Teamleider' }, ...others]));
  const third = await runLink(world, admin, link.id);
  assert.deepEqual([third.state, third.counts], ['done', { change: 1, unchanged: 2 }]);
  const [changed] = await rowsOf(admin, third.importId ?? '', '&outcome=change');
  assert.deepEqual(changed?.changes, [{ field: 'jobTitle', from: 'Planner', to: 'Teamleider' }]);
});

test('a check writes nothing', async () => {
  const { link } = await linkWith(colleagues(2, 200));
  const run = await runLink(world, admin, link.id, { check: true });
  assert.deepEqual([run.state, run.isCheck, run.counts], ['checked', true, { create: 2 }]);
  const { rows } = await sql`select from users where personnel_number = '700200'`.execute(world.db);
  assert.equal(rows.length, 0);
  assert.equal((await admin.post(`/imports/${run.importId}/run`)).status, 409);
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
});

test('with the choice for it new people get the welcome mail', async () => {
  const options = { mode: 'change' as const, sendWelcomeMail: true, createGroups: true };
  const { link } = await linkWith(colleagues(1, 250), { options });
  await runLink(world, admin, link.id);
  const { rows } = await sql`select from mails where kind = 'activation' and to_address = 'p700250@hr.example'
    `.execute(world.db);
  assert.equal(rows.length, 1);
});

test('what the file decides is refused by hand, by bulk and by an import, and done by the file', async () => {
  const [one] = colleagues(1, 300) as [Colleague];
  const { link, path } = await linkWith([one]);
  await runLink(world, admin, link.id);
  const person = await personWith(one.number);
  assert.deepEqual(person.personnelFiles, [
    { id: link.id, name: link.name, linked: true, held: ['jobTitle'], released: [] },
  ]);
  const refused = await admin.patch<Problem>(`/users/${person.id}`, { jobTitle: 'Kok', phone: null });
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.fields?.map(({ field }) => field)],
    [409, 'personnel-files.held', ['jobTitle']],
  );
  assert.match(refused.body.detail, new RegExp(link.name));
  assert.equal(
    (await admin.patch(`/users/${person.id}`, { jobTitle: 'Planner', mobile: '0612345678' })).status,
    200,
  );
  const path2 = join(folder, 'anders.csv');
  drop(path2, fileOf([{ ...one, jobTitle: 'Kok' }]));
  const other = await makeLink(admin, { kind: 'folder', path: path2 }, { name: 'Anders', owned: [] });
  const second = await runLink(world, admin, other.id);
  assert.deepEqual(second.counts, { refused: 1 });
  const [row] = await rowsOf(admin, second.importId ?? '');
  assert.deepEqual(
    row?.problems.map(({ code, column }) => [code, column]),
    [['personnel-files.held', 'Functie']],
  );
  drop(path, fileOf([{ ...one, jobTitle: 'Chef' }]));
  assert.deepEqual((await runLink(world, admin, link.id)).counts, { change: 1 });
  assert.equal((await personWith(one.number)).jobTitle, 'Chef');
});

test('somebody can be let go, wholly or for a field: then people change it and the file does not', async () => {
  const [one, two] = colleagues(2, 400) as [Colleague, Colleague];
  const { link, path } = await linkWith([one, two], {
    owned: ['jobTitle', 'lastName'],
    options: { mode: 'complete', sendWelcomeMail: false, createGroups: true },
  });
  await clearOthers([one, two]);
  await runLink(world, admin, link.id);
  const [a, b] = [await personWith(one.number), await personWith(two.number)];
  const release = (id: string, linked: boolean, released: string[]) =>
    admin.put<User>(`/users/${id}/personnel-file`, { file: link.id, linked, released });
  assert.deepEqual((await release(a.id, true, ['jobTitle'])).body.personnelFiles[0]?.held, ['lastName']);
  assert.deepEqual((await release(b.id, false, [])).body.personnelFiles[0]?.held, []);
  assert.equal((await admin.patch(`/users/${a.id}`, { jobTitle: 'Kok' })).status, 200);
  assert.equal((await admin.patch(`/users/${a.id}`, { lastName: 'Anders' })).status, 409);
  assert.equal((await admin.patch(`/users/${b.id}`, { lastName: 'Anders' })).status, 200);
  drop(path, fileOf([{ ...one, jobTitle: 'Chef', lastName: 'Nieuw' }]));
  const run = await runLink(world, admin, link.id);
  assert.deepEqual(run.counts, { change: 1 }, 'who was let go is not ended either');
  const after = await personWith(one.number);
  assert.deepEqual([after.jobTitle, after.lastName], ['Kok', 'Nieuw']);
});

/** Makes everybody but these no part of any list. */
async function clearOthers(kept: Colleague[]): Promise<void> {
  const numbers = kept.map(({ number }) => number);
  await sql`update users set personnel_number = null, personnel_number_key = null
    where not (coalesce(personnel_number, '') = any(${numbers}::text[]))`.execute(world.db);
}

const complete = { mode: 'complete' as const, sendWelcomeMail: false, createGroups: true };

test('a complete list that lost 30 % of its rows stops at the brake, tells once, and goes on by the number', async () => {
  const people = colleagues(40, 500);
  await clearOthers(people);
  const { link, path } = await linkWith(people, { options: complete });
  assert.deepEqual((await runLink(world, admin, link.id)).counts, { create: 40 });
  drop(path, fileOf(people.slice(0, 28)));
  const run = await runLink(world, admin, link.id);
  assert.deepEqual([run.state, run.leaving], ['waiting', { count: 12, of: 40 }]);
  const { trouble } = await readLink(admin, link.id);
  assert.equal(trouble?.code, 'brake');
  assert.equal((await admin.post(`/personnel-files/${link.id}/run`)).status, 409);
  const decide = (input: object) => admin.post<FileRun>(`/personnel-file-runs/${run.id}/decide`, input);
  assert.equal((await decide({ go: true })).status, 422);
  assert.equal((await decide({ go: true, leaving: 11 })).status, 422);
  assert.equal((await decide({ go: false })).body.state, 'discarded');
  const again = await runLink(world, admin, link.id);
  assert.equal(again.state, 'waiting');
  assert.deepEqual(await mailsOf(link.name), [`Personnel file ${link.name}: waits for you`]);
  const went = await admin.post<FileRun>(`/personnel-file-runs/${again.id}/decide`, {
    go: true,
    leaving: 12,
  });
  assert.equal(went.status, 200, went.raw);
  await workOnPersonnelFiles(world.db);
  assert.equal((await readRun(admin, again.id)).state, 'done');
  assert.deepEqual(await mailsOf(link.name), [
    `Personnel file ${link.name}: waits for you`,
    `Personnel file ${link.name}: works again`,
  ]);
  assert.equal((await readLink(admin, link.id)).trouble, null);
});

for (const [what, code, content] of [
  ['an empty file', 'empty', ''],
  ['a file with nobody in it', 'imports.empty', `${headings}\r\n`],
  ['a file that ends in the middle of a row', 'cut-short', fileOf(colleagues(3, 600)).slice(0, -25)],
  [
    'a file that lost a column',
    'columns-missing',
    'Personeelsnummer;Voornaam;Achternaam;E-mail\r\n1;A;B;a@b.nl\r\n',
  ],
  ['a file that is no list', 'imports.unreadable', Buffer.from([0, 1, 2, 3, 4, 5])],
] as const) {
  test(`${what} stops a run and changes nothing`, async () => {
    const { link, path } = await linkWith(colleagues(3, 600), { options: complete });
    drop(path, content);
    const run = await runLink(world, admin, link.id);
    assert.equal(run.state, 'failed', JSON.stringify(run));
    const { trouble } = await readLink(admin, link.id);
    assert.equal(trouble?.code, code);
    assert.ok(run.failure && trouble?.text === run.failure);
    const { rows } = await sql`select from users where personnel_number in ('700600', '700601')`.execute(
      world.db,
    );
    assert.equal(rows.length, 0);
  });
}

test('trouble is told once, and that it is over', async () => {
  const { link, path } = await linkWith(colleagues(1, 650));
  unlinkSync(path);
  for (let n = 0; n < 3; n += 1) assert.equal((await runLink(world, admin, link.id)).state, 'failed');
  drop(path, fileOf(colleagues(1, 650)));
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
  assert.deepEqual(await mailsOf(link.name), [
    `Personnel file ${link.name}: went wrong`,
    `Personnel file ${link.name}: works again`,
  ]);
});

test('trouble is told to those who were chosen; once none of them may come in, to the administrators', async () => {
  const chosen = await aPerson(world);
  const { link, path } = await linkWith(colleagues(1, 800), {
    name: 'Bestand met ontvangers',
    alarmTo: [chosen.id],
  });
  assert.deepEqual(
    link.alarmTo.map(({ id }) => id),
    [chosen.id],
  );
  const told = async () => {
    const { rows } = await sql<{ to: string }>`
      select to_address as to from mails where kind = 'personnel-file' and subject like ${`%${link.name}%`}
      order by created_at, id`.execute(world.db);
    return rows.map(({ to }) => to);
  };
  drop(path, '');
  await runLink(world, admin, link.id);
  assert.deepEqual(await told(), [chosen.email]);
  const kept = await admin.patch<PersonnelFile>(`/personnel-files/${link.id}`, { name: link.name });
  assert.equal(kept.body.alarmTo.length, 1, 'who is told stays when something else is changed');
  await sql`update staff_memberships set starts_on = '2019-01-01', leaves_on = '2020-01-01'
    where user_id = ${chosen.id}`.execute(world.db);
  drop(path, fileOf(colleagues(1, 800)));
  await runLink(world, admin, link.id);
  const later = (await told()).slice(1);
  assert.ok(later.includes(administrator.email) && !later.includes(chosen.email), later.join());
  const stranger = '00000000-0000-7000-8000-000000000000';
  const refused = await admin.patch<Problem>(`/personnel-files/${link.id}`, { alarmTo: [stranger] });
  assert.deepEqual([refused.status, refused.body.fields?.[0]?.field], [422, 'alarmTo']);
});

test('no file of the machine is read but below an allowed folder, by whatever way it is named', async () => {
  const secret = join(folder, '..', 'geheim.csv');
  drop(secret, fileOf(colleagues(1)));
  world.onClose(async () => unlinkSync(secret));
  mkdirSync(join(folder, 'onder'), { recursive: true });
  symlinkSync(secret, join(folder, 'link.csv'));
  symlinkSync(join(folder, '..'), join(folder, 'terug'));
  const code = async (path: string) =>
    (await testLink(admin, { source: { kind: 'folder', path } })).trouble?.code;
  for (const path of [
    '/etc/passwd',
    '/proc/self/environ',
    '/no/such/file',
    secret,
    `${folder}/../geheim.csv`,
    join(folder, 'onder', '..', '..', 'geheim.csv'),
    join(folder, 'link.csv'),
    join(folder, 'terug', 'geheim.csv'),
    join(folder, 'terug', '*.csv'),
    `${folder}2/x.csv`,
    folder,
    'personeel.csv',
    '*',
  ]) {
    assert.equal(await code(path), 'outside-folders', path);
  }
  assert.equal(await code(join(folder, 'onder')), 'no-file');
  assert.equal(await code(join(folder, 'niets.csv')), 'no-such-file');
  drop(join(folder, 'onder', 'lijst-1.csv'), fileOf(colleagues(1)));
  writeFileSync(join(folder, 'onder', 'lijst-2.csv'), fileOf(colleagues(2)));
  const newest = await testLink(admin, {
    source: { kind: 'folder', path: join(folder, 'onder', 'lijst-*.csv') },
  });
  assert.deepEqual([newest.trouble, newest.rows], [null, 2]);
  delete process.env.MUSTER_PERSONNEL_FOLDERS;
  assert.equal(await code(join(folder, 'onder', 'lijst-1.csv')), 'no-folders');
  process.env.MUSTER_PERSONNEL_FOLDERS = folder;
});

test('it acts for whoever saved it last, with the rights of the moment, and stops when they are gone', async () => {
  const { link, path } = await linkWith(colleagues(1, 700));
  const person = await aPerson(world, { roles: ['key-user'], admin: true });
  const other = await world.signIn(person.email);
  const saved = await other.patch<PersonnelFile>(`/personnel-files/${link.id}`, { name: 'HR van een ander' });
  assert.equal(saved.body.actsAs?.id, person.id);
  await admin.put(`/users/${person.id}/admin-access`, { granted: false });
  const refused = await runLink(world, admin, link.id);
  assert.equal(refused.state, 'failed');
  assert.deepEqual(
    [(await readLink(admin, link.id)).trouble?.code, (await readLink(admin, link.id)).trouble?.halted],
    ['owner-may-not', true],
  );
  await admin.patch(`/personnel-files/${link.id}`, { schedule: { every: 'hour' } });
  await sql`update personnel_files set next_at = now() - interval '1 minute', halted = true
    where id = ${link.id}`.execute(world.db);
  await workOnPersonnelFiles(world.db);
  assert.equal(
    (await readLink(admin, link.id)).lastRun?.id,
    refused.id,
    'a link that halted does not run by itself',
  );
  await admin.patch(`/personnel-files/${link.id}`, { schedule: { every: 'hour' } });
  await sql`update personnel_files set next_at = now() - interval '1 minute' where id = ${link.id}`.execute(
    world.db,
  );
  await workOnPersonnelFiles(world.db);
  const { lastRun, nextAt } = await readLink(admin, link.id);
  assert.deepEqual([lastRun?.state, lastRun?.cause, lastRun?.startedBy], ['done', 'schedule', null]);
  assert.ok(nextAt && Date.parse(nextAt) > Date.now());
  assert.ok(path);
});

test('a link never gives what the one it acts for may not give', async () => {
  const keyUser = await aPerson(world, { roles: ['key-user'], admin: true });
  const client = await world.signIn(keyUser.email);
  const path = join(folder, 'rollen.csv');
  drop(
    path,
    'Personeelsnummer;Voornaam;Achternaam;E-mail;Rollen\r\n700800;Noor;Linden;p700800@hr.example;Beheer\r\n',
  );
  const role = { name: 'Beheer', category: null, permissions: ['integrations.manage', 'users.import'] };
  const made = await admin.post<{ id: string }>('/roles', role);
  assert.equal(made.status, 201, made.raw);
  const link = await makeLink(
    client,
    { kind: 'folder', path },
    {
      name: 'Rollen',
      columns: [
        { heading: 'Personeelsnummer', field: 'personnelNumber' },
        { heading: 'Voornaam', field: 'firstName' },
        { heading: 'Achternaam', field: 'lastName' },
        { heading: 'E-mail', field: 'email' },
        { heading: 'Rollen', field: 'roles' },
      ],
      owned: [],
    },
  );
  await admin.put(`/users/${keyUser.id}/roles`, { roles: ['hr', made.body.id] });
  await admin.put(`/users/${keyUser.id}/admin-access`, { granted: false });
  const run = await runLink(world, admin, link.id);
  assert.equal(run.state, 'failed', 'HR gives no roles, so the column is beyond them');
});

test('of two processes whose time has come one runs it', async () => {
  const { link } = await linkWith(colleagues(2, 950), { schedule: { every: 'hour' } });
  await sql`update personnel_files set next_at = now() - interval '1 minute' where id = ${link.id}`.execute(
    world.db,
  );
  await Promise.all([workOnPersonnelFiles(world.db), workOnPersonnelFiles(world.db)]);
  const { body } = await admin.get<{ items: FileRun[] }>(`/personnel-files/${link.id}/runs`);
  assert.deepEqual(
    body.items.map(({ state, counts }) => [state, counts]),
    [['done', { create: 2 }]],
  );
});

test('two who start it at once start one run', async () => {
  const { link } = await linkWith(colleagues(1, 900));
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => admin.post(`/personnel-files/${link.id}/run`)),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
  await Promise.all([workOnPersonnelFiles(world.db), workOnPersonnelFiles(world.db)]);
  const { rows } = await sql`select from users where personnel_number = '700900'`.execute(world.db);
  assert.equal(rows.length, 1);
});
