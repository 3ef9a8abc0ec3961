import type { listUsers } from '../../contract/users.ts';
import type { Act } from '../act/act.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { countPeople } from './count-people.ts';
import { describePeople } from './describe-people.ts';
import { ask, findRows, listNotFound } from './find-page.ts';
import { countStates } from './get-overview.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import { orderOf } from './list-order.ts';

/**
 * One page of the people whom the actor may see. The total is counted for the first page and travels in the cursor.
 * A term counts as found when anybody whom the actor may see matches it, whatever the tab and the filters: somebody
 * who pastes a list wants to know which of these people do not exist.
 */
export const listUsersAct: Act<typeof listUsers> = async (db, actor, { limit, cursor, sort, ...filters }) => {
  const order = orderOf(sort);
  const after = cursor === undefined ? null : readCursor(order, cursor);
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, order, { today, counts });
  const rows = await findRows(db, question, after, limit + 1);
  const more = rows.page.length > limit;
  const page = rows.page.slice(0, limit);
  const counted = rows.count === null ? null : { count: rows.count, exact: true };
  const total = after?.total ?? counted ?? (await countPeople(db, question, rows.page, more));
  const last = page.at(-1);
  return {
    items: await describePeople(
      db,
      page.map(({ id }) => id),
      actor,
    ),
    nextCursor: more && last ? writeCursor(order, last, total) : null,
    total,
    notFound: await listNotFound(db, question, rows),
    dropped: question.search?.dropped ?? 0,
    tabs: {
      billed: (counts.pending ?? 0) + (counts.active ?? 0),
      unbilled: (counts.starting ?? 0) + (counts.deactivated ?? 0),
    },
  };
};
