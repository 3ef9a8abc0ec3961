import { sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { namedOrganisations } from '../members/visible-users.ts';
import { chooseWay, type Judged, judge } from './choose-way.ts';
import {
  gatherPeople,
  type Source,
  searchSource,
  textHolds,
  type Wanted,
  walkPeople,
} from './find-people.sql.ts';
import { findTerms, lookUpAddresses, type Sought } from './find-terms.ts';
import type { ListOrder, Place } from './list-order.ts';
import { samplePeople } from './sample-people.ts';
import { readSearch } from './search-plan.ts';
import { skipToPeople } from './skip-stretches.sql.ts';
import { readTwoFactorDemands } from './two-factor-filter.ts';
import { type Condition, conditionsOf, type Filters, groupsOf, seenBy, statesOf } from './user-filter.ts';
import { readRoleFilter, weighGroups } from './weigh-groups.ts';

/** Everything that one list needs to know before it reads rows; the same for each of its pages. */
export type Question = {
  order: ListOrder;
  states: string[];
  visible: Condition[];
  /** Visibility and filters, as conditions on rows of this table. */
  conditions(relation: ListOrder['relation']): Condition[];
  /** The same, each person looked up for itself: for counting a few. */
  lookUps: Condition[];
  filtered: boolean;
  search: { sought: Sought[]; judged: Judged; dropped: number } | null;
  /** A group so small that everybody in it is looked at. */
  source: Source | null;
  /** How many people have these states, whatever else is asked. */
  inStates: number;
};

/** Reads what is asked for against the database; `counts` tells how many people have which state. */
export async function ask(
  db: Db,
  actor: Actor,
  given: Filters,
  order: ListOrder,
  { today, counts }: { today: string; counts: Record<string, number> },
): Promise<Question> {
  const filters = withinSight(actor, given);
  const seen = seenBy(actor);
  const visible = seen.map(({ holds }) => holds);
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const sample = await samplePeople(db, seen.length > 0 ? null : counted);
  const role = await readRoleFilter(db, filters.role);
  const search = readSearch(filters.search);
  const twoFactor = filters.twoFactor
    ? await readTwoFactorDemands(db)
    : { everybody: false, organisations: [] };
  const nobody = role && role.ids.length === 0 && !role.none;
  const states = nobody ? [] : statesOf(filters);
  const asked = groupsOf(filters, role, today);
  const groups = await weighGroups(db, [...seen, ...asked], sample);
  const others = (relation: ListOrder['relation']) => conditionsOf(filters, role, today, twoFactor, relation);
  return {
    order,
    states,
    visible,
    conditions: (relation) => [...groups.conditions, ...others(relation)],
    filtered: asked.length > 0 || others('users').length > 0,
    lookUps: [...groups.lookUps, ...others('user_search')],
    source: groups.source,
    search: search && {
      sought: await lookUpAddresses(db, search.terms, visible),
      judged: judge(sample, search.terms),
      dropped: search.dropped,
    },
    inStates: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
  };
}

/** Whoever is asked for by an organisation that the actor may not know of is not found. */
function withinSight(actor: Actor, filters: Filters): Filters {
  const seen = namedOrganisations(actor);
  if (seen === null || filters.organisation === undefined) return filters;
  return { ...filters, organisation: filters.organisation.filter((id) => seen.includes(id)) };
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
  const { order, states, search, source } = question;
  const wanted: Wanted = { order, states, conditions: question.conditions(order.relation), place, limit };
  const matching = { ...wanted, conditions: [...textsOf(question), ...wanted.conditions] };
  if (states.length === 0) return { page: [], count: 0, found: null };
  if (source) {
    const { page, count } = await gatherPeople(db, source, matching);
    return { page, count, found: null };
  }
  const terms = search?.sought.map(({ term }) => term) ?? [];
  const addresses = search?.sought.some(({ ids }) => ids.length > 0) ?? false;
  const way = search
    ? chooseWay(search.judged, { terms, addresses, order, states, place, wanted: limit })
    : 'walk';
  if (search && way === 'gather') {
    const gathered = await gatherPeople(
      db,
      searchSource(search.sought, search.judged.rarity, question.visible),
      wanted,
    );
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

/** The terms that nobody visible matches, as they were typed. */
export async function listNotFound(db: Db, question: Question, { found }: Found): Promise<string[]> {
  const { search, visible } = question;
  if (!search) return [];
  const known = found ?? (await findTerms(db, search.sought, search.judged, visible));
  return search.sought.filter(({ n }) => !known.has(n)).map(({ term }) => term.text);
}
