import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

test('no text stands under a key that another file uses', async () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/dutch|english|both|on-demand|test/.test(file),
  );
  const seen = new Map<string, string>();
  for (const file of files) {
    const texts: Record<string, Record<string, string>> = await import(`./${file}`);
    for (const [name, words] of Object.entries(texts)) {
      for (const key of Object.keys(words)) {
        const place = `${name.slice(-2)} ${key}`;
        assert.equal(seen.get(place), undefined, `${key} stands in ${file} too`);
        seen.set(place, file);
      }
    }
  }
  assert.ok(seen.size > 1000);
});
