import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkLock } from './check-lock.ts';

function faultsOf(packages: Record<string, object>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'muster-lock-file-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const { faults } = checkLock(root);
  rmSync(root, { recursive: true });
  return faults;
}

const tool = { version: '1.0.0', optionalDependencies: { 'tool-mac': '1.0.0' } };

test('packages of other platforms may stand at the top or below the package that needs them', () => {
  assert.deepEqual(faultsOf({ '': {}, 'node_modules/tool': tool, 'node_modules/tool-mac': {} }), []);
  const below = { 'node_modules/a/node_modules/tool': tool, 'node_modules/a/node_modules/tool-mac': {} };
  assert.deepEqual(faultsOf({ '': {}, ...below }), []);
  assert.deepEqual(
    faultsOf({ '': {}, 'node_modules/tool': tool, 'node_modules/tool/node_modules/tool-mac': {} }),
    [],
  );
});

test('a package of another platform that is absent is a fault', () => {
  assert.match(faultsOf({ '': {}, 'node_modules/tool': tool }).join(), /needs tool-mac on some platform/);
});

test('the address of a registry is a fault', () => {
  const packages = { '': {}, 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } };
  assert.match(faultsOf(packages).join(), /names the address/);
});

test('an empty lock file is a fault', () => {
  assert.deepEqual(faultsOf({ '': {} }), ['package-lock.json names no package']);
});
