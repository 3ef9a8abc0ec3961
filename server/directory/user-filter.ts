import { type SqlBool, sql } from 'kysely';
import type { InputOf } from '../../contract/endpoint.ts';
import { type UserState, userStates } from '../../contract/user-shapes.ts';
import type { exportUsers } from '../../contract/users.ts';
import { askUser, type Condition, holdsRole } from './conditions.ts';
import type { ListOrder } from './list-order.ts';
import type { RoleFilter } from './read-named.ts';
import { hasTwoFactorState, type TwoFactorDemands } from './two-factor-filter.ts';

/** What a list is asked for, as the contract reads it. */
export type Filters = Omit<InputOf<typeof exportUsers>, 'sort'> & {
  /** Of employees: activities that they may do, skills that they have. */
  activity?: string[] | undefined;
  skill?: string[] | undefined;
};

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

/** The filters that name no group, such as “not locked”. */
export function conditionsOf(
  filters: Filters,
  role: RoleFilter,
  today: string,
  twoFactor: TwoFactorDemands,
  relation: ListOrder['relation'],
): Condition[] {
  const conditions: Condition[] = [];
  const onUser = (test: (alias: string) => Condition) =>
    conditions.push(relation === 'users' ? test('u') : askUser(test));
  const { neverSignedIn } = filters;
  if (role?.none) conditions.push(hasNoRoleOr(role.ids, today));
  if (filters.locked === false) onUser((x) => sql`${sql.ref(`${x}.locked_at`)} is null`);
  if (filters.admin === false) onUser((x) => sql`not ${sql.ref(`${x}.is_admin`)}`);
  if (neverSignedIn !== undefined) {
    const sign = sql.raw(neverSignedIn ? '=' : '>');
    onUser((x) => sql`${sql.ref(`${x}.last_sign_in_at`)} ${sign} '-infinity'`);
  }
  if (filters.twoFactor) {
    const wanted = filters.twoFactor;
    onUser((x) => hasTwoFactorState(x, wanted, twoFactor));
  }
  if (filters.invitation) conditions.push(hasNoInvitation(filters.invitation));
  return conditions;
}

function hasNoRoleOr(ids: string[], today: string): Condition {
  const without = sql<SqlBool>`(select true from role_assignments a
    where a.user_id = u.id and coalesce(a.ends_on, 'infinity') >= ${today}::date limit 1) is null`;
  return ids.length === 0 ? without : sql`(${holdsRole(ids, today)} is true or ${without})`;
}

function hasNoInvitation(which: 'expired' | 'none'): Condition {
  const alive = sql`and l.used_at is null and l.revoked_at is null and l.expires_at > now()`;
  return sql`not exists (select from links l where l.user_id = u.id and l.purpose = 'activation'
    ${which === 'expired' ? alive : sql``})`;
}
