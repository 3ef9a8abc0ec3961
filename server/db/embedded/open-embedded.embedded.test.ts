import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { openEmbedded } from './open-embedded.ts';

const root = mkdtempSync(join(tmpdir(), 'muster-embedded-'));
const folder = join(root, 'first time');
after(() => rmSync(root, { recursive: true }));

test('a folder that is not there is made, for its owner only', async () => {
  const { pglite, close } = await openEmbedded(folder);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const { rows } = await pglite.query(
    "select current_setting('timezone') as zone, current_setting('fsync') as fsync",
  );
  assert.deepEqual(rows, [{ zone: 'UTC', fsync: 'on' }]);
  await pglite.exec('create extension pg_trgm; create extension btree_gist; create table people (name text)');
  await Promise.all([close(), close()]);
  await close();
});

test('one commit syncs the log once, before it is confirmed', async () => {
  const synced: string[] = [];
  const { pglite, close } = await openEmbedded(folder, { onSync: (path) => synced.push(path) });
  synced.length = 0;
  await pglite.query("insert into people values ('Anna')");
  assert.equal(synced.length, 1);
  assert.match(synced[0] ?? '', /pg_wal.[0-9A-F]{24}$/);
  await close();
});

const confirmations: Record<string, (pglite: PGlite) => Promise<unknown>> = {
  query: (pglite) => pglite.query("insert into people values ('Lost')"),
  exec: (pglite) => pglite.exec("begin; insert into people values ('Lost'); commit; select 1"),
  transaction: (pglite) => pglite.transaction((within) => within.query("insert into people values ('Lost')")),
  checkpoint: (pglite) => pglite.exec('checkpoint'),
};

for (const [name, confirm] of Object.entries(confirmations)) {
  test(`a ${name} that the disk refuses to sync is not confirmed, nor is anything after it`, async () => {
    let failing = false;
    const broken: string[] = [];
    const { pglite, close } = await openEmbedded(folder, {
      onSync: () => {
        if (failing) throw new Error('no such disk');
      },
      onBroken: ({ message }) => broken.push(message),
    });
    await pglite.query('insert into people values ($1)', [name]);
    failing = true;
    await assert.rejects(confirm(pglite), /The disk failed/);
    failing = false;
    await assert.rejects(pglite.query("insert into people values ('After')"), /The disk failed/);
    assert.equal(broken.length, 1);
    await close();

    const again = await openEmbedded(folder);
    const { rows } = await again.pglite.query("select name from people where name in ($1, 'After')", [name]);
    assert.deepEqual(rows, [{ name }]);
    await again.close();
  });
}

test('the second to open a folder in one process is refused, and the first keeps it', async () => {
  const { describe, close, pglite } = await openEmbedded(folder);
  describe({ address: 'http://localhost:3000' });
  for (let turn = 0; turn < 2; turn++) {
    await assert.rejects(openEmbedded(folder), (error: Error & { code: string; holder: { pid: number } }) => {
      assert.equal(error.code, 'folder-in-use');
      assert.equal(error.holder.pid, process.pid);
      assert.match(error.message, /http:\/\/localhost:3000/);
      return true;
    });
  }
  assert.equal((await pglite.query('select 1')).rows.length, 1);
  await close();
});

test('what a killed creation and a killed process leave behind is cleared away', async () => {
  mkdirSync(join(folder, 'database.new'), { recursive: true });
  writeFileSync(join(folder, 'database', 'postmaster.pid'), '1\n');
  await (await openEmbedded(folder)).close();
  const killed = join(root, 'killed');
  mkdirSync(join(killed, 'database.new'), { recursive: true });
  writeFileSync(join(killed, 'database.new', 'PG_VERSION'), '18');
  await (await openEmbedded(killed)).close();
  assert.equal(existsSync(join(killed, 'database.new')), false);
});

test('a path that cannot hold a database is refused with the reason, and the lock is let go', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  await assert.rejects(openEmbedded(file), { code: 'folder-unusable', reason: 'not-a-folder' });
  await assert.rejects(openEmbedded(join(file, 'below')), {
    code: 'folder-unusable',
    reason: 'not-a-folder',
  });

  const damaged = join(root, 'damaged');
  mkdirSync(join(damaged, 'database'), { recursive: true });
  await assert.rejects(openEmbedded(damaged), { code: 'folder-unusable', reason: 'damaged' });

  const control = join(folder, 'database', 'global', 'pg_control');
  const whole = readFileSync(control);
  writeFileSync(control, Buffer.alloc(whole.length));
  await assert.rejects(openEmbedded(folder), { code: 'folder-unusable', reason: 'does-not-open' });
  writeFileSync(control, whole);
  await (await openEmbedded(folder)).close();
});
