import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type NodeReport, tallyTests } from './tally.ts';

function report(files: Record<string, string>): { report: NodeReport; exitCode: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'muster-report-'));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), `import { test } from 'node:test';\n${text}`);
    return join(folder, name);
  });
  const out = join(folder, 'report.json');
  const reporter = join(import.meta.dirname, 'report-tests.ts');
  const args = ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${out}`, ...paths];
  // A run inside a run would otherwise report to the outer one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { status } = spawnSync(process.execPath, args, { env });
  const read = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(folder, { recursive: true });
  return { report: read, exitCode: status };
}

const passing = "test('passes', () => {});";

test('passing tests of several files are counted together', () => {
  const { report: found, exitCode } = report({ 'a.test.mjs': passing, 'b.test.mjs': passing });
  assert.deepEqual(tallyTests(found, exitCode), { passed: 2, failed: 0 });
});

test('failing, skipped and planned tests count as failed', () => {
  const text = `test('fails', () => { throw new Error('no'); });
    test('left out', { ${'skip'}: true }, () => {}); test('planned', { ${'todo'}: true }, () => {});`;
  const { report: found, exitCode } = report({ 'a.test.mjs': passing, 'b.test.mjs': text });
  assert.deepEqual(tallyTests(found, exitCode), { passed: 1, failed: 3 });
});

test('a file that does not load counts as failed', () => {
  const { report: found, exitCode } = report({
    'a.test.mjs': passing,
    'b.test.mjs': "import './absent.mjs';",
  });
  assert.equal(tallyTests(found, exitCode).failed > 0, true);
});

test('a file in which a setting up fails counts as failed', () => {
  const text =
    "import { before } from 'node:test'; before(() => { throw new Error('no'); }); test('x', () => {});";
  const { report: found, exitCode } = report({ 'a.test.mjs': text });
  assert.equal(tallyTests(found, exitCode).failed > 0, true);
});

test('a file that prints counts as failed', () => {
  const { report: found, exitCode } = report({ 'a.test.mjs': "test('prints', () => console.warn('hm'));" });
  assert.deepEqual(tallyTests(found, exitCode), { passed: 1, failed: 1 });
});
