import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { lockFolder } from './lock-folder.ts';

type Answer = { won: boolean; code?: string; reason?: string; holder?: { pid: number; address?: string } };
type Starter = { process: ChildProcessByStdio<Writable, Readable, null>; next(): Promise<string> };

const root = mkdtempSync(join(tmpdir(), 'muster-lock-'));
after(() => rmSync(root, { recursive: true }));

async function start(how: 'lock' | 'without-rights', folder: string): Promise<Starter> {
  const script = join(import.meta.dirname, 'hold-folder.fixtures.ts');
  const child = spawn(process.execPath, [script, how, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  assert.equal(await next(), 'ready');
  return { process: child, next };
}

async function attempt(starter: Starter): Promise<Answer> {
  starter.process.stdin.write('go\n');
  return JSON.parse(await starter.next());
}

async function kill({ process }: Starter): Promise<void> {
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}

async function race(folder: string): Promise<void> {
  const starters = await Promise.all(Array.from({ length: 10 }, () => start('lock', folder)));
  const answers = await Promise.all(starters.map(attempt));
  const winners = starters.filter((_, index) => answers[index]?.won);
  assert.equal(winners.length, 1);
  for (const answer of answers.filter(({ won }) => !won)) {
    assert.equal(answer.code, 'folder-in-use');
    assert.equal(answer.holder?.pid, winners[0]?.process.pid);
  }
  await assert.rejects(lockFolder(folder), new RegExp(`http://localhost:${winners[0]?.process.pid}`));
  await Promise.all(starters.map(kill));
}

test('of ten processes at once one gets the folder, and the others say which; killed, it lets go at once', async () => {
  const folder = join(root, 'a folder with spaces');
  mkdirSync(folder);
  await race(folder);
  await race(folder);
  const lock = await lockFolder(folder);
  lock.release();
});

test('a path longer than a socket could have is locked as well', async () => {
  const folder = join(root, ...Array.from({ length: 4 }, () => 'x'.repeat(100)));
  mkdirSync(folder, { recursive: true });
  const lock = await lockFolder(folder);
  const other = await start('lock', folder);
  assert.equal((await attempt(other)).holder?.pid, process.pid);
  lock.release();
  await kill(other);
  const tooLong = join(folder, 'y'.repeat(100));
  await assert.rejects(lockFolder(tooLong), { code: 'folder-unusable', reason: 'path-too-long' });
});

test('one who was refused in this process leaves the lock as it was; released, it is free', async () => {
  const folder = mkdtempSync(join(root, 'same-'));
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), { code: 'folder-in-use' });
  const [during, afterwards] = await Promise.all([start('lock', folder), start('lock', folder)]);
  assert.equal((await attempt(during)).won, false);
  lock.release();
  lock.release();
  assert.equal((await attempt(afterwards)).won, true);
  await Promise.all([kill(during), kill(afterwards)]);
});

test('a lock that nobody refers to any more is still held', async () => {
  const folder = mkdtempSync(join(root, 'forgotten-'));
  await lockFolder(folder);
  for (let round = 0; round < 50; round++) new Uint8Array(20_000_000).fill(1);
  await assert.rejects(lockFolder(folder), { code: 'folder-in-use' });
});

test('a folder that may not be written in is refused with the reason', async () => {
  const folder = mkdtempSync(join(root, 'closed-'));
  chmodSync(root, 0o755);
  chmodSync(folder, 0o555);
  const starter = await start('without-rights', folder);
  const { code, reason } = await attempt(starter);
  assert.deepEqual({ code, reason }, { code: 'folder-unusable', reason: 'not-permitted' });
  await kill(starter);
});
