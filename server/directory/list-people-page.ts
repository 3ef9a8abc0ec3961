import type { UserSort } from '../../contract/users.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { countStates } from './count-circles.ts';
import { countPeople } from './count-people.ts';
import { ask, findRows } from './find-page.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import { orderOf } from './list-order.ts';
import type { Filters } from './user-filter.ts';

type Asked = Filters & { sort?: UserSort; limit: number; cursor?: string | undefined };

/**
 * One page of the people whom the actor may see: their ids, for every list that tells something about people. The total
 * is counted for the first page and travels in the cursor.
 */
export async function listPeoplePage(
  db: Db,
  actor: Actor,
  today: string,
  { limit, cursor, sort = 'name', ...filters }: Asked,
) {
  const order = orderOf(sort);
  const after = cursor === undefined ? null : readCursor(order, cursor);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, order, { today, counts });
  const rows = await findRows(db, question, after, limit + 1);
  const more = rows.page.length > limit;
  const page = rows.page.slice(0, limit);
  const counted = rows.count === null ? null : { count: rows.count, exact: true };
  const total = after?.total ?? counted ?? (await countPeople(db, question, rows.page, more));
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    nextCursor: more && last ? writeCursor(order, last, total) : null,
    total,
    /** How it was found: for what else the list of users tells. */
    question,
    rows,
    counts,
  };
}
