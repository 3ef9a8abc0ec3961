import { readNameCursor, writeNameCursor } from '../lib/name-cursor.ts';
import { Refused } from './refused.ts';

type Place = [string, string] | null;
type Page<T> = { items: T[]; nextCursor: string | null };

/**
 * One page of a list that is ordered by a name and an id: asks for one row more than the page, to know whether there
 * is a next one. Refuses a cursor that is none of ours.
 */
export async function readNamePage<Row, T>(
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  read: (after: Place, limit: number) => Promise<Row[]>,
  placeOf: (row: Row) => [string, string],
  describe: (row: Row) => T,
): Promise<Page<T>> {
  const after = cursor === undefined ? null : readNameCursor(cursor);
  if (cursor !== undefined && after === null) throw new Refused('request.bad-cursor');
  const rows = await read(after, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(describe),
    nextCursor: rows.length > limit && last ? writeNameCursor(...placeOf(last)) : null,
  };
}
