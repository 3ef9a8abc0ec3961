const months: readonly string[] = [
  'jan januari january',
  'feb februari february',
  'mrt maart mar march',
  'apr april',
  'mei may',
  'jun juni june',
  'jul juli july',
  'aug augustus august',
  'sep sept september',
  'okt oktober oct october',
  'nov november',
  'dec december',
];
const numbers = new Map(months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])));

/**
 * A day as people and spreadsheets write it: `2024-01-20`, `20-01-2024`, `20/1/2024`, `20.01.2024`, `20 januari 2024`,
 * `20240120`, perhaps with a time behind it; the day comes before the month. Null for what is no day.
 */
export function readDay(text: string): string | null {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i, '');
  const first = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(day);
  if (first) return dayFrom(first[1], first[2], first[3]);
  const last = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(day);
  if (last) return dayFrom(last[3], last[2], last[1]);
  const named = /^(\d{1,2})[\s-]+(\p{L}+)\.?[\s-]+(\d{4})$/u.exec(day);
  const month = named && numbers.get((named[2] ?? '').toLowerCase());
  return month ? dayFrom(named[3], String(month), named[1]) : null;
}

/** True of what is written as a day, also when the calendar has none like it: `31-02-2025`. */
export function looksLikeDay(text: string): boolean {
  return /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4})$/.test(text.trim());
}

function dayFrom(year = '', month = '', day = ''): string | null {
  if (Number(year) < 1900) return null;
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
