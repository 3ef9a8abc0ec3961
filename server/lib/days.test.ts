import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { days, hours, minutes, seconds, startOfDay, today } from './days.ts';

test('durations are milliseconds', () => {
  assert.equal(seconds(2), 2000);
  assert.equal(minutes(15), 900_000);
  assert.equal(hours(12), 43_200_000);
  assert.equal(days(30), 2_592_000_000);
});

test('the day is the day in the time zone', () => {
  const now = Temporal.Instant.from('2026-11-20T23:30:00Z');
  assert.equal(today('Europe/Amsterdam', now).toString(), '2026-11-21');
  assert.equal(today('UTC', now).toString(), '2026-11-20');
  assert.equal(today('America/New_York', now).toString(), '2026-11-20');
});

test('a day begins when its time zone says so, in summer and in winter', () => {
  const begins = (day: string, zone: string) => startOfDay(Temporal.PlainDate.from(day), zone).toString();
  assert.equal(begins('2026-07-01', 'Europe/Amsterdam'), '2026-06-30T22:00:00Z');
  assert.equal(begins('2026-12-01', 'Europe/Amsterdam'), '2026-11-30T23:00:00Z');
  assert.equal(begins('2018-11-04', 'America/Sao_Paulo'), '2018-11-04T03:00:00Z');
});

test('it is the same day from its start until just before the next one', () => {
  const zone = fc.constantFrom(
    'Europe/Amsterdam',
    'UTC',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), zone, (offset, timeZone) => {
      const day = Temporal.PlainDate.from('2000-01-01').add({ days: offset });
      const next = startOfDay(day.add({ days: 1 }), timeZone);
      assert.ok(today(timeZone, startOfDay(day, timeZone)).equals(day));
      assert.ok(today(timeZone, next.subtract({ nanoseconds: 1 })).equals(day));
    }),
  );
});
