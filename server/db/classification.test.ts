import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import { classification } from './classification.ts';

test('every column of every table is classified exactly once, and every table has an owner', async () => {
  const database = await openTestDatabase();
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name <> 'migrations'`.execute(database.db);
  await database.close();
  const stored = rows.map(({ table, column }) => `${table}.${column}`).sort();
  const classified = Object.entries(classification).flatMap(([table, { owner, whose, ...classes }]) => {
    assert.ok(owner);
    if (whose) assert.ok(stored.includes(`${table}.${whose}`), `${table}.${whose}`);
    const all: (string | undefined)[] = Object.values(classes);
    return all.flatMap((columns = '') => columns.split(/\s+/).map((column) => `${table}.${column}`));
  });
  assert.ok(stored.length > 100);
  assert.deepEqual(classified.sort(), stored);
});
