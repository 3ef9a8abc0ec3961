import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween, mondayOf, plusDays, plusMinutes, shiftTimes } from './wall-times.ts';

test('times on the clock are added up over midnight and over the end of a year', () => {
  assert.equal(plusMinutes('2026-12-31T23:45', 30), '2027-01-01T00:15');
  assert.equal(plusMinutes('2026-03-29T01:45', 30), '2026-03-29T02:15');
  assert.equal(plusDays('2028-02-28', 1), '2028-02-29');
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
});

test('a week begins on Monday', () => {
  for (const day of ['2026-11-16', '2026-11-18', '2026-11-22']) assert.equal(mondayOf(day), '2026-11-16');
});

test('an end at or before the beginning is that of the next day', () => {
  assert.equal(shiftTimes('2026-11-16', '09:00', '17:00').endsAt, '2026-11-16T17:00');
  assert.equal(shiftTimes('2026-11-16', '22:00', '06:00').endsAt, '2026-11-17T06:00');
  assert.equal(shiftTimes('2026-11-16', '09:00', '24:00').endsAt, '2026-11-17T00:00');
});
