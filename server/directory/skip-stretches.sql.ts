import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { all, type Condition } from './conditions.ts';
import { type Wanted, walk, withTables } from './find-people.sql.ts';
import { groupsOf } from './letter-groups.ts';
import { byValue, type Place } from './list-order.ts';
import type { Sought } from './search-plan.ts';

/** So many news are looked at one by one; with more, no stretch is passed over. */
const newsAtMost = 1000;

// The last character there is; no sort key has it.
const afterAll = sql`E'\\U0010FFFF' collate "C"`;

/**
 * Walks the list by name like `walkPeople`, but only the stretches where, by the letter groups in them, somebody may
 * match; that is all of them as long as nothing is summed up. Stretches come in order, and within them people.
 */
export async function skipToPeople(db: Db, wanted: Wanted, sought: Sought[]): Promise<Place[]> {
  const { order, place, limit } = wanted;
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const within: Condition[] = [sql`u.sort_key >= s.from_key`, sql`u.sort_key < s.until_key`];
  const { rows } = await sql<Place>`
    ${withTables(wanted, [
      sql`news as materialized (
      select sort_key from search_news limit ${sql.lit(newsAtMost + 1)}
    )`,
      sql`renewed as materialized (
      select (select max(from_key) from search_stretches where from_key <= news.sort_key) as from_key from news
    )`,
      sql`everything as materialized (
      select coalesce(from_key, '') as from_key, coalesce(until_key, ${afterAll}) as until_key, grams from (
        select from_key, lead(from_key, 1, ${afterAll}) over (order by from_key) as until_key, grams from search_stretches
      ) summed right join (select) one on true
    )`,
      sql`stretches as materialized (
      select from_key, until_key from everything s
      where ${notPassed(order.descending, place)} and (
        ${mayHold(sought)} or from_key in (select from_key from renewed)
        or (select count(*) from news) > ${sql.lit(newsAtMost)}
      ) order by from_key ${direction}
    )`,
    ])}
    select id, value from (
      select u.id, u.value from stretches s cross join lateral (
        ${walk({ ...wanted, conditions: [...within, ...wanted.conditions] })}
      ) u limit ${sql.lit(limit)}
    ) page ${byValue(order)}`.execute(db);
  return rows;
}

function notPassed(descending: boolean, place: Place | null): Condition {
  if (!place) return sql`true`;
  const key = sql`${place.value}::text collate "C"`;
  return descending ? sql`from_key <= ${key}` : sql`until_key > ${key}`;
}

function mayHold(sought: Sought[]): Condition {
  const terms = sought.map(({ term }): RawBuilder<boolean> => {
    const bits = groupsOf(term.words).map((number) => sql<boolean>`get_bit(grams, ${sql.lit(number)}) = 1`);
    return all(bits) as RawBuilder<boolean>;
  });
  return sql`(grams is null or ${sql.join(terms, sql` or `)})`;
}
