import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Source } from './find-people.sql.ts';
import { type Filters, leavesBy, type RoleFilter } from './user-filter.ts';

/** Up to so many candidates are gathered and sorted; beyond, walking the list finds a page sooner. */
const few = 1500;

/**
 * The smallest group that a filter names directly (holders of a role, the locked, administrators, who leaves soon),
 * when it is small enough to look at everybody in it.
 */
export async function findNarrowGroup(
  db: Db,
  filters: Filters,
  role: RoleFilter,
  today: string,
): Promise<Source | null> {
  const groups = listGroups(filters, role, today);
  if (groups.length === 0) return null;
  const counts = groups.map(
    (group) => sql`(select count(*)::int from (${group} limit ${sql.lit(few + 1)}) g)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  const sizes = rows[0]?.counts ?? [];
  const smallest = Math.min(...sizes);
  return smallest > few ? null : (groups[sizes.indexOf(smallest)] ?? null);
}

function listGroups(filters: Filters, role: RoleFilter, today: string): RawBuilder<unknown>[] {
  const groups: RawBuilder<unknown>[] = [];
  if (role && !role.none) {
    groups.push(sql`select 0 as n, a.user_id as id from role_assignments a
      where a.role_id = any(${role.ids}::uuid[]) and coalesce(a.ends_on, 'infinity') >= ${today}::date`);
  }
  if (filters.locked) groups.push(sql`select 0 as n, u.id from users u where u.locked_at is not null`);
  if (filters.admin) groups.push(sql`select 0 as n, u.id from users u where u.is_admin`);
  if (filters.leavesWithin !== undefined) {
    const last = Temporal.PlainDate.from(today).add({ days: filters.leavesWithin }).toString();
    groups.push(sql`select 0 as n, u.id from users u where ${leavesBy('u', last)}`);
  }
  return groups;
}

/** What a role filter means: ids and keys of roles that exist; `none` for people without any. */
export async function readRoleFilter(db: Db, names: string[] | undefined): Promise<RoleFilter> {
  if (names === undefined) return null;
  const { rows } = await sql<{ id: string }>`
    select id from roles where key = any(${names}::text[]) or id::text = any(${names}::text[])`.execute(db);
  return { ids: rows.map(({ id }) => id), none: names.includes('none') };
}
