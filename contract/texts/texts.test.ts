import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('no text stands under a key that another file uses', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/dutch|english|both|on-demand|test/.test(file),
  );
  const seen = new Map<string, string>();
  for (const file of files) {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    for (const [, name = '', words = ''] of source.matchAll(/^export const (\w+) = \{\n(.*?)^\}/gms)) {
      for (const [, key] of words.matchAll(/^ {2}'([^']+)':/gm)) {
        const place = `${name.slice(-2)} ${key}`;
        assert.equal(seen.get(place), undefined, `${key} stands in ${file} too`);
        seen.set(place, file);
      }
    }
  }
  assert.ok(seen.size > 1000);
});
