import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findBrowser } from './find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-browser-'));
after(() => rmSync(folder, { recursive: true }));

function plant(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('a browser in PATH is found by its name', () => {
  const chrome = plant('google-chrome', 'echo Google Chrome 150.0');
  assert.equal(findBrowser({ PATH: folder }), chrome);
});

test('Chromium goes before Chrome', () => {
  const chromium = plant('chromium', 'echo Chromium 150.0');
  assert.equal(findBrowser({ PATH: `/nowhere:${folder}` }), chromium);
});

test('a stub that only asks to install a browser is passed over', () => {
  plant('chromium', 'echo "please install the snap"; exit 1');
  assert.equal(findBrowser({ PATH: folder }), join(folder, 'google-chrome'));
});

test('a browser that is named is taken before all others', () => {
  const own = plant('my-own', 'echo Chromium 151.0');
  assert.equal(findBrowser({ PATH: folder, MUSTER_BROWSER: own }), own);
});

test('a browser that is named but does not start is refused, not replaced by another', () => {
  assert.throws(() => findBrowser({ PATH: folder, MUSTER_BROWSER: '/nowhere/chrome' }), /does not start/);
});

test('where no browser starts, none is found', () => {
  assert.equal(
    findBrowser({ PATH: folder }, () => false),
    undefined,
  );
});
