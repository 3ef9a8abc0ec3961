import { z } from 'zod';
import { idShape } from '../../contract/shapes.ts';
import { Refused } from '../act/refused.ts';
import type { ListOrder, Place } from './list-order.ts';

/** How many there are; `exact` is false when counting stopped at `count`. */
export type Total = { count: number; exact: boolean };

// Without zero bytes, which PostgreSQL refuses in text.
const textShape = z
  .string()
  .max(1500)
  .regex(/^[^\0]*$/);
const instantShape = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?\+00:00$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .or(z.literal('-infinity'));
const cursorShape = z.tuple([z.string(), z.string(), idShape, z.int().min(0), z.boolean()]);

/** The place after which the next page begins, and the total that the first page counted. */
export function writeCursor(order: ListOrder, place: Place, total: Total): string {
  const content = [order.sort, place.value, place.id, total.count, total.exact];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Reads what `writeCursor` wrote for the same order; anything else is refused. It opens nothing: filters stay. */
export function readCursor(order: ListOrder, cursor: string): Place & { total: Total } {
  const read = cursorShape.safeParse(parseJson(cursor));
  if (!read.success) throw new Refused('request.bad-cursor');
  const [sort, value, id, count, exact] = read.data;
  const shape = order.type === 'text' ? textShape : instantShape;
  if (sort !== order.sort || !shape.safeParse(value).success) throw new Refused('request.bad-cursor');
  return { value, id, total: { count, exact } };
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
