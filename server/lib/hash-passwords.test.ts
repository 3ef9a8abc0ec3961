import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { listSources } from '../../tools/list-sources.ts';
import { hashLightly, hashPassword, needsRehash, spendHash, verifyPassword } from './hash-passwords.ts';
import { isBusy } from './take-turns.ts';

// From the test program of the Argon2 reference implementation (version 1.3, argon2id).
const vector = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test('a hash of the reference implementation is read with its own parameters', async () => {
  assert.deepEqual(await verifyPassword(vector, 'password'), { right: true, fingerprint: '09316115' });
  assert.equal((await verifyPassword(vector, 'Password')).right, false);
});

test('a password is stored in PHC format and recognised', async () => {
  const stored = await hashPassword('Fiets7Regen');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.equal((await verifyPassword(stored, 'Fiets7Regen')).right, true);
  assert.equal((await verifyPassword(stored, 'Fiets7regen')).right, false);
  assert.equal((await verifyPassword(stored, '')).right, false);
});

test('the same password is stored differently each time', async () => {
  assert.notEqual(await hashPassword('Fiets7Regen'), await hashPassword('Fiets7Regen'));
});

test('a password is the same on every keyboard', async () => {
  const stored = await hashPassword('Café-ﬁets-①');
  assert.equal((await verifyPassword(stored, 'Cafe\u0301-fiets-1')).right, true);
});

test('the same wrong password has the same fingerprint, another one another', async () => {
  const stored = await hashPassword('Fiets7Regen');
  const prints = await Promise.all(['fout', 'fout', 'anders'].map((wrong) => verifyPassword(stored, wrong)));
  assert.match(prints[0]?.fingerprint ?? '', /^[0-9a-f]{8}$/);
  assert.equal(prints[0]?.fingerprint, prints[1]?.fingerprint);
  assert.notEqual(prints[0]?.fingerprint, prints[2]?.fingerprint);
});

test('a hash with other parameters needs a new one', async () => {
  const stored = await hashPassword('Fiets7Regen');
  assert.equal(needsRehash(stored), false);
  assert.equal(needsRehash(vector), true);
  assert.equal(needsRehash(stored.replace('t=2', 't=3')), true);
});

test('a light hash needs a new one as soon as hashes are full again', async () => {
  const end = hashLightly();
  const light = await hashPassword('Fiets7Regen').finally(end);
  assert.match(light, /^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  assert.equal(needsRehash(light), true);
  assert.match(await hashPassword('Fiets7Regen'), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('no part of the server can hash lightly, and outside a run of tests nobody can', () => {
  const root = join(import.meta.dirname, '../..');
  const naming = ['contract', 'server']
    .flatMap((top) => listSources(root, top, /\.ts$/))
    .filter((file) => !/\.(test|fixtures)\.ts$/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('hashLightly'));
  assert.deepEqual(naming, ['server/lib/hash-passwords.ts']);
  const program = `import { hashLightly } from ${JSON.stringify(join(import.meta.dirname, 'hash-passwords.ts'))};
    hashLightly();`;
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env,
    encoding: 'utf8',
  });
  assert.notEqual(status, 0);
  assert.match(stderr, /Only tests may hash lightly/);
});

test('what is no hash is an error, not a wrong password', async () => {
  for (const stored of [
    '',
    'Fiets7Regen',
    '$2b$10$abc',
    vector.replace('argon2id', 'argon2i'),
    `${vector}\n`,
  ]) {
    await assert.rejects(verifyPassword(stored, 'password'), /cannot be read/, stored);
    assert.throws(() => needsRehash(stored), /cannot be read/);
  }
});

test('a crowd beyond the queue is told to come back, all others get their answer', async () => {
  const places = availableParallelism() + 200;
  // A small hash, so that the crowd is through in a moment.
  const small = vector.replace('m=65536', 'm=64');
  const results = await Promise.allSettled(
    Array.from({ length: places + 30 }, () => verifyPassword(small, 'x')),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  assert.equal(refused.length, 30);
  assert.ok(refused.every((result) => isBusy(result.reason)));
  assert.equal((await verifyPassword(vector, 'password')).right, true);
});

test('an unknown person costs as much time as a wrong password', async () => {
  const stored = await hashPassword('Fiets7Regen');
  const spent: number[] = [];
  const verified: number[] = [];
  // In turns, so that whatever else this machine does slows down both.
  for (let i = 0; i < 30; i += 1) {
    verified.push(await timed(() => verifyPassword(stored, 'fout')));
    spent.push(await timed(spendHash));
  }
  const ratio = median(spent) / median(verified);
  assert.ok(ratio <= 1.25 && ratio >= 1 / 1.25, `ratio ${ratio}`);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
