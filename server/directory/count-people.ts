import type { Db } from '../db/transact.ts';
import { type Question, textsOf } from './find-page.ts';
import { countSteps } from './find-people.sql.ts';
import type { Total } from './list-cursor.ts';
import { orderOf, type Place } from './list-order.ts';

const countedAtMost = 500;
// So many people are passed while counting: those of circles stand in an index alone, of others the text does too.
const steps = { byLookUp: 300, byText: 2000, byCircle: countedAtMost + 1 };

/** How many there are in all, of a question whose first page was found by walking. */
export async function countPeople(db: Db, question: Question, page: Place[], full: boolean): Promise<Total> {
  const { order, states, search, groups, others, known } = question;
  if (!full) return { count: page.length, exact: true };
  if (known !== null) return { count: known, exact: true };
  const along = order.column === 'sort_key' ? groups.along : null;
  const lookUps = [...(along ?? groups).lookUps, ...others];
  const lean = lookUps.length === 0 && !(along && search);
  const most = !lean ? steps.byLookUp : along ? steps.byCircle : steps.byText;
  // Of circles alone nobody is passed who does not count.
  const whole = along
    ? lean || along.size <= most
    : question.visible.length === 0 && question.inStates <= most;
  const from = !whole && order.column === 'sort_key' ? (page[0] ?? null) : null;
  // Who stands together by name is counted from the first one on; that one itself the walk leaves out.
  const way = { order: from ? { ...order, relation: 'user_search' as const } : orderOf('name'), place: from };
  const wanted = { ...way, states, circles: along?.circles ?? null, limit: most };
  const conditions = [...textsOf(question), ...lookUps];
  const counted = await countSteps(db, { ...wanted, conditions }, most, countedAtMost + 1);
  const count = from ? counted + 1 : counted;
  if (whole && count <= countedAtMost) return { count, exact: true };
  return { count: Math.max(Math.min(count, countedAtMost), page.length), exact: false };
}
