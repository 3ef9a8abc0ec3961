import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { exportUsers } from '../../contract/users.ts';
import { openTestDatabase } from '../../test/database.ts';
import { system } from '../act/actor.ts';
import type { Database } from '../db/connect.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { insertPeople } from './directory.fixtures.ts';
import { exportUsersAct } from './export-users.ts';

let database: Database;
before(async () => {
  database = await openTestDatabase();
  await ensureToday(database.db);
  await insertPeople(database.db, 5400);
});
after(() => database.close());

async function download(query: Record<string, unknown> = {}): Promise<{ text: string; pieces: number }> {
  const { chunks } = await exportUsersAct(database.db, system('nl'), exportUsers.input.parse(query));
  const pieces = await Array.fromAsync(chunks);
  return { text: pieces.join(''), pieces: pieces.length };
}

async function readPeople(where = sql`true`): Promise<string[][]> {
  const { rows } = await sql<{ name: string; first: string; email: string }>`
    select concat_ws(' ', infix, last_name) as name, first_name as first, email from users where ${where}
    order by sort_key, id`.execute(database.db);
  return rows.map(({ name, first, email }) => [name, first, email]);
}

test('the file holds everybody in order, in pieces, each line ended by CRLF', async () => {
  const { text, pieces } = await download();
  assert.ok(pieces >= 3);
  assert.ok(text.startsWith('Last name,First name,E-mail\r\n'));
  assert.equal(text.split('\r\n').length, 5402);
  assert.deepEqual(parse(text).slice(1), await readPeople());
});

test('the file obeys the filters of the list', async () => {
  const { text } = await download({ search: 'jan', billed: 'true' });
  assert.deepEqual(parse(text).slice(1), await readPeople(sql`billed and search_text like '%jan%'`));
  assert.equal((await download({ role: 'unknown' })).text, 'Last name,First name,E-mail\r\n');
});

test('what a spreadsheet would run is made harmless, quotes and commas are kept', async () => {
  await sql`update users set infix = null, last_name = '=cmd|x', first_name = 'A "b", c', search_text = 'danger'
    where id = (select min(id::text)::uuid from users)`.execute(database.db);
  const { text } = await download({ search: 'danger' });
  assert.match(text, /\r\n'=cmd\|x,"A ""b"", c",[^,]+\r\n$/);
});

test('a reader that stops early leaves nothing behind', async () => {
  for (let turn = 0; turn < 25; turn += 1) {
    const { chunks } = await exportUsersAct(database.db, system(), exportUsers.input.parse({}));
    for await (const chunk of chunks) if (chunk.length > 1000) break;
  }
  const { rows } = await sql`select from pg_cursors where is_holdable`.execute(database.db);
  assert.equal(rows.length, 0);
});

test('people who are added or removed while it is read do no harm', async () => {
  const { chunks } = await exportUsersAct(database.db, system(), exportUsers.input.parse({}));
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    await sql`delete from users where id in (select id from users order by sort_key desc limit 10)`.execute(
      database.db,
    );
    await insertPeople(database.db, 10, { after: 10_000 + text.length });
  }
  const addresses = parse(text).map(([, , address]: string[]) => address);
  assert.equal(new Set(addresses).size, addresses.length);
});
