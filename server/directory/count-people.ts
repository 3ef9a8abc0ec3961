import type { Db } from '../db/transact.ts';
import { type Question, textsOf } from './find-page.ts';
import { countSteps } from './find-people.sql.ts';
import type { Total } from './list-cursor.ts';
import { orderOf, type Place } from './list-order.ts';

const countedAtMost = 500;
const steps = { byIndex: 5000, byLookUp: 1000 };

/** How many there are in all, of a question whose first page was found by walking. */
export async function countPeople(db: Db, question: Question, page: Place[], full: boolean): Promise<Total> {
  const { order, states, search, filtered, lookUps } = question;
  if (!full) return { count: page.length, exact: true };
  if (!filtered && !search) return { count: question.inStates, exact: true };
  const most = lookUps.length > 0 ? steps.byLookUp : steps.byIndex;
  const whole = question.visible.length === 0 && question.inStates <= most;
  const from = !whole && order.column === 'sort_key' ? (page[0] ?? null) : null;
  const conditions = [...textsOf(question), ...lookUps];
  // Who stands together by name is counted from the first one on; that one itself the walk leaves out.
  const along = from ? { ...order, relation: 'user_search' as const } : orderOf('name');
  const counted = await countSteps(
    db,
    { order: along, states, conditions, place: from },
    most,
    countedAtMost + 1,
  );
  const count = from ? counted + 1 : counted;
  if (whole && count <= countedAtMost) return { count, exact: true };
  return { count: Math.max(Math.min(count, countedAtMost), page.length), exact: false };
}
