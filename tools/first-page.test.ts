import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { english } from '../contract/texts/english.ts';
import { build } from './build.mjs';
import { partTexts, readFirstPage } from './first-page.ts';

const root = join(import.meta.dirname, '..');
const assets = join(root, 'dist/web/assets');
before(() => build(root, process.execPath, 'web', () => undefined));

/** The files that a browser fetches for these: they themselves, and what they import at once. */
function withImports(names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names.filter((one) => !seen.has(one))) {
    seen.add(name);
    const source = readFileSync(join(assets, name), 'utf8');
    const imported = [...source.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)];
    withImports(
      imported.map(([, file = '']) => file),
      seen,
    );
  }
  return seen;
}

function built(beginning: string): string {
  const found = readdirSync(assets).filter(
    (name) => name.startsWith(`${beginning}-`) && name.endsWith('.js'),
  );
  assert.equal(found.length, 1, `one file ${beginning}`);
  return found[0] as string;
}

for (const language of ['english', 'dutch']) {
  test(`a first visit to the list of users in ${language} takes 250 KB of script at most, in few files`, () => {
    const page = readFileSync(join(root, 'dist/web/index.html'), 'utf8');
    const atOnce = [...page.matchAll(/"\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
    assert.ok(atOnce.length > 0);
    const files = withImports([...atOnce, built('users-page'), built(`first-${language}`)]);
    const sizes = [...files].map((name) => gzipSync(readFileSync(join(assets, name))).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    assert.ok(kilobytes <= 250, `${kilobytes.toFixed(1)} KB gzipped: ${[...files].join(', ')}`);
    assert.ok(files.size <= 12, `${files.size} files: ${[...files].join(', ')}`);
  });
}

test('the texts of the first page and the others are all texts together', () => {
  const { first, rest } = partTexts(english, readFirstPage(root).files);
  assert.deepEqual({ ...first, ...rest }, english);
  assert.equal(Object.keys(first).length + Object.keys(rest).length, Object.keys(english).length);
  assert.ok('users.list.name' in first && 'users.two-factor.on' in first, 'named whole, or filled in');
  assert.ok('settings.title' in rest);
});
