import { sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { inSight } from '../members/visible-users.ts';
import { readCircles } from './circles.ts';

/** How many people have which state. */
export type StateCounts = Record<string, number>;

/** How many people of which state each of these circles holds. */
export async function countCircles(db: Db, ids: string[]): Promise<Map<string, StateCounts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ circle: string; counts: StateCounts }>`
    select circle, json_object_agg(state, count) as counts from (
      select circle, state, sum(delta)::int as count from circle_counts
      where circle = any(${ids}::uuid[]) group by circle, state
    ) counted group by circle`.execute(db);
  return new Map(rows.map(({ circle, counts }) => [circle, counts]));
}

/** How many people whom the actor may know of have which state: from the kept counts, unless organisations overlap. */
export async function countStates(db: Db, actor: Actor): Promise<StateCounts> {
  const { rows } = await sql<{ state: string; count: number }>`${countsOf(actor)}`.execute(db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function countsOf(actor: Actor) {
  const sight = inSight(actor);
  if (sight === null) return sql`select state, sum(delta)::bigint as count from user_counts group by state`;
  const { organisations, oneself } = sight;
  const circles = { ids: organisations, person: oneself, holding: null };
  if (organisations.length === 1)
    return sql`select state, sum(n)::bigint as count from (
      select state, delta as n from circle_counts where circle = ${organisations[0]}::uuid
      union all
      select s.state, 1 from user_search s where s.id = ${oneself}::uuid and not exists (
        select from circle_people c where c.user_id = s.id and c.circle = ${organisations[0]}::uuid)
    ) counted group by state`;
  const people = readCircles(circles).map((relation) => sql`select id, state from ${relation} c`);
  return people.length === 0
    ? sql`select state, 0::bigint as count from user_search limit 0`
    : sql`select state, count(*) as count from (${sql.join(people, sql` union `)}) people group by state`;
}
