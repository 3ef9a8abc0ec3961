import { sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { chooseWay, type Judged, judge } from './choose-way.ts';
import {
  type Condition,
  countSteps,
  gatherPeople,
  type Source,
  searchSource,
  textHolds,
  type Wanted,
  walkPeople,
} from './find-people.sql.ts';
import { findTerms, lookUpAddresses, type Sought } from './find-terms.ts';
import type { Total } from './list-cursor.ts';
import { type ListOrder, orderOf, type Place } from './list-order.ts';
import { findNarrowGroup, readRoleFilter } from './narrow-candidates.ts';
import { samplePeople } from './sample-people.ts';
import { readSearch } from './search-plan.ts';
import { skipToPeople } from './skip-stretches.sql.ts';
import { conditionsOf, type Filters, statesOf } from './user-filter.ts';

/** Everything that one list needs to know before it reads rows; the same for each of its pages. */
export type Question = {
  order: ListOrder;
  states: string[];
  visible: Condition[];
  /** Visibility and filters, as conditions on rows of this table. */
  conditions(relation: ListOrder['relation']): Condition[];
  filtered: boolean;
  search: { sought: Sought[]; judged: Judged; dropped: number } | null;
  narrow: Source | null;
  /** How many people have these states, whatever else is asked. */
  inStates: number;
};

/** Reads what is asked for against the database; `counts` tells how many people have which state. */
export async function ask(
  db: Db,
  actor: Actor,
  filters: Filters,
  order: ListOrder,
  { today, counts }: { today: string; counts: Record<string, number> },
): Promise<Question> {
  const role = await readRoleFilter(db, filters.role);
  const condition = visibleUsers(actor);
  const visible = condition ? [condition] : [];
  const search = readSearch(filters.search);
  // Two-factor authentication is not there yet: everybody's is off.
  const nobody =
    (role && role.ids.length === 0 && !role.none) || filters.twoFactor?.includes('off') === false;
  const states = nobody ? [] : statesOf(filters);
  // The locked and the administrators have indexes by name of their own.
  const own = order.column === 'sort_key' && (filters.locked || filters.admin);
  const chosen = own ? { ...order, relation: 'users' as const } : order;
  return {
    order: chosen,
    states,
    visible,
    conditions: (relation) => [...visible, ...conditionsOf(filters, role, today, relation)],
    filtered: conditionsOf(filters, role, today, 'users').length > 0,
    search: search && {
      ...(await prepareSearch(db, search.terms, visible, counts)),
      dropped: search.dropped,
    },
    narrow: states.length > 0 ? await findNarrowGroup(db, filters, role, today) : null,
    inStates: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
  };
}

async function prepareSearch(
  db: Db,
  terms: Parameters<typeof judge>[1],
  visible: Condition[],
  counts: Record<string, number>,
) {
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const judged = judge(await samplePeople(db, everybody), terms);
  return { sought: await lookUpAddresses(db, terms, visible), judged };
}

/** Rows of a page, and what is known about the whole: null where nothing was counted on the way. */
export type Found = { page: Place[]; count: number | null; found: Set<number> | null };

/** The rows after a place, at most `limit`. */
export async function findRows(
  db: Db,
  question: Question,
  place: Place | null,
  limit: number,
): Promise<Found> {
  const { order, states, search, narrow } = question;
  const wanted: Wanted = { order, states, conditions: question.conditions(order.relation), place, limit };
  const matching = { ...wanted, conditions: [...textsOf(question), ...wanted.conditions] };
  if (states.length === 0) return { page: [], count: 0, found: null };
  if (narrow) {
    const { page, count } = await gatherPeople(db, narrow, matching);
    return { page, count, found: null };
  }
  const terms = search?.sought.map(({ term }) => term) ?? [];
  const addresses = search?.sought.some(({ ids }) => ids.length > 0) ?? false;
  const way = search
    ? chooseWay(search.judged, { terms, addresses, order, states, place, wanted: limit })
    : 'walk';
  if (search && way === 'gather') {
    const gathered = await gatherPeople(db, searchSource(search.sought, question.visible), wanted);
    return { ...gathered, found: new Set(gathered.found) };
  }
  const page =
    search && way === 'skip'
      ? await skipToPeople(db, matching, search.sought)
      : await walkPeople(db, matching);
  return { page, count: null, found: null };
}

/** The condition that any term matches; none without a search. The text has the same name in both tables. */
export function textsOf({ search }: Question): Condition[] {
  if (!search) return [];
  const terms = search.sought.map(({ term, ids }) =>
    ids.length > 0 ? sql<boolean>`u.id = any(${ids}::uuid[])` : textHolds(term),
  );
  return [sql`(${sql.join(terms, sql` or `)})`];
}

const countedAtMost = 500;
const steps = { byText: 10_000, byLookUp: 2_500 };

/** How many there are in all, of a question whose first page was found by walking. */
export async function countPeople(db: Db, question: Question, page: Place[], full: boolean): Promise<Total> {
  const { order, states, search, filtered, visible } = question;
  if (!full) return { count: page.length, exact: true };
  if (!filtered && !search) return { count: question.inStates, exact: true };
  const most = filtered || visible.length > 0 ? steps.byLookUp : steps.byText;
  const whole = question.inStates <= most;
  const from = !whole && order.column === 'sort_key' ? (page[0] ?? null) : null;
  const conditions = [...textsOf(question), ...question.conditions('user_search')];
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

/** The terms that nobody visible matches, as they were typed. */
export async function listNotFound(db: Db, question: Question, { found }: Found): Promise<string[]> {
  const { search, visible } = question;
  if (!search) return [];
  const known = found ?? (await findTerms(db, search.sought, search.judged, visible));
  return search.sought.filter(({ n }) => !known.has(n)).map(({ term }) => term.text);
}
