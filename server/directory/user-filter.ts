import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { InputOf } from '../../contract/endpoint.ts';
import { type exportUsers, type UserState, userStates } from '../../contract/users.ts';

/** What a list is asked for, as the contract reads it. */
export type Filters = Omit<InputOf<typeof exportUsers>, 'sort'>;

const billedStates: readonly UserState[] = ['pending', 'active'];

/** The states that the tab, the status and the other filters leave. Billed is: pending or active (product §3). */
export function statesOf(filters: Filters): UserState[] {
  return userStates.filter(
    (state) =>
      (filters.billed === undefined || filters.billed === billedStates.includes(state)) &&
      (filters.status === undefined || filters.status.includes(state)) &&
      (filters.invitation === undefined || state === 'pending'),
  );
}

/** Which roles are asked for: ids that exist, and whether people without any are too. Null: roles do not matter. */
export type RoleFilter = { ids: string[]; none: boolean } | null;

/** Conditions on rows with the alias `u` that have at least `id`; `today` is the day of users.state. */
export function conditionsOf(
  filters: Filters,
  role: RoleFilter,
  today: string,
  relation: 'users' | 'user_search',
): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [];
  const onUser = (test: (alias: string) => RawBuilder<SqlBool>) =>
    conditions.push(
      relation === 'users' ? test('u') : sql`(select ${test('x')} from users x where x.id = u.id)`,
    );
  if (role) conditions.push(holdsRole(role, today));
  const { locked, admin, neverSignedIn } = filters;
  if (locked !== undefined)
    onUser((x) => sql`(${sql.ref(`${x}.locked_at`)} is not null) = ${sql.lit(locked)}`);
  if (admin !== undefined) onUser((x) => sql`${sql.ref(`${x}.is_admin`)} = ${sql.lit(admin)}`);
  if (neverSignedIn !== undefined) {
    const sign = sql.raw(neverSignedIn ? '=' : '>');
    onUser((x) => sql`${sql.ref(`${x}.last_sign_in_at`)} ${sign} '-infinity'`);
  }
  if (filters.leavesWithin !== undefined) {
    const last = Temporal.PlainDate.from(today).add({ days: filters.leavesWithin }).toString();
    onUser((x) => leavesBy(x, last));
  }
  if (filters.invitation) conditions.push(hasNoInvitation(filters.invitation));
  return conditions;
}

/** The condition that somebody is here and leaves on this day at the latest. */
export function leavesBy(alias: string, day: string): RawBuilder<SqlBool> {
  const [standing, leaves] = [sql.ref(`${alias}.standing`), sql.ref(`${alias}.leaves_on`)];
  return sql`(${standing} = 'present' and ${leaves} is not null and ${leaves} <= ${day}::date)`;
}

function holdsRole({ ids, none }: { ids: string[]; none: boolean }, today: string): RawBuilder<SqlBool> {
  // A scalar subquery stays one look-up per person; PostgreSQL would turn `exists` into a join over all holders.
  const held = sql<SqlBool>`(select true from role_assignments a
    where a.role_id = any(${ids}::uuid[]) and a.user_id = u.id
      and coalesce(a.ends_on, 'infinity') >= ${today}::date limit 1)`;
  const without = sql<SqlBool>`(select true from role_assignments a
    where a.user_id = u.id and coalesce(a.ends_on, 'infinity') >= ${today}::date limit 1) is null`;
  if (!none) return held;
  return ids.length === 0 ? without : sql`(${held} is true or ${without})`;
}

function hasNoInvitation(which: 'expired' | 'none'): RawBuilder<SqlBool> {
  const alive = sql`and l.used_at is null and l.revoked_at is null and l.expires_at > now()`;
  return sql`not exists (select from links l where l.user_id = u.id and l.purpose = 'activation'
    ${which === 'expired' ? alive : sql``})`;
}
