import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileSchedule } from '../../contract/personnel-files.ts';
import { nextMoment } from './file-schedule.ts';

const zone = 'Europe/Amsterdam';

function next(schedule: FileSchedule | null, after: string): string | undefined {
  const from = Temporal.PlainDateTime.from(after).toZonedDateTime(zone).toInstant();
  return nextMoment(schedule, zone, from)?.toZonedDateTimeISO(zone).toPlainDateTime().toString();
}

test('every hour is the next whole one, every day and week the next such time on the clock there', () => {
  assert.equal(next({ every: 'hour' }, '2026-11-26T09:00'), '2026-11-26T10:00:00');
  assert.equal(next({ every: 'hour' }, '2026-11-26T09:59:59'), '2026-11-26T10:00:00');
  assert.equal(next({ every: 'day', at: '06:00' }, '2026-11-26T05:59'), '2026-11-26T06:00:00');
  assert.equal(next({ every: 'day', at: '06:00' }, '2026-11-26T06:00'), '2026-11-27T06:00:00');
  const monday = { every: 'week', weekday: 1, at: '06:00' } as const;
  assert.equal(next(monday, '2026-11-26T12:00'), '2026-11-30T06:00:00');
  assert.equal(next(monday, '2026-11-30T05:00'), '2026-11-30T06:00:00');
  assert.equal(next(monday, '2026-11-30T06:00'), '2026-12-07T06:00:00');
  assert.equal(next(null, '2026-11-26T09:00'), undefined);
});

test('a time that the clock skips comes later that day, and one that comes twice counts once', () => {
  const night = { every: 'day', at: '02:30' } as const;
  assert.equal(next(night, '2026-03-28T12:00'), '2026-03-29T03:30:00');
  const first = nextMoment(night, zone, Temporal.Instant.from('2026-10-24T12:00Z'));
  assert.equal(first?.toString(), '2026-10-25T00:30:00Z');
  assert.equal(first && nextMoment(night, zone, first)?.toString(), '2026-10-26T01:30:00Z');
});
