import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import type { Db } from '../db/transact.ts';

/** What the person `u` may on a day. */
export type Rights = {
  is_admin: boolean;
  /** In the whole installation. */
  permissions: Permission[];
  /** By their role in organisations: organisation id → permissions. */
  scoped: Record<string, Permission[]>;
};

/** The columns of `Rights`, decided from the facts of this moment (architecture §5.6). */
export function rightsOn(day: string): RawBuilder<Rights> {
  return sql<Rights>`u.is_admin,
    array(
      select distinct p.permission from permission_sources(u.id, ${day}::date) p where p.organisation_id is null
    ) as permissions,
    (
      select coalesce(jsonb_object_agg(o.organisation_id, o.permissions), '{}')
      from (
        select p.organisation_id, array_agg(p.permission) as permissions
        from permission_sources(u.id, ${day}::date) p where p.organisation_id is not null
        group by p.organisation_id
      ) o
    ) as scoped`;
}

/** The person `u` is activated, and a staff membership covers this day. */
export function comesInOn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`u.activated_at is not null and exists (
    select 1 from staff_memberships m
    where m.user_id = u.id and m.starts_on <= ${day}::date and (m.leaves_on is null or m.leaves_on >= ${day}::date)
  )`;
}

/**
 * The same, and they have nothing to do first: no password to change, no second factor to set up. A lock after wrong
 * passwords does not count: else a stranger could stop what people have running.
 */
export function comesInAtOnceOn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${comesInOn(day)}
    and not exists (select 1 from credentials c where c.user_id = u.id and c.must_change)
    and (u.two_factor_on or not must_have_two_factor(u.id))`;
}

/** What somebody may on this day; undefined for who may not come in any more. */
export async function findRights(db: Db, userId: string, day: string): Promise<Rights | undefined> {
  const { rows } = await sql<Rights>`
    select ${rightsOn(day)} from users u where u.id = ${userId}::uuid and ${comesInOn(day)}`.execute(db);
  const found = rows[0];
  return found && { ...found, permissions: permissions.filter((name) => found.permissions.includes(name)) };
}
