import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { languages } from '../../contract/shapes.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { aPicture, sendPhoto } from '../../test/pictures.ts';
import { aRole, giveOwnRole } from '../../test/rights.ts';
import { openWorld, password, type World } from '../../test/world.ts';
import { commandLine } from '../act/actor.ts';
import { classification } from '../db/classification.ts';
import { exportPersonalDataAct, exportPersonalDataPageAct } from './export-personal-data.ts';
import { nameOfColumn } from './kept.sql.ts';
import { listKept } from './list-kept.ts';
import { columnInWords, tableInWords } from './words.ts';

let world: World;
let admin: Client;
let person: Made;
let own: Client;

type Everything = { name: string; number: number; tables: Record<string, Record<string, unknown>[]> };

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  person = await aPerson(world, { firstName: 'Noor', lastName: '<b>Linden</b>', roles: ['hr'] });
  await admin.patch(person.path, { jobTitle: 'Bakker', phone: '020 624 11 11' });
  own = await world.signIn(person.email);
});
after(() => world.close());

async function everything(client = own, path = '/me'): Promise<Everything> {
  const { status, raw } = await client.get(`${path}/personal-data.json`);
  assert.equal(status, 200, raw);
  return JSON.parse(raw);
}

async function page(client = own, path = '/me'): Promise<string> {
  const { status, raw } = await client.get(`${path}/personal-data.html`);
  assert.equal(status, 200, raw);
  return raw;
}

test('every table with personal data and each of its columns has words in every language', () => {
  for (const language of languages) {
    for (const { table, columns } of listKept()) {
      assert.ok(tableInWords(language, table), `${table} in ${language}`);
      for (const column of columns.map(nameOfColumn)) {
        assert.ok(columnInWords(language, column), `${table}.${column} in ${language}`);
      }
    }
  }
});

test('everybody reads everything that is kept about them: each table that holds personal data, and the audit log', async () => {
  const { tables, number } = await everything();
  const [user] = tables.users ?? [];
  assert.deepEqual(
    [user?.firstName, user?.jobTitle, user?.email, user?.isAdmin],
    ['Noor', 'Bakker', person.email, false],
  );
  assert.ok(number > 1);
  assert.equal(Object.keys(tables).length, listKept().length + 2);
  assert.deepEqual(
    tables.roleAssignments?.map(({ role }) => role),
    ['hr'],
  );
  assert.equal(tables.sessions?.length, 1);
  const done = tables.doneTo?.map(({ action }) => action);
  assert.ok(done?.includes('users.changed') && done.includes('users.created'), String(done));
  assert.ok(tables.doneBy?.some(({ action, on }) => action === 'session.signed-in' && on === 'oneself'));
});

test('who acted, other people and secrets are not in it', async () => {
  const other = await aPerson(world, { lastName: 'Geheimenaar' });
  await admin.put(`${person.path}/roles`, { roles: ['hr', 'planner'] });
  await own.patch(other.path, { firstName: 'Verzwegen' });
  const hashes = Object.entries(classification).flatMap(([table, { secret, whose }]) =>
    secret && whose ? secret.split(/\s+/).map((column) => ({ table, column, whose })) : [],
  );
  for (const text of [await page(), JSON.stringify(await everything())]) {
    for (const unwanted of [
      'Beheer',
      'ada@zonnig',
      world.adminId,
      'Geheimenaar',
      'Verzwegen',
      other.id,
      password,
    ]) {
      assert.ok(!text.includes(unwanted), unwanted);
    }
    for (const { table, column, whose } of hashes) {
      const { rows } = await sql<{ text: string | null }>`
        select case when pg_typeof(${sql.ref(column)}) = 'bytea'::regtype then encode(${sql.ref(column)}::text::bytea, 'hex')
          else ${sql.ref(column)}::text end as text
        from ${sql.table(table)} where ${sql.ref(whose)}::text = ${person.id}`.execute(world.db);
      for (const { text: secret } of rows)
        if (secret) assert.ok(!text.includes(secret), `${table}.${column}`);
    }
  }
});

test('a new column of the users appears by itself once it is classified', async () => {
  await sql`alter table users add column shoe_size text default '43'`.execute(world.db);
  const { personal, ...rest } = classification.users;
  Object.assign(classification.users, { personal: `${personal} shoe_size` });
  try {
    assert.equal((await everything()).tables.users?.[0]?.shoeSize, '43');
  } finally {
    Object.assign(classification.users, { ...rest, personal });
  }
});

test('the page is in the language of the reader, in words, and nothing in it can be a script', async () => {
  const text = await page();
  assert.match(text, /<html lang="en">/);
  assert.match(text, /User roles/);
  assert.match(text, /Somebody with the right/);
  assert.match(text, /Linden&lt;\/b&gt;/);
  assert.ok(!text.includes('<b>Linden'));
  assert.ok(!/<script|users\.changed|is_admin|job_title|\bnull\b/.test(text));
  await own.patch('/me', { language: 'nl' });
  const dutch = await page();
  assert.match(dutch, /<html lang="nl">/);
  assert.match(dutch, /Alles wat er over Noor/);
  assert.match(dutch, /Gebruikersrollen[\s\S]*Iemand met het recht/);
});

test('the photo stands in the page itself, and as base64 in the file', async () => {
  const picture = await (await aPicture(60, 60)).png().toBuffer();
  assert.equal((await sendPhoto(own, '/me/photo', picture)).status, 200);
  const stored = await world.db.selectFrom('photos').select('large').executeTakeFirstOrThrow();
  const base64 = Buffer.from(stored.large).toString('base64');
  assert.equal((await everything()).tables.photos?.[0]?.large, base64);
  assert.ok((await page()).includes(`src="data:image/jpeg;base64,${base64}"`));
});

test('a deed is written down on the person, and proof that is too old is asked for again', async () => {
  await everything(admin, person.path);
  const { body } = await admin.get<{ items: { action: string; actor: { id: string } }[] }>(
    `${person.path}/history`,
  );
  assert.deepEqual([body.items[0]?.action, body.items[0]?.actor.id], ['users.data-exported', world.adminId]);
  await sql`update sessions set proved_at = now() - interval '11 minutes'`.execute(world.db);
  for (const [client, path] of [
    [own, '/me'],
    [admin, person.path],
  ] as const) {
    for (const kind of ['html', 'json']) {
      const refused = await client.get(`${path}/personal-data.${kind}`);
      assert.deepEqual([refused.status, refused.body.code], [403, 'session.prove-again']);
    }
  }
  await sql`update sessions set proved_at = now()`.execute(world.db);
});

test('only who may export everybody gets it, and not about somebody with more rights', async () => {
  const path = `${(await aPerson(world)).path}/personal-data.json`;
  const hr = await aPerson(world, { roles: ['hr'] });
  const client = await world.signIn(hr.email);
  assert.equal((await client.get(path)).status, 200);
  const above = await client.get(`/users/${world.adminId}/personal-data.html`);
  assert.deepEqual([above.status, above.body.code], [403, 'users.above-you']);
  const viewer = await aPerson(world);
  await giveOwnRole(world, viewer, ['users.view']);
  assert.equal((await (await world.signIn(viewer.email)).get(path)).body.code, 'session.not-allowed');
});

test('somebody who may export one organisation does not read what others keep', async () => {
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Zonnedael' });
  const role = await aRole(world, ['users.view', 'users.export', 'organisations.view'], 'organisation');
  const [boss, member] = [await aPerson(world), await aPerson(world)];
  const join = (user: Made, as: string) =>
    admin.post(`/organisations/${organisation.id}/members`, { user: user.id, role: as });
  await join(boss, role);
  await join(member, 'member');
  const client = await world.signIn(boss.email);
  const refused = await client.get(`${member.path}/personal-data.json`);
  assert.deepEqual([refused.status, refused.body.code], [403, 'session.not-allowed']);
  const unknown = await client.get(`${person.path}/personal-data.json`);
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'users.not-found']);
});

test('a long history is read and written piece by piece, so that it needs no more memory than a short one', async () => {
  const long = await aPerson(world);
  const lines = 20_000;
  await sql`
    insert into audit_log
    select 1000000000 + n, now(), 'users.changed', 'system', null, 'user', ${long.id}, '', '', '', ''
    from generate_series(1, ${lines}::int) n`.execute(world.db);
  for (const exported of [exportPersonalDataPageAct, exportPersonalDataAct]) {
    const { chunks } = await exported(world.db, commandLine(), { id: long.id });
    let [rows, longest] = [0, 0];
    for await (const chunk of chunks) {
      rows += String(chunk).split('Z"').length + String(chunk).split('<tr>').length - 2;
      longest = Math.max(longest, chunk.length);
    }
    assert.ok(rows > lines, String(rows));
    assert.ok(longest < 200_000, String(longest));
  }
});
