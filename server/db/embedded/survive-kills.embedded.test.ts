import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbedded } from './open-embedded.ts';
import { chooseSeed, randomFrom } from './random.fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'muster-kills-'));
after(() => rmSync(root, { recursive: true }));

type Life = { folder: string; killAfter: number; countFrom: 'start' | 'opened' };

/** Lets a process write until it is killed; says which rows it found at its start and which were confirmed to it. */
async function live({ folder, killAfter, countFrom }: Life) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-ledger.fixtures.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const confirmed: number[] = [];
  const opened = Promise.withResolvers<number[] | undefined>();
  createInterface(child.stdout)
    .on('line', (line) => {
      if (line.startsWith('found ')) opened.resolve(JSON.parse(line.slice('found '.length)));
      if (line.startsWith('confirmed ')) confirmed.push(Number(line.slice('confirmed '.length)));
    })
    .on('close', () => opened.resolve(undefined));
  if (countFrom === 'opened') assert.ok(await opened.promise, 'the database does not open');
  await pause(killAfter);
  child.kill('SIGKILL');
  await closed;
  return { found: await opened.promise, confirmed };
}

// On a machine that is busy, fewer times: the test is over within 40 seconds.
const timeToSpend = 30_000;

test('killed up to 20 times, in creation too, it opens every time with every confirmed row', async (context) => {
  const seed = chooseSeed();
  context.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  const folder = join(root, 'data');
  const ledger = new Set<number>();
  const started = performance.now();
  let duringCreation = 0;
  let round = 0;
  for (; round < 20 && performance.now() - started < timeToSpend; round++) {
    const inCreation = round < 5 && !existsSync(join(folder, 'database'));
    const { found, confirmed } = await live(
      inCreation
        ? { folder, killAfter: 100 + random() * 1500, countFrom: 'start' }
        : { folder, killAfter: random() * 400, countFrom: 'opened' },
    );
    if (found) assert.ok(ledger.isSubsetOf(new Set(found)), `lost before round ${round}`);
    if (!existsSync(join(folder, 'database'))) duringCreation++;
    for (const id of confirmed) ledger.add(id);
  }
  const { pglite, close } = await openEmbedded(folder);
  const { rows } = await pglite.query<{ id: number }>('select id from ledger');
  assert.ok(ledger.isSubsetOf(new Set(rows.map(({ id }) => id))));
  await close();
  context.diagnostic(
    `${round} kills, ${duringCreation} of them in creation; ${ledger.size} rows confirmed, none lost`,
  );
});
