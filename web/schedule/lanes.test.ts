import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shift } from '../../contract/schedule.ts';
import { placeOnDay } from './lanes.ts';

const shift = (startsAt: string, endsAt: string) => ({ startsAt, endsAt }) as Shift;

test('what overlaps stands below one another, and what comes over midnight is cut at it', () => {
  const placed = placeOnDay(
    [
      shift('2026-11-16T13:00', '2026-11-16T17:00'),
      shift('2026-11-15T22:00', '2026-11-16T06:00'),
      shift('2026-11-16T09:00', '2026-11-16T14:00'),
      shift('2026-11-16T22:00', '2026-11-17T06:00'),
      shift('2026-11-15T09:00', '2026-11-15T17:00'),
    ],
    '2026-11-16',
  );
  assert.deepEqual(
    placed.map(({ from, until, lane }) => [from, until, lane]),
    [
      [0, 360, 0],
      [540, 840, 0],
      [780, 1020, 1],
      [1320, 1440, 0],
    ],
  );
});
