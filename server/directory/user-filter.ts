import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { InputOf } from '../../contract/endpoint.ts';
import { type UserState, userStates } from '../../contract/user-shapes.ts';
import type { exportUsers } from '../../contract/users.ts';
import type { Actor } from '../act/actor.ts';
import { visibleIds, visibleUsers } from '../members/visible-users.ts';
import type { ListOrder } from './list-order.ts';
import { hasTwoFactorState, type TwoFactorDemands } from './two-factor-filter.ts';

/** What a list is asked for, as the contract reads it. */
export type Filters = Omit<InputOf<typeof exportUsers>, 'sort'> & {
  /** Of employees: activities that they may do, skills that they have. */
  activity?: string[] | undefined;
  skill?: string[] | undefined;
};

/** A condition on rows with the alias `u`. */
export type Condition = RawBuilder<SqlBool>;

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

/** People whom a filter names directly: the query of their ids, and the same as a question about one person. */
export type Group = { roles: string[] | null; ids: RawBuilder<unknown>; holds: Condition };

/** The groups to all of which somebody must belong. */
export function groupsOf(filters: Filters, role: RoleFilter, today: string): Group[] {
  const groups: Group[] = [];
  const ofUsers = (test: (alias: string) => Condition) =>
    groups.push({ roles: null, ids: sql`select u.id from users u where ${test('u')}`, holds: askUser(test) });
  if (role && !role.none) groups.push(holders(role.ids, today));
  if (filters.organisation) groups.push(members(filters.organisation));
  if (filters.group) groups.push(linked(filters.group, today));
  if (filters.activity) groups.push(doing(filters.activity));
  if (filters.skill) groups.push(skilled(filters.skill, today));
  if (filters.locked) ofUsers((x) => sql`${sql.ref(`${x}.locked_at`)} is not null`);
  if (filters.admin) ofUsers((x) => sql`${sql.ref(`${x}.is_admin`)}`);
  if (filters.twoFactor?.every((state) => state.startsWith('on')))
    ofUsers((x) => sql`${sql.ref(`${x}.two_factor_on`)}`);
  if (filters.leavesWithin !== undefined) {
    const last = Temporal.PlainDate.from(today).add({ days: filters.leavesWithin }).toString();
    ofUsers((x) => {
      const leaves = sql.ref(`${x}.leaves_on`);
      return sql`(${sql.ref(`${x}.standing`)} = 'present' and ${leaves} is not null and ${leaves} <= ${last}::date)`;
    });
  }
  return groups;
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

function askUser(test: (alias: string) => Condition): Condition {
  return sql`(select ${test('x')} from users x where x.id = u.id)`;
}

/** The people whom the actor may know of, where these are not all. */
export function seenBy(actor: Actor): Group[] {
  const [ids, holds] = [visibleIds(actor), visibleUsers(actor)];
  return ids && holds ? [{ roles: null, ids, holds }] : [];
}

function members(organisations: string[]): Group {
  const where = sql`m.organisation_id = any(${organisations}::uuid[])`;
  return {
    roles: null,
    ids: sql`select m.user_id as id from members m where ${where}`,
    holds: sql`(select true from members m where m.user_id = u.id and ${where} limit 1)`,
  };
}

function linked(groups: string[], today: string): Group {
  const where = sql`l.group_id = any(${groups}::uuid[]) and coalesce(l.until, 'infinity') >= ${today}::date`;
  return {
    roles: null,
    ids: sql`select l.user_id as id from group_members l where ${where}`,
    holds: sql`(select true from group_members l where l.user_id = u.id and ${where} limit 1)`,
  };
}

function doing(activities: string[]): Group {
  const where = sql`d.activity_id = any(${activities}::uuid[])`;
  return {
    roles: null,
    ids: sql`select d.user_id as id from user_activities d where ${where}`,
    holds: sql`(select true from user_activities d where d.user_id = u.id and ${where} limit 1)`,
  };
}

function skilled(skills: string[], today: string): Group {
  const where = sql`k.skill_id = any(${skills}::uuid[])
    and daterange(k.starts_on, k.ends_on, '[]') @> ${today}::date`;
  return {
    roles: null,
    ids: sql`select k.user_id as id from user_skills k where ${where}`,
    holds: sql`(select true from user_skills k where k.user_id = u.id and ${where} limit 1)`,
  };
}

function holders(ids: string[], today: string): Group {
  const held = sql`${roleIn(ids)} and coalesce(a.ends_on, 'infinity') >= ${today}::date`;
  return {
    roles: ids,
    ids: sql`select a.user_id as id from role_assignments a where ${held}`,
    // A scalar subquery stays one look-up per person; PostgreSQL would turn `exists` into a join over all holders.
    holds: sql`(select true from role_assignments a where ${held} and a.user_id = u.id limit 1)`,
  };
}

function roleIn(ids: string[]): Condition {
  return ids.length === 1 ? sql`a.role_id = ${ids[0]}::uuid` : sql`a.role_id = any(${ids}::uuid[])`;
}

function hasNoRoleOr(ids: string[], today: string): Condition {
  const without = sql<SqlBool>`(select true from role_assignments a
    where a.user_id = u.id and coalesce(a.ends_on, 'infinity') >= ${today}::date limit 1) is null`;
  return ids.length === 0 ? without : sql`(${holders(ids, today).holds} is true or ${without})`;
}

function hasNoInvitation(which: 'expired' | 'none'): Condition {
  const alive = sql`and l.used_at is null and l.revoked_at is null and l.expires_at > now()`;
  return sql`not exists (select from links l where l.user_id = u.id and l.purpose = 'activation'
    ${which === 'expired' ? alive : sql``})`;
}
