import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { openEmbedded } from './open-embedded.ts';
import { chooseSeed, randomFrom } from './random.fixtures.ts';
import { watchDisk } from './watch-disk.fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'muster-power-'));
after(() => rmSync(root, { recursive: true }));

type Loss = { folder: string; confirmed: number };
const rowsToWrite = 250;
// On a machine that is busy, fewer rows are written: the test is over within 30 seconds.
const timeToSpend = 10_000;
const lossesWanted = 4;

async function writeRow(pglite: PGlite, id: number): Promise<void> {
  await pglite.query(
    "insert into ledger values ($1::integer, md5($1::integer::text) || repeat('word ', 200))",
    [id],
  );
  if (id % 7 === 0) await pglite.query("update ledger set words = words || 'x' where id > $1", [id - 20]);
  if (id % 40 === 0) await pglite.exec('checkpoint');
  if (id % 90 === 0)
    await pglite.exec('drop table if exists copy; create table copy as select * from ledger');
}

async function findIds(folder: string): Promise<number[]> {
  const { pglite, close } = await openEmbedded(folder);
  const { rows } = await pglite.query<{ id: number }>(
    `select id from ledger where words like md5(id::text) || '%' order by id`,
  );
  await close();
  return rows.map(({ id }) => id);
}

test('after a loss of power at any moment it opens with every confirmed row', async (context) => {
  const seed = chooseSeed();
  context.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  const folder = join(root, 'data');
  await (await openEmbedded(folder)).close();

  const disk = watchDisk(folder);
  const losses: Loss[] = [];
  let confirmed = 0;
  const losePower = () => {
    const copy = join(root, `loss ${losses.length}`);
    // In half of the losses the disk has kept, by chance, some of what it was never told to keep.
    disk.writeWhatIsKept(copy, losses.length % 2 === 0 ? () => false : () => random() < 0.5);
    losses.push({ folder: copy, confirmed });
  };
  const onSync = (path: string) => {
    if (confirmed > 0 && losses.length < lossesWanted && random() < 1 / 70) losePower();
    disk.keep(path);
  };
  const { pglite, close } = await openEmbedded(folder, { onSync });
  await pglite.exec('create table ledger (id integer primary key, words text)');
  const started = performance.now();
  for (let id = 1; id <= rowsToWrite && performance.now() - started < timeToSpend; id++) {
    await writeRow(pglite, id);
    confirmed = id;
  }
  losePower();
  await close();

  for (const loss of losses) {
    const found = await findIds(loss.folder);
    const lost = Array.from({ length: loss.confirmed }, (_, index) => index + 1).filter(
      (id) => !found.includes(id),
    );
    assert.deepEqual(lost, [], `${loss.folder}, ${loss.confirmed} confirmed`);
    rmSync(loss.folder, { recursive: true });
  }
  context.diagnostic(
    `power lost after ${losses.map((loss) => loss.confirmed).join(', ')} confirmed rows, none lost`,
  );
});

test('the simulation is a fair one: without syncs, confirmed rows are lost', async () => {
  const folder = join(root, 'unsynced');
  await (await openEmbedded(folder)).close();
  const disk = watchDisk(folder);
  const { pglite, close } = await openEmbedded(folder);
  await pglite.exec('create table ledger (id integer primary key, words text)');
  const copy = join(root, 'lost');
  disk.writeWhatIsKept(copy, () => false);
  await close();
  await assert.rejects(findIds(copy), /does not exist/);
});
