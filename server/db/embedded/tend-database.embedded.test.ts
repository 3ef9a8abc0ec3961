import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEmbedded } from './open-embedded.ts';
import { tendDatabase } from './tend-database.ts';

const root = mkdtempSync(join(tmpdir(), 'muster-tend-'));
after(() => rmSync(root, { recursive: true }));

test('tables that changed a lot are vacuumed, a log that grew is cut off, and then there is nothing to do', async () => {
  const { pglite, close } = await openEmbedded(root);
  await pglite.exec('create table "People" (id integer, words text)');
  assert.deepEqual(await tendDatabase(pglite), []);
  await pglite.exec(
    `insert into "People" select n, repeat(md5(n::text), 20) from generate_series(1, 110000) n`,
  );
  assert.deepEqual(await tendDatabase(pglite), ['vacuum (analyze) public."People"', 'checkpoint']);
  assert.deepEqual(await tendDatabase(pglite), []);
  await pglite.exec('update "People" set id = id + 1 where id <= 15000');
  assert.deepEqual(await tendDatabase(pglite), ['analyze public."People"']);
  await close();
});

test('upkeep waits for a transaction that is running, and does not end up in it', async () => {
  const { pglite, close } = await openEmbedded(root);
  await pglite.exec('delete from "People"');
  const order: string[] = [];
  const transaction = pglite.transaction(async (within) => {
    await within.query('select 1');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await within.query('select 1');
    order.push('transaction');
  });
  const upkeep = tendDatabase(pglite).then(() => order.push('upkeep'));
  await Promise.all([transaction, upkeep]);
  assert.deepEqual(order, ['transaction', 'upkeep']);
  await close();
});
