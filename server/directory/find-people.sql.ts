import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { type Circles, readCircles } from './circles.ts';
import { all, type Condition } from './conditions.ts';
import { afterPlace, byColumn, byValue, type ListOrder, type Place, valueText } from './list-order.ts';
import { indexPatterns, likePattern, type Rarity, type Term } from './search-plan.ts';

/** Ids that are kept in a hash table under this name; `share`: the part of all people that they are. */
export type Table = { name: string; ids: RawBuilder<unknown>; share: number };

/** Which rows, in which order, from where on, how many. Conditions speak of `u`. */
export type Wanted = {
  order: ListOrder;
  states: string[];
  /** Whoever is wanted is in each of these. */
  tables?: Table[];
  /** Walk along these, in the order of names, instead of everybody: then `u` is a row of `readCircles`. */
  circles?: Circles | null;
  conditions: Condition[];
  place: Place | null;
  limit: number;
};

/** A term in people's texts, in words that no index answers: for walking. */
export function textHolds({ words }: Term, alias = 'u'): Condition {
  return all(words.map((word) => sql`position(${word} in ${sql.ref(`${alias}.search_text`)}) > 0`));
}

/** Without `is true` PostgreSQL would join. */
export function isAmong({ name }: Table): Condition {
  return sql`(u.id in (select id from ${sql.ref(name)})) is true`;
}

/**
 * Walks the index of the order, state by state merged into one, and keeps who meets the conditions until there are
 * enough. Nothing in it is of use to another index, so PostgreSQL has no other choice.
 */
export async function walkPeople(db: Db, wanted: Wanted): Promise<Place[]> {
  const ahead = walkAhead(wanted);
  const page = ahead === null ? [] : await readWalk(db, wanted, ahead);
  return page.length === wanted.limit ? page : readWalk(db, wanted, walk(wanted));
}

async function readWalk(db: Db, wanted: Wanted, walked: RawBuilder<unknown>): Promise<Place[]> {
  const { rows } = await sql<Place>`${withTables(wanted)}
    select id, ${valueText(wanted.order)} as value from (${walked}) page ${byValue(wanted.order)}`.execute(
    db,
  );
  return rows;
}

/**
 * The same walk for so many people as should be enough by far: first merged, then asked whether they are in the tables,
 * so that PostgreSQL makes one hash table and not one for each state.
 */
function walkAhead(wanted: Wanted): RawBuilder<unknown> | null {
  const { tables = [], order, limit } = wanted;
  if (tables.length === 0) return null;
  const steps = Math.ceil((4 * limit) / tables.reduce((share, table) => share * table.share, 1)) + 1000;
  if (steps > 40_000) return null;
  return sql`select id, value from (${walk({ ...wanted, tables: [], limit: steps })}) u
    where ${all(tables.map(isAmong))} ${byValue(order)} limit ${sql.lit(limit)}`;
}

/** The `with` that the conditions need; `more` stands in it after the tables. */
export function withTables(
  { tables = [] }: Pick<Wanted, 'tables'>,
  more: RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const named = tables.map(({ name, ids }) => sql`${sql.ref(name)} as materialized (${ids})`);
  const parts = [...named, ...more];
  return parts.length === 0 ? sql`` : sql`with ${sql.join(parts)}`;
}

export function walk(wanted: Wanted): RawBuilder<unknown> {
  const { order, states, circles, place, limit } = wanted;
  const relations = circles ? readCircles(circles) : [sql.table(order.relation)];
  const among = [...(circles?.holding ? [circles.holding] : []), ...conditionsOf(wanted)];
  const branches = relations.flatMap((relation) =>
    states.map(
      (state) => sql`(select u.id, ${sql.ref(`u.${order.column}`)} as value from ${relation} u
        where u.state = ${sql.lit(state)} and ${all([afterPlace(order, place), ...among])}
        ${byColumn(order)} limit ${sql.lit(limit)})`,
    ),
  );
  // Who stands in several circles is read several times.
  const once = sql.raw(relations.length > 1 ? 'distinct' : '');
  return sql`select ${once} id, value from (${sql.join(branches, sql` union all `)}) merged
    ${byValue(order)} limit ${sql.lit(limit)}`;
}

function conditionsOf({ conditions, tables = [] }: Wanted): Condition[] {
  return [...conditions, ...tables.map(isAmong)];
}

/** Walks at most `steps` people by name, from a place on, and counts who meets the conditions, up to `cap`. */
export async function countSteps(db: Db, wanted: Wanted, steps: number, cap: number): Promise<number> {
  const { circles, conditions } = wanted;
  const passed = circles ? walk({ ...wanted, conditions: [], limit: steps }) : stepsOf(wanted, steps);
  // What stands in circles has no text.
  const people =
    circles && conditions.length > 0
      ? sql`(${passed}) passed cross join lateral (select * from user_search s where s.id = passed.id offset 0) u`
      : sql`(${passed}) u`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${people} where ${all(conditions)} limit ${sql.lit(cap)}
    ) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The people that a walk along the whole list passes, with all that the index of names includes. */
function stepsOf({ order, states, place }: Wanted, steps: number): RawBuilder<unknown> {
  const branches = states.map(
    (state) => sql`(select u.id, u.sort_key as value, u.search_text, u.state from user_search u
      where u.state = ${sql.lit(state)} and ${afterPlace(order, place)} ${byColumn(order)} limit ${sql.lit(steps)})`,
  );
  return sql`select * from (${sql.join(branches, sql` union all `)}) merged ${byValue(order)} limit ${sql.lit(steps)}`;
}

export type Gathered = { count: number; found: number[]; page: Place[] };

/** Where candidates come from: rows `(n, id)` with the number of the term, or `whole` rows of user_search with it. */
export type Source = { rows: RawBuilder<unknown>; whole: boolean };

/** Takes everybody from the source, keeps who meets the conditions, counts them all and gives the page. */
export async function gatherPeople(db: Db, source: Source, wanted: Wanted): Promise<Gathered> {
  const { order, place, limit } = wanted;
  const { rows } = await sql<{ count: number; found: number[]; page: [string, string][] | null }>`
    ${withTables(wanted, [
      sql`found as materialized (${source.rows})`,
      sql`matching as materialized (${keepMatching(source, wanted)})`,
    ])}
    select (select count(*)::int from matching) as count,
      array(select distinct n from found) as found,
      (select json_agg(json_build_array(id, ${valueText(order)}) ${byValue(order)}) from (
        select id, value from matching u where ${afterPlace(order, place, 'value')} ${byValue(order)} limit ${sql.lit(limit)}
      ) page) as page`.execute(db);
  const { count = 0, found = [], page } = rows[0] ?? {};
  return { count, found, page: (page ?? []).map(([id, value]) => ({ id, value })) };
}

function keepMatching({ whole }: Source, wanted: Wanted): RawBuilder<unknown> {
  const { order, states } = wanted;
  const value = sql.ref(`u.${order.column}`);
  const condition = all([sql`u.state = any(${states}::text[])`, ...conditionsOf(wanted)]);
  if (whole && order.relation === 'user_search') {
    return sql`select distinct u.id, ${value} as value from found u where ${condition}`;
  }
  // The limit keeps it to one look-up per candidate; PostgreSQL, which expects many, would read the whole table.
  return sql`select u.id, u.value from (select distinct id from found) f cross join lateral (
      select u.id, ${value} as value from ${sql.table(order.relation)} u where u.id = f.id and ${condition} limit 1
    ) u`;
}

/** Everybody whom these terms find by the trigram index, together with the people whose whole address a term is. */
export function searchSource(
  terms: { n: number; term: Term; ids: string[] }[],
  rarity: Rarity,
  visible: Condition[],
): Source {
  const exact = terms.flatMap(({ n, ids }) => ids.map((id) => ({ n, id })));
  const likes = terms
    .filter(({ ids }) => ids.length === 0)
    .map(({ n, term }) => ({ n, parts: indexPatterns(term, rarity), words: term.words.map(likePattern) }));
  const rows = [
    ...(likes.length > 0 ? [findByIndex(likes, visible)] : []),
    ...(exact.length > 0 ? [findById(exact, visible)] : []),
  ];
  return { rows: sql.join(rows, sql` union all `), whole: true };
}

type Like = { n: number; parts: string[]; words: string[] };

/**
 * The patterns are unknown while PostgreSQL plans, so it plans for the index whatever they are. A single part stands
 * for both: the index looks it up once.
 */
function findByIndex(likes: Like[], visible: Condition[]): RawBuilder<unknown> {
  const sought = likes.map(({ n, parts, words }) => ({ n, one: parts.at(0), other: parts.at(-1), words }));
  return sql`select t.n, u.id, u.state, u.sort_key
    from json_to_recordset(${JSON.stringify(sought)}::json) t (n int, one text, other text, words text[])
    cross join lateral (
      select u.* from user_search u
      where u.search_text like t.one and u.search_text like t.other and u.search_text like all(t.words)
        and ${all(visible)} offset 0
    ) u`;
}

function findById(exact: { n: number; id: string }[], visible: Condition[]): RawBuilder<unknown> {
  return sql`select t.n, u.id, u.state, u.sort_key
    from unnest(${exact.map(({ n }) => n)}::int[], ${exact.map(({ id }) => id)}::uuid[]) t (n, id)
    join user_search u on u.id = t.id where ${all(visible)}`;
}
