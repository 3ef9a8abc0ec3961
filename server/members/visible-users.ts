import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Permission } from '../../contract/permissions.ts';
import { type Actor, organisationsWhere, seenOrganisations } from '../act/actor.ts';

/**
 * On which people the actor may use a permission: a condition on the users table under the alias `u`, or null for
 * all. Every list, count, search, export and act on a person passes here, so nobody learns of people they may not
 * see. Everybody may see themselves.
 */
export function visibleUsers(
  actor: Actor,
  permission: Permission = viewOf(actor),
): RawBuilder<SqlBool> | null {
  const sight = inSight(actor, permission);
  if (sight === null) return null;
  const { organisations, oneself } = sight;
  const own = oneself === null ? sql<SqlBool>`false` : sql<SqlBool>`u.id = ${oneself}::uuid`;
  if (organisations.length === 0) return own;
  return sql`(${own} or exists (
    select from members vm where vm.user_id = u.id and vm.organisation_id = any(${organisations}::uuid[])
  ))`;
}

/** Where the same people are: in these organisations, and themselves; null for everybody. */
export function inSight(
  actor: Actor,
  permission: Permission = viewOf(actor),
): { organisations: string[]; oneself: string | null } | null {
  if (actor.permissions.has(permission)) return null;
  return {
    organisations: organisationsWhere(actor, permission),
    oneself: permission === 'users.view' ? actor.userId : null,
  };
}

/** The same as `visibleUsers`, in words that PostgreSQL answers person by person: for walking a list until a page is full. */
export function visibleOneByOne(actor: Actor): RawBuilder<SqlBool> | null {
  const sight = inSight(actor);
  return (
    sight &&
    sql`(u.id is not distinct from ${sight.oneself}::uuid or (
      select true from members vm where vm.user_id = u.id and vm.organisation_id = any(${sight.organisations}::uuid[])
      limit 1) is true)`
  );
}

/** The ids of the same people, for going through all of them, some perhaps twice; null for everybody. */
export function visibleIds(
  actor: Actor,
  permission: Permission = viewOf(actor),
): RawBuilder<{ id: string }> | null {
  const sight = inSight(actor, permission);
  if (sight === null) return null;
  const { organisations, oneself } = sight;
  return sql`select vm.user_id as id from members vm where vm.organisation_id = any(${organisations}::uuid[])
    union all select u.id from users u where u.id = ${oneself}::uuid`;
}

const ownViews: Record<string, Permission> = {
  employees: 'employees.view',
  schedule: 'schedule.view',
  people: 'people.view',
};

/** The list that a call looks at: employees, schedule and people are lists of their own over the same people. */
export function viewOf({ exercises }: Actor): Permission {
  return ownViews[exercises?.split('.')[0] ?? ''] ?? 'users.view';
}

/**
 * The organisations that a list may name and be filtered by; null: all. The directory of people tells of those whose
 * people one sees in it.
 */
export function namedOrganisations(actor: Actor): string[] | null {
  const seen = seenOrganisations(actor);
  const view = viewOf(actor);
  if (seen === null || view !== 'people.view') return seen;
  if (actor.permissions.has(view)) return null;
  return [...new Set([...seen, ...organisationsWhere(actor, view)])];
}
