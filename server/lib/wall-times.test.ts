import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf } from './wall-times.ts';

const here = 'Europe/Amsterdam';

test('a time on the clock is a moment, in winter and in summer', () => {
  assert.equal(momentOf('2026-01-15T09:00', here)?.toString(), '2026-01-15T08:00:00Z');
  assert.equal(momentOf('2026-07-15T09:00', here)?.toString(), '2026-07-15T07:00:00Z');
});

test('the hour that is left out in spring is no moment', () => {
  assert.equal(momentOf('2026-03-29T02:30', here), null);
  assert.equal(momentOf('2026-03-29T03:00', here)?.toString(), '2026-03-29T01:00:00Z');
});

test('of the hour that comes twice in autumn the first is meant, or the one that comes after the start', () => {
  const first = momentOf('2026-10-25T02:30', here);
  assert.equal(first?.toString(), '2026-10-25T00:30:00Z');
  const start = Temporal.Instant.from('2026-10-25T00:45:00Z');
  assert.equal(momentOf('2026-10-25T02:30', here, start)?.toString(), '2026-10-25T01:30:00Z');
});
