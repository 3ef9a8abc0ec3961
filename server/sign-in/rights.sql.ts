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

/** The columns of `Rights`, decided from the facts of this moment (architecture §5.6); `joinRights` brings them. */
export const rights: RawBuilder<Rights> = sql<Rights>`u.is_admin, r.permissions, r.scoped`;

/** Stands behind the table of `u`. */
export function joinRights(day: string): RawBuilder<unknown> {
  return sql`cross join lateral rights_of(u.id, ${day}::date) r`;
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
    select ${rights} from users u ${joinRights(day)} where u.id = ${userId}::uuid and ${comesInOn(day)}`.execute(
    db,
  );
  return rows[0] && inOrder(rows[0]);
}

/** Permissions in the order of the contract; what was one once, and is not any more, falls away. */
export function inOrder<Found extends Pick<Rights, 'permissions'>>(found: Found): Found {
  return { ...found, permissions: permissions.filter((name) => found.permissions.includes(name)) };
}
