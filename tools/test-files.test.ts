import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Tally } from './tally.ts';
import { testFiles } from './test-files.ts';

/** Runs these as test files and answers what they came to, and what was printed. */
async function run(files: Record<string, string>, signal?: AbortSignal): Promise<Tally & { said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-files-'));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), `import { test } from 'node:test';\n${text}`);
    return join(folder, name);
  });
  const said: string[] = [];
  const env = { GIVEN: 'yes' };
  const tally = await testFiles(paths, {
    env,
    lanes: 2,
    print: (text) => said.push(text),
    ...(signal && { signal }),
  });
  rmSync(folder, { recursive: true });
  return { ...tally, said: said.join('\n') };
}

const passing = "test('passes', () => {});";

async function expectTally(
  files: Record<string, string>,
  passed: number,
  failed: number,
  signal?: AbortSignal,
) {
  const { said, ...tally } = await run(files, signal);
  assert.deepEqual(tally, { passed, failed }, said);
  return said;
}

test('passing tests of several files are counted together and named', async () => {
  const said = await expectTally(
    { 'a.test.mjs': passing, 'b.test.mjs': passing, 'c.test.mjs': passing },
    3,
    0,
  );
  assert.equal(said.match(/✔ passes/g)?.length, 3);
});

test('failing, skipped and planned tests count as failed, and a failing one says why', async () => {
  const text = `test('fails', () => { throw new Error('because'); });
    test('left out', { ${'skip'}: true }, () => {}); test('planned', { ${'todo'}: true }, () => {});`;
  assert.match(await expectTally({ 'a.test.mjs': passing, 'b.test.mjs': text }, 1, 3), /because/);
});

test('a file that does not load counts as failed', async () => {
  const said = await expectTally({ 'a.test.mjs': passing, 'b.test.mjs': "import './absent.mjs';" }, 1, 1);
  assert.match(said, /absent/);
});

test('a file without tests counts as failed', async () => {
  await expectTally({ 'a.test.mjs': '' }, 0, 1);
});

test('a file in which a setting up fails counts as failed', async () => {
  const text = `import { before } from 'node:test'; before(() => { throw new Error('no'); }); ${passing}`;
  await expectTally({ 'a.test.mjs': text }, 0, 1);
});

test('a file that prints counts as failed', async () => {
  await expectTally({ 'a.test.mjs': "test('prints', () => console.warn('hm'));" }, 1, 1);
});

test('a file that breaks off after its tests counts as failed', async () => {
  await expectTally(
    { 'a.test.mjs': `${passing} setTimeout(() => { throw new Error('late'); }, 300);` },
    1,
    1,
  );
});

test('a file that ends before its tests do counts as failed', async () => {
  await expectTally({ 'a.test.mjs': "test('leaves', () => process.exit(0));" }, 0, 1);
});

test('what has not ended when the time is up counts as failed, and so does what has not begun', async () => {
  const endless = "test('turns round', () => { for (;;); });";
  const files = { 'a.test.mjs': endless, 'b.test.mjs': endless, 'c.test.mjs': passing };
  const { passed, failed } = await run(files, AbortSignal.timeout(1500));
  assert.equal(passed, 0);
  assert.ok(failed >= 3, String(failed));
});

test('files share neither globals nor environment, and have the environment that was given', async () => {
  const text = `import assert from 'node:assert';
    test('is alone', () => {
      assert.deepEqual([globalThis.mine, process.env.MINE, process.env.GIVEN], [undefined, undefined, 'yes']);
      globalThis.mine = process.env.MINE = 'here';
    });`;
  await expectTally({ 'a.test.mjs': text, 'b.test.mjs': text, 'c.test.mjs': text }, 3, 0);
});
