import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Source } from './find-people.sql.ts';
import type { Sample } from './sample-people.ts';
import type { Condition, Group, RoleFilter } from './user-filter.ts';

/**
 * How groups are used. A small one: look at everybody in it (`source`). A larger one: keep its ids in a hash table while
 * the list is walked. The largest: look up each person on the way, for many belong to it (`lookUps`, for all groups).
 */
export type Weighed = { source: Source | null; conditions: Condition[]; lookUps: Condition[] };

const small = 1500;
const large = 12_000;

/** Counts the groups as far as it matters, and says how to use each. */
export async function weighGroups(db: Db, groups: Group[], sample: Sample): Promise<Weighed> {
  const counted = groups.filter((group) => estimate(group, sample) < 2 * large);
  const sizes = await countGroups(db, counted);
  const isLarge = (group: Group) => (sizes.get(group) ?? large) >= large;
  const smallest = counted.find((group) => sizes.get(group) === Math.min(...sizes.values()));
  const isSmall = smallest !== undefined && (sizes.get(smallest) ?? large) <= small;
  return {
    source: isSmall ? { rows: sql`select 0 as n, id from (${smallest.ids}) g`, whole: false } : null,
    // Without `is true` PostgreSQL would join; without the limit it might think the hash table too large.
    conditions: groups.map((group) =>
      isLarge(group)
        ? group.holds
        : sql<boolean>`(u.id in (select id from (${group.ids} limit ${sql.lit(large)}) g)) is true`,
    ),
    lookUps: groups.map(({ holds }) => holds),
  };
}

function estimate({ roles }: Group, { people, total }: Sample): number {
  if (!roles) return 0;
  const holders = people.filter((person) => person.roles.some((role) => roles.includes(role)));
  return (holders.length * total) / Math.max(1, people.length);
}

async function countGroups(db: Db, groups: Group[]): Promise<Map<Group, number>> {
  if (groups.length === 0) return new Map();
  const counts = groups.map(({ ids }) => sql`(select count(*)::int from (${ids} limit ${sql.lit(large)}) g)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return new Map(groups.map((group, n) => [group, rows[0]?.counts[n] ?? large]));
}

/** What a role filter means: ids and keys of roles that exist; `none` for people without any. */
export async function readRoleFilter(db: Db, names: string[] | undefined): Promise<RoleFilter> {
  if (names === undefined) return null;
  const { rows } = await sql<{ id: string }>`
    select id from roles where key = any(${names}::text[]) or id::text = any(${names}::text[])`.execute(db);
  return { ids: rows.map(({ id }) => id), none: names.includes('none') };
}
