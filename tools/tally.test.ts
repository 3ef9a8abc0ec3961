import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTallies, tallyJourneys } from './tally.ts';

const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

test('a run in which all pass has no failures', () => {
  assert.deepEqual(tallyJourneys({ stats, errors: [] }, 0), { passed: 3, failed: 0 });
});

test('a journey that passed only at the second try, or was left out, counts as failed', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] };
  assert.deepEqual(tallyJourneys(report, 1), { passed: 3, failed: 3 });
});

test('a run that ends badly without a failed test is a failure', () => {
  assert.deepEqual(tallyJourneys({ stats, errors: ['does not load'] }, 1), { passed: 3, failed: 1 });
});

test('a run without tests or without a report is a failure', () => {
  assert.deepEqual(tallyJourneys(undefined, 0), { passed: 0, failed: 1 });
});

test('tallies add up', () => {
  assert.deepEqual(
    addTallies([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
    { passed: 4, failed: 6 },
  );
});
