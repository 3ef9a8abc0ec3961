import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEmbedded } from './open-embedded.ts';

const root = mkdtempSync(join(tmpdir(), 'muster-sizes-'));
after(() => rmSync(root, { recursive: true }));

const rows = (from: number, to: number) =>
  `insert into notes select n, repeat(md5(n::text), 10) from generate_series(${from}, ${to}) n`;

/** What changes how large files are, in turn with reading them; after each, how many rows there are. */
const changes: [statements: string, rows: number][] = [
  ['create table notes (id integer primary key, words text)', 0],
  [rows(1, 2000), 2000],
  [rows(2001, 9000), 9000],
  ['delete from notes where id > 500', 500],
  // It cuts the empty end off the file.
  ['vacuum notes', 500],
  [rows(501, 3000), 3000],
  ['truncate notes', 0],
  [rows(1, 4000), 4000],
  ['reindex table notes', 4000],
  ['delete from notes where id % 2 = 0', 2000],
  ['vacuum full notes', 2000],
  ['create table copied as table notes; drop table notes; alter table copied rename to notes', 2000],
  ['begin; truncate notes; rollback', 2000],
  ['checkpoint', 2000],
  [rows(5001, 6000), 3000],
];

test('whatever happens to its files, a table is read to its end and not beyond', async () => {
  const { pglite, close } = await openEmbedded(root);
  for (const [statements, count] of changes) {
    for (const statement of statements.split('; ')) await pglite.exec(statement);
    // Read twice: the first time tells how large the files are, the second goes by it.
    for (const _ of ['first', 'second']) {
      const { rows: all } = await pglite.query(
        'select count(*)::int as count from notes where words is not null',
      );
      assert.deepEqual(all, [{ count }], statements);
    }
  }
  await close();
  const again = await openEmbedded(root);
  const { rows: kept } = await again.pglite.query('select count(*)::int as count from notes');
  assert.deepEqual(kept, [{ count: 3000 }]);
  await again.close();
});
