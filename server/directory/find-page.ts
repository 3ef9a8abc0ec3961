import { sql } from 'kysely';
import type { UserState } from '../../contract/user-shapes.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { chooseWay, type Judged, judge } from './choose-way.ts';
import type { Condition } from './conditions.ts';
import type { StateCounts } from './count-circles.ts';
import { groupsOf, seenBy } from './filter-groups.ts';
import { gatherPeople, searchSource, textHolds, type Wanted, walkPeople } from './find-people.sql.ts';
import { findTerms, lookUpAddresses } from './find-terms.ts';
import type { ListOrder, Place } from './list-order.ts';
import { readNamed } from './read-named.ts';
import { countEverybody, samplePeople } from './sample-people.ts';
import { readSearch, type Sought } from './search-plan.ts';
import { skipToPeople } from './skip-stretches.sql.ts';
import { readTwoFactorDemands } from './two-factor-filter.ts';
import { conditionsOf, type Filters, statesOf } from './user-filter.ts';
import { type Weighed, weighGroups } from './weigh-groups.ts';

/** Everything that one list needs to know before it reads rows; the same for each of its pages. */
export type Question = {
  order: ListOrder;
  states: UserState[];
  visible: Condition[];
  /** Visibility and filters, as conditions on rows of this table. */
  conditions(relation: ListOrder['relation']): Condition[];
  /** The filters that name no group, each person looked up for itself. */
  others: Condition[];
  groups: Weighed;
  search: { sought: Sought[]; judged: Judged; dropped: number } | null;
  /** How many people have these states, whatever else is asked. */
  inStates: number;
  /** How many people are meant, where that is known without looking for them. */
  known: number | null;
};

/** Reads what is asked for against the database; `counts` tells how many people have which state. */
export async function ask(
  db: Db,
  actor: Actor,
  filters: Filters,
  order: ListOrder,
  { today, counts }: { today: string; counts: StateCounts },
): Promise<Question> {
  const seen = seenBy(actor);
  const visible = seen.map(({ holds }) => holds);
  const named = await readNamed(db, actor, filters);
  const search = readSearch(filters.search);
  const twoFactor = filters.twoFactor
    ? await readTwoFactorDemands(db)
    : { everybody: false, organisations: [] };
  const asked = groupsOf(filters, named, today);
  const everybody = Object.values(counts).reduce((all, count) => all + count, 0);
  const nobody = everybody === 0 || asked.some(({ circles }) => circles?.ids.length === 0);
  const states = nobody ? [] : statesOf(filters);
  const inStates = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const known = new Map(seen.map((group) => [group, inStates]));
  const inAll = seen.length > 0 && order.column !== 'sort_key' ? await countEverybody(db) : everybody;
  const weighed = { order, states, known, everybody: inAll };
  const groups = await weighGroups(db, [...seen, ...asked], weighed);
  const others = (relation: ListOrder['relation']) =>
    conditionsOf(filters, named.role, today, twoFactor, relation);
  const sample =
    search &&
    (await samplePeople(
      db,
      seen.length > 0 ? null : Object.values(counts).reduce((all, count) => all + count, 0),
    ));
  const sought = search && (await lookUpAddresses(db, search.terms, visible));
  const plain = !search && others('users').length === 0;
  return {
    order,
    states,
    visible,
    conditions: (relation) => [...groups.conditions, ...others(relation)],
    others: others('user_search'),
    groups,
    search: sample && sought && { sought, judged: judge(sample, sought), dropped: search.dropped },
    inStates,
    known: plain ? (asked.length === 0 ? inStates : seen.length === 0 ? groups.size : null) : null,
  };
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
  const { order, states, search, groups } = question;
  if (states.length === 0) return { page: [], count: 0, found: null };
  const conditions = question.conditions(order.relation);
  const wanted: Wanted = { order, states, tables: groups.tables, conditions, place, limit };
  if (groups.source) {
    const matching = { ...wanted, conditions: [...textsOf(question), ...wanted.conditions] };
    const { page, count } = await gatherPeople(db, groups.source, matching);
    return { page, count, found: null };
  }
  if (search && wayTo(question, search, place, limit) === 'gather') {
    const source = searchSource(search.sought, search.judged.rarity, question.visible);
    const gathered = await gatherPeople(db, source, wanted);
    return { ...gathered, found: new Set(gathered.found) };
  }
  const walked = walkOf(question, { place, limit });
  const skips = search && wayTo(question, search, place, limit) === 'skip';
  const page = skips ? await skipToPeople(db, walked, search.sought) : await walkPeople(db, walked);
  return { page, count: null, found: null };
}

function wayTo(
  { order, states, groups, inStates }: Question,
  { sought, judged }: NonNullable<Question['search']>,
  place: Place | null,
  limit: number,
) {
  const terms = sought.map(({ term }) => term);
  const addresses = sought.some(({ ids }) => ids.length > 0);
  const along = groups.along && { share: groups.along.size / Math.max(1, inStates) };
  return chooseWay(judged, { terms, addresses, order, states, place, wanted: limit, along });
}

/** What a walk reads: along the circles that were chosen, else along everybody. */
export function walkOf(question: Question, { place, limit }: Pick<Wanted, 'place' | 'limit'>): Wanted {
  const { order, states, groups, others } = question;
  const from = { order, states, tables: (groups.along ?? groups).tables, place, limit };
  if (!groups.along)
    return { ...from, conditions: [...textsOf(question), ...question.conditions(order.relation)] };
  const { circles, conditions } = groups.along;
  return { ...from, circles, conditions: [...textsOf(question, true), ...conditions, ...others] };
}

/**
 * The condition that any term matches; none without a search. The text has the same name in both tables; of people in
 * circles (`elsewhere`) it is looked up.
 */
export function textsOf({ search }: Question, elsewhere = false): Condition[] {
  if (!search) return [];
  const terms = search.sought.map(({ term, ids }) =>
    ids.length > 0 ? sql<boolean>`u.id = any(${ids}::uuid[])` : textHolds(term, elsewhere ? 'searched' : 'u'),
  );
  const one = sql<boolean>`(${sql.join(terms, sql` or `)})`;
  return [elsewhere ? sql`(select ${one} from user_search searched where searched.id = u.id)` : one];
}

/** The terms that nobody visible matches, as they were typed. */
export async function listNotFound(db: Db, question: Question, { page, found }: Found): Promise<string[]> {
  const { search, visible } = question;
  if (!search) return [];
  const [only, ...others] = search.sought;
  if (only && others.length === 0 && page.length > 0) return [];
  const known = found ?? (await findTerms(db, search.sought, search.judged, visible));
  return search.sought.filter(({ n }) => !known.has(n)).map(({ term }) => term.text);
}
