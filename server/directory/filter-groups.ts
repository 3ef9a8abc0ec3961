import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import { inSight, visibleIds, visibleOneByOne } from '../members/visible-users.ts';
import { type Circles, inCircles, marks } from './circles.ts';
import { askUser, type Condition, holdsRole, isHeld } from './conditions.ts';
import type { Named, RoleFilter } from './read-named.ts';
import type { Filters } from './user-filter.ts';

/**
 * People whom a filter names directly: the query of their ids, the same as a question about one person, and the
 * circles that they are, where they are kept as such.
 */
export type Group = { ids: RawBuilder<unknown>; holds: Condition; circles: Circles | null };

/** The groups to all of which somebody must belong. */
export function groupsOf(filters: Filters, { role, organisations, groups }: Named, today: string): Group[] {
  const last = Temporal.PlainDate.from(today)
    .add({ days: filters.leavesWithin ?? 0 })
    .toString();
  return [
    ...(role && !role.none ? [holders(role, today)] : []),
    ...(organisations ? [members(organisations)] : []),
    ...(groups ? [linked(groups, today)] : []),
    ...(filters.activity ? [doing(filters.activity)] : []),
    ...(filters.skill ? [skilled(filters.skill, today)] : []),
    ...(filters.locked ? [marked('locked', (x) => sql`${sql.ref(`${x}.locked_at`)} is not null`)] : []),
    ...(filters.admin ? [marked('admin', (x) => sql`${sql.ref(`${x}.is_admin`)}`)] : []),
    ...(filters.twoFactor?.every((state) => state.startsWith('on'))
      ? [marked('twoFactorOn', (x) => sql`${sql.ref(`${x}.two_factor_on`)}`)]
      : []),
    ...(filters.leavesWithin === undefined ? [] : [leaving(last)]),
  ];
}

/** The people whom the actor may know of, where these are not all. */
export function seenBy(actor: Actor): Group[] {
  const [ids, holds, seen] = [visibleIds(actor), visibleOneByOne(actor), inSight(actor)];
  if (!ids || !holds || !seen) return [];
  return [{ ids, holds, circles: { ids: seen.organisations, person: seen.oneself, holding: null } }];
}

function holders({ ids }: NonNullable<RoleFilter>, today: string): Group {
  return {
    ids: sql`select a.user_id as id from role_assignments a where ${isHeld(ids, today)}`,
    holds: holdsRole(ids, today),
    circles: inCircles(ids),
  };
}

function members(organisations: string[]): Group {
  const where = sql`m.organisation_id = any(${organisations}::uuid[])`;
  return {
    ids: sql`select m.user_id as id from members m where ${where}`,
    holds: sql`(select true from members m where m.user_id = u.id and ${where} limit 1)`,
    circles: inCircles(organisations),
  };
}

function linked(groups: string[], today: string): Group {
  const where = sql`l.group_id = any(${groups}::uuid[]) and coalesce(l.until, 'infinity') >= ${today}::date`;
  return {
    ids: sql`select l.user_id as id from group_members l where ${where}`,
    holds: sql`(select true from group_members l where l.user_id = u.id and ${where} limit 1)`,
    circles: inCircles(groups),
  };
}

function doing(activities: string[]): Group {
  const where = sql`d.activity_id = any(${activities}::uuid[])`;
  return {
    ids: sql`select d.user_id as id from user_activities d where ${where}`,
    holds: sql`(select true from user_activities d where d.user_id = u.id and ${where} limit 1)`,
    circles: null,
  };
}

function skilled(skills: string[], today: string): Group {
  const where = sql`k.skill_id = any(${skills}::uuid[])
    and daterange(k.starts_on, k.ends_on, '[]') @> ${today}::date`;
  return {
    ids: sql`select k.user_id as id from user_skills k where ${where}`,
    holds: sql`(select true from user_skills k where k.user_id = u.id and ${where} limit 1)`,
    circles: null,
  };
}

function marked(
  mark: keyof typeof marks,
  test: (alias: string) => Condition,
  holding: Condition | null = null,
): Group {
  return {
    ids: sql`select u.id from users u where ${test('u')}`,
    holds: askUser(test),
    circles: inCircles([marks[mark]], holding),
  };
}

function leaving(last: string): Group {
  const test = (x: string): Condition => {
    const leaves = sql.ref(`${x}.leaves_on`);
    return sql`(${sql.ref(`${x}.standing`)} = 'present' and ${leaves} is not null and ${leaves} <= ${last}::date)`;
  };
  // As a truth, so that PostgreSQL walks the circle and does not reach for the index of ends.
  return marked('leaving', test, sql`(u.until <= ${last}::date) is true`);
}
