import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemory } from './open-memory.ts';

test('two databases in memory know nothing of each other', async () => {
  const [one, other] = await Promise.all([openMemory(), openMemory()]);
  await one.exec('create table people (name text)');
  await assert.rejects(other.query('select * from people'), /does not exist/);
  await Promise.all([one.close(), other.close()]);
});

test('an image starts where the dumped database was, extensions included', async () => {
  const first = await openMemory();
  await first.exec('create extension pg_trgm; create extension btree_gist');
  await first.exec("create table people (name text); insert into people values ('Anna')");
  const image = await first.dumpDataDir('none');
  await first.close();
  const second = await openMemory({ image });
  const { rows } = await second.query("select name, similarity(name, 'Ana') > 0.4 as alike from people");
  assert.deepEqual(rows, [{ name: 'Anna', alike: true }]);
  await second.close();
});

test('the time zone of a session is UTC', async () => {
  const pglite = await openMemory();
  assert.deepEqual((await pglite.query('show timezone')).rows, [{ TimeZone: 'UTC' }]);
  await pglite.close();
});
