import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled } from './install-packages.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'muster-install-'));
});
afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<string, { version?: string; optional?: boolean }>;

function write(file: string, packages: Packages): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

const lock: Packages = {
  '': {},
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
};
const lockFile = 'package-lock.json';
const record = 'node_modules/.package-lock.json';

test('a fresh tree is not installed', () => {
  writeFileSync(join(root, lockFile), JSON.stringify({ packages: lock }));
  assert.equal(isInstalled(root), false);
});

test('an installation that broke off is not installed', () => {
  write(lockFile, lock);
  assert.equal(isInstalled(root), false);
});

test('what npm installed by hand counts, without the packages of other platforms', () => {
  write(lockFile, lock);
  write(record, { 'node_modules/zod': { version: '4.6.7' } });
  assert.equal(isInstalled(root), true);
});

test('a package of another version, or one that is absent, asks for installing', () => {
  write(lockFile, lock);
  write(record, { 'node_modules/zod': { version: '4.6.6' } });
  assert.equal(isInstalled(root), false);
  write(record, {});
  assert.equal(isInstalled(root), false);
});

test('a change of the lock file asks for installing again', () => {
  write(lockFile, lock);
  write(record, { 'node_modules/zod': { version: '4.6.7' } });
  assert.equal(isInstalled(root), true);
  write(lockFile, { ...lock, 'node_modules/pg': { version: '8.23.1' } });
  assert.equal(isInstalled(root), false);
});
