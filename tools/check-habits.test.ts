import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkHabits } from './check-habits.ts';

function faultsOf(path: string, text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'muster-habits-'));
  try {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return checkHabits(root).faults;
  } finally {
    rmSync(root, { recursive: true });
  }
}

// Each is put together from two parts, so that the check does not find it in this file.
const forbidden: [path: string, text: string][] = [
  ['server/users/index.ts', ''],
  ['server/utils/days.ts', ''],
  ['server/users/user-helpers.ts', ''],
  ['server/users/user.service.ts', ''],
  ['web/common/button.tsx', ''],
  ['server/a.test.ts', `test.${'only'}('works', () => {});`],
  ['server/a.test.ts', `  test.${'skip'}('works', () => {});`],
  ['test/journeys/a.spec.ts', `test.${'fixme'}('works', () => {});`],
  ['server/a.test.ts', `test('works', { ${'skip'}: true }, () => {});`],
  ['contract/a.ts', `// ${'TO'}DO: later`],
  ['web/a.tsx', `/* ${'FIX'}ME */`],
  ['server/a.ts', `// @ts-${'ignore'}`],
  ['server/a.ts', `// biome-${'ignore'} lint: because`],
  ['server/a.test.ts', `  assert.${'rejects'}(find(1));`],
];
for (const [path, text] of forbidden) {
  test(`${path} with "${text}" is a fault`, () => {
    assert.equal(faultsOf(path, text).length, 1);
  });
}

const allowed: [path: string, text: string][] = [
  ['server/users/commonly-used.ts', ''],
  ['server/a.test.ts', `await assert.${'rejects'}(find(1));`],
  ['contract/texts/nl.ts', "'work.todo-list': 'Nog te doen',"],
];
for (const [path, text] of allowed) {
  test(`${path} with "${text}" is no fault`, () => {
    assert.deepEqual(faultsOf(path, text), []);
  });
}

test('a tree without files is a fault', () => {
  const root = mkdtempSync(join(tmpdir(), 'muster-habits-'));
  assert.deepEqual(checkHabits(root).faults, ['no file was read']);
  rmSync(root, { recursive: true });
});
