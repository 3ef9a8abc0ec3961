import pg from 'pg';

type Reader = (text: string) => unknown;

/** How values come out of the database, whichever it is: by type number (pg_type.oid). */
export const readers: Record<number, Reader> = {
  // bigint: user numbers and counts stay far below 2^53.
  20: Number,
  // date: as text, 2026-11-21.
  1082: (text) => text,
  // timestamp with time zone; -infinity stands for never.
  1184: readInstant,
};

/** The same for arrays of them. */
export const readArrays: Record<number, Reader> = {
  1185: (text) => readTexts(text).map(readInstant),
  1182: readTexts,
};

function readInstant(text: string): Temporal.Instant | null {
  return text === '-infinity' || text === 'infinity' ? null : Temporal.Instant.from(text);
}

// 1009: the type number of text[].
const readTextArray = (pg.types.getTypeParser as (type: number) => unknown)(1009) as (
  text: string,
) => string[];

function readTexts(text: string): string[] {
  return readTextArray(text);
}
