import { z } from 'zod';

/** Building blocks that several features' shapes are made of. */

export const idShape = z.uuid();

/**
 * A day without a time: `2026-11-21` (ISO 8601). Days are days in the installation's time zone. From 1900 on, because
 * databases and browsers do not agree about very old ones.
 */
export const dayShape = z.iso.date().refine((day) => day >= '1900-01-01');

/** A moment: ISO 8601 in UTC. */
export const instantShape = z.string();

export const languages = ['nl', 'en'] as const;
export const languageShape = z.enum(languages);
export type Language = (typeof languages)[number];

/** An IANA time zone that this platform knows. */
export const timeZoneShape = z.string().max(60).refine(isTimeZone, { error: 'time-zone' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.length > 0;
  } catch {
    return false;
  }
}

/** A query value that may be given once or several times; read as a list. */
export function many<T extends z.ZodType>(shape: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(shape).max(500).optional(),
  );
}

/** `true` or `false` in a query string. */
export const flagShape = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** Where a list goes on: what an answer gave as `nextCursor`. Opaque. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};

/** One page of a list. `total.exact` is false when counting stopped at `count` (there are at least so many). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.object({ count: z.number().int(), exact: z.boolean() }),
  });
}
