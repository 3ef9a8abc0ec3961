import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { holdLock } from './hold-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'muster-lock-'));
after(() => rmSync(folder, { recursive: true }));

test('two at once wait for each other', async () => {
  const file = join(folder, 'below', 'two');
  let inside = 0;
  const work = async () => {
    inside++;
    assert.equal(inside, 1);
    await setTimeout(30);
    inside--;
  };
  await Promise.all([holdLock(file, work), holdLock(file, work), holdLock(file, work)]);
  assert.equal(existsSync(file), false);
});

test('the lock of a process that died is taken over', async () => {
  const file = join(folder, 'dead');
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(file, String(pid));
  assert.equal(await holdLock(file, async () => 'done'), 'done');
});

test('work that fails gives the lock back', async () => {
  const file = join(folder, 'fails');
  await assert.rejects(
    holdLock(file, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(existsSync(file), false);
});
