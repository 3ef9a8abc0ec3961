import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { afterPlace, byColumn, byValue, type ListOrder, type Place, valueText } from './list-order.ts';
import { indexPatterns, likePattern, type Rarity, type Term } from './search-plan.ts';
import type { Condition } from './user-filter.ts';

/** Which rows, in which order, from where on, how many. Conditions speak of `u`. */
export type Wanted = {
  order: ListOrder;
  states: string[];
  conditions: Condition[];
  place: Place | null;
  limit: number;
};

export function all(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** A term in people's texts, in words that no index answers: for walking. */
export function textHolds({ words }: Term): Condition {
  return all(words.map((word) => sql`position(${word} in u.search_text) > 0`));
}

/**
 * Walks the index of the order, state by state merged into one, and keeps who meets the conditions until there are
 * enough. Nothing in it is of use to another index, so PostgreSQL has no other choice.
 */
export async function walkPeople(db: Db, wanted: Wanted): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select id, ${valueText(wanted.order)} as value from (${walk(wanted)}) page ${byValue(wanted.order)}`.execute(
    db,
  );
  return rows;
}

export function walk({ order, states, conditions, place, limit }: Wanted): RawBuilder<unknown> {
  const branches = states.map(
    (state) => sql`(select u.id, ${sql.ref(`u.${order.column}`)} as value from ${sql.table(order.relation)} u
      where u.state = ${sql.lit(state)} and ${all([afterPlace(order, place), ...conditions])}
      ${byColumn(order)} limit ${sql.lit(limit)})`,
  );
  return sql`select id, value from (${sql.join(branches, sql` union all `)}) merged ${byValue(order)} limit ${sql.lit(limit)}`;
}

/** Walks at most `steps` people by name, from a place on, and counts who meets the conditions, up to `cap`. */
export async function countSteps(
  db: Db,
  { order, states, conditions, place }: Omit<Wanted, 'limit'>,
  steps: number,
  cap: number,
): Promise<number> {
  const branches = states.map(
    (state) => sql`(select u.id, u.sort_key as value, u.search_text, u.state from user_search u
      where u.state = ${sql.lit(state)} and ${afterPlace(order, place)} ${byColumn(order)} limit ${sql.lit(steps)})`,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from (select * from (${sql.join(branches, sql` union all `)}) merged ${byValue(order)} limit ${sql.lit(steps)}) u
      where ${all(conditions)} limit ${sql.lit(cap)}
    ) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

export type Gathered = { count: number; found: number[]; page: Place[] };

/** Where candidates come from: rows `(n, id)` with the number of the term, or `whole` rows of user_search with it. */
export type Source = { rows: RawBuilder<unknown>; whole: boolean };

/** Takes everybody from the source, keeps who meets the conditions, counts them all and gives the page. */
export async function gatherPeople(db: Db, source: Source, wanted: Wanted): Promise<Gathered> {
  const { order, place, limit } = wanted;
  const { rows } = await sql<{ count: number; found: number[]; page: [string, string][] | null }>`
    with found as materialized (${source.rows}), matching as materialized (${keepMatching(source, wanted)})
    select (select count(*)::int from matching) as count,
      array(select distinct n from found) as found,
      (select json_agg(json_build_array(id, ${valueText(order)}) ${byValue(order)}) from (
        select id, value from matching u where ${afterPlace(order, place, 'value')} ${byValue(order)} limit ${sql.lit(limit)}
      ) page) as page`.execute(db);
  const { count = 0, found = [], page } = rows[0] ?? {};
  return { count, found, page: (page ?? []).map(([id, value]) => ({ id, value })) };
}

function keepMatching({ whole }: Source, { order, states, conditions }: Wanted): RawBuilder<unknown> {
  const value = sql.ref(`u.${order.column}`);
  const condition = all([sql`u.state = any(${states}::text[])`, ...conditions]);
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
  const groups = [1, 2].map((count) => likes.filter(({ parts }) => parts.length === count));
  const rows = [
    ...groups.flatMap((group, index) => (group.length > 0 ? [findByIndex(group, index + 1, visible)] : [])),
    ...(exact.length > 0 ? [findById(exact, visible)] : []),
  ];
  return { rows: sql.join(rows, sql` union all `), whole: true };
}

type Like = { n: number; parts: string[]; words: string[] };

/** The patterns are unknown while PostgreSQL plans, so it plans for the index whatever they are. */
function findByIndex(group: Like[], parts: number, visible: Condition[]): RawBuilder<unknown> {
  const likes = Array.from(
    { length: parts },
    (_, index) => sql<SqlBool>`u.search_text like t.parts[${sql.lit(index + 1)}]`,
  );
  return sql`select t.n, u.id, u.state, u.sort_key
    from json_to_recordset(${JSON.stringify(group)}::json) t (n int, parts text[], words text[])
    cross join lateral (
      select u.* from user_search u
      where ${all(likes)} and u.search_text like all(t.words) and ${all(visible)} offset 0
    ) u`;
}

function findById(exact: { n: number; id: string }[], visible: Condition[]): RawBuilder<unknown> {
  return sql`select t.n, u.id, u.state, u.sort_key
    from unnest(${exact.map(({ n }) => n)}::int[], ${exact.map(({ id }) => id)}::uuid[]) t (n, id)
    join user_search u on u.id = t.id where ${all(visible)}`;
}
