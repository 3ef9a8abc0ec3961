import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { listSources, sourceRoots } from '../tools/list-sources.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const table = read('SECURITY.md');

/** The text of every file of tests, by its name without the ending; of two with one name both. */
const files = Map.groupBy(
  sourceRoots.flatMap((top) => listSources(root, top, /\.test\.ts$/)),
  (file) => basename(file, '.test.ts'),
);

/** The requirements of levels 1 and 2 in the chapters V6, V7 and V8 of ASVS 5.0.0, and the level of each. */
const requirements: Record<1 | 2, string> = {
  1: `6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1
    7.4.2 8.1.1 8.2.1 8.2.2 8.3.1`,
  2: `6.1.2 6.1.3 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.3.4 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3
    6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2 8.1.2 8.2.3 8.4.1`,
};

test('every requirement of levels 1 and 2 stands in the table once, with its level', () => {
  const rows = [...table.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \|/gm)].map(
    ([, line, level]) => `${line} ${level}`,
  );
  const wanted = Object.entries(requirements).flatMap(([level, lines]) =>
    lines.split(/\s+/).map((line) => `${line} ${level}`),
  );
  assert.deepEqual(rows.sort(), wanted.sort());
});

test('every test that is named there exists, under the words that stand there', () => {
  const named = [...table.matchAll(/`([a-z-]+(?:\.postgres|\.embedded)?)`: ([^·|*]+)/g)];
  assert.ok(named.length > 80);
  for (const [, file = '', words = ''] of named) {
    const texts = files.get(file)?.map(read);
    assert.ok(texts, `there is no ${file}.test.ts`);
    // What follows a full stop or a semicolon explains; of a title it is enough that its beginning stands there.
    const parts = words
      .trim()
      .split(' … ')
      .map((part) => part.split(/\.(?: |$)|;/)[0]?.trim() ?? '');
    assert.ok(
      texts.some((text) => parts.every((part) => part.length > 8 && text.includes(part))),
      `no test of ${file} says: ${words}`,
    );
  }
});

test('every family of faults names a test', () => {
  const faults = table.split('\n## Faults')[1]?.split('\n## ')[0] ?? '';
  const rows = faults.split('\n').filter((line) => /^\| [^f-]/.test(line));
  assert.ok(rows.length >= 19, String(rows.length));
  for (const row of rows) assert.match(row, /`[a-z.-]+`: /);
});
