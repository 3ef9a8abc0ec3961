import { readDay } from '../imports/read-day.ts';
import { momentOf } from '../lib/wall-times.ts';

type Read = { wall: string; offset: string | null };

const timeOfDay = /(?:^|[T ])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A time on the clock as people and programs write it: a day and a time in one cell, or in two. */
function readTime(text: string, day: string): Read | null {
  const found = timeOfDay.exec(text.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const written = text.trim().slice(0, found.index).trim();
  const on = readDay(written === '' ? day : written);
  if (on === null || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  const onDay = hour === 24 ? Temporal.PlainDate.from(on).add({ days: 1 }).toString() : on;
  const two = (number: number) => String(number).padStart(2, '0');
  return { wall: `${onDay}T${two(hour % 24)}:${two(minute)}`, offset: found[3] ?? null };
}

export type Times = {
  starts: Temporal.Instant | null;
  ends: Temporal.Instant | null;
  problem: { code: 'time' | 'no-such-time'; value: string } | null;
};

/**
 * The moments of a shift in a time zone. An end that is only a time lies on the day of the beginning, or on the next
 * one where it would not be after it. `2026-10-25 02:30+01:00` is the second half past two of that night.
 */
export function readTimes(from: string, until: string, day: string, timeZone: string): Times {
  const start = readTime(from, day);
  const refused = (code: 'time' | 'no-such-time', value: string): Times => {
    return { starts: null, ends: null, problem: { code, value } };
  };
  if (!start) return refused('time', from || day);
  const starts = momentIn(start, timeZone);
  if (!starts) return refused('no-such-time', from);
  const alone = readTime(until, '') === null;
  const firstDay = start.wall.slice(0, 10);
  let end = readTime(until, firstDay);
  if (!end) return refused('time', until);
  if (alone && end.wall <= start.wall) {
    end = readTime(until, Temporal.PlainDate.from(firstDay).add({ days: 1 }).toString());
  }
  const ends = end && momentIn(end, timeZone, starts);
  return ends ? { starts, ends, problem: null } : refused('no-such-time', until);
}

function momentIn(
  { wall, offset }: Read,
  timeZone: string,
  after?: Temporal.Instant,
): Temporal.Instant | null {
  if (offset === null) return momentOf(wall, timeZone, after);
  return Temporal.Instant.from(`${wall}${offset}`);
}
