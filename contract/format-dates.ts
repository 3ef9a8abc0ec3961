import type { Language } from './shapes.ts';
import { locales } from './texts.ts';

/** A day such as `2026-11-21` in words: `21 november 2026`. */
export function formatDay(language: Language, day: string): string {
  return format(
    language,
    { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
    `${day}T00:00:00Z`,
  );
}

/** The same with its day of the week: `zaterdag 21 november 2026`. */
export function formatLongDay(language: Language, day: string): string {
  return format(
    language,
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
    `${day}T00:00:00Z`,
  );
}

/** A day in short, for the head of a column: `za 21 nov`. */
export function formatShortDay(language: Language, day: string): string {
  return format(
    language,
    { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
    `${day}T00:00:00Z`,
  );
}

/** A month such as `2026-11` in words: `november 2026`. */
export function formatMonth(language: Language, month: string): string {
  return format(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }, `${month}-01T00:00:00Z`);
}

/** The name of a month alone and short, for where many stand beside each other: `nov`. */
export function formatShortMonth(language: Language, month: string): string {
  return format(language, { month: 'short', timeZone: 'UTC' }, `${month}-01T00:00:00Z`);
}

/** A moment in words, in a time zone: `21 november 2026, 14:05`. */
export function formatMoment(language: Language, timeZone: string, moment: string): string {
  const day = format(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone }, moment);
  return `${day}, ${format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }, moment)}`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago or from now: `3 uur geleden`, `in 2 days`; less than a minute is `nu`. */
export function formatRelative(language: Language, moment: string, now: Date): string {
  const seconds = (Date.parse(moment) - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, 'second');
}

const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions, moment: string): string {
  const key = language + JSON.stringify(options);
  let formatter = made.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], options);
    made.set(key, formatter);
  }
  return formatter.format(new Date(moment));
}
