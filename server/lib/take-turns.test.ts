import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextRound } from 'node:timers/promises';
import { isBusy, takeTurns } from './take-turns.ts';

test('no more run at a time than may, and they begin in the order in which they came', async () => {
  const inTurn = takeTurns({ running: 2, waiting: 100 });
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      inTurn(async () => {
        begun.push(i);
        running += 1;
        most = Math.max(most, running);
        await nextRound();
        running -= 1;
      }),
    ),
  );
  assert.equal(most, 2);
  assert.deepEqual(
    begun,
    begun.toSorted((a, b) => a - b),
  );
  assert.equal(begun.length, 50);
});

test('who finds the queue full is refused at once, and there is place again afterwards', async () => {
  const inTurn = takeTurns({ running: 1, waiting: 2 });
  const results = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => inTurn(async () => i)));
  assert.deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? result.value : isBusy(result.reason))),
    [0, 1, 2, true, true],
  );
  assert.equal(await inTurn(async () => 'again'), 'again');
});

test('work that fails gives its place to the next', async () => {
  const inTurn = takeTurns({ running: 1, waiting: 10 });
  const failing = inTurn(() => Promise.reject(new Error('planned')));
  const following = inTurn(async () => 'done');
  await assert.rejects(failing, /planned/);
  assert.equal(await following, 'done');
  assert.ok(!isBusy(new Error('planned')));
});
