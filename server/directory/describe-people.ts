import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { displayName } from '../../contract/names.ts';
import type { Language } from '../../contract/shapes.ts';
import { twoFactorState, type UserListed } from '../../contract/user-shapes.ts';
import { type Actor, seenOrganisations } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { roleName } from '../roles/role-name.ts';
import { mustHaveTwoFactorNow } from './two-factor-filter.ts';

type Row = Omit<UserListed, 'name' | 'twoFactor' | 'roles' | 'organisations'> & {
  twoFactorOn: boolean;
  twoFactorRequired: boolean;
};
type Role = { key: string | null; name: string | null };
type Assignment = { userId: string; id: string; role: Role; endsOn: string | null };
type Membership = { userId: string; id: string; name: string; role: Role };

/**
 * The people with these ids as lists show them, in the same order; who is gone meanwhile is left out. All in one
 * statement, as JSON values, with the roles and organisations of all together: looked up for each person they took most
 * of the time.
 */
export async function describePeople(db: Db, ids: string[], actor: Actor): Promise<UserListed[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    people: Row[] | null;
    assignments: Assignment[] | null;
    memberships: Membership[] | null;
  }>`
    with asked as (select ${ids}::uuid[] as ids)
    select (select json_agg(p) from (
      select u.id, u.number, u.username, u.salutation, u.first_name as "firstName", u.infix, u.last_name as "lastName",
        u.email, u.phone, u.mobile, u.job_title as "jobTitle", u.personnel_number as "personnelNumber", u.language,
        u.time_zone as "timeZone", u.is_admin as admin, u.state, u.billed, u.locked_at is not null as locked,
        nullif(u.last_sign_in_at, '-infinity') as "lastSignInAt", u.created_at as "createdAt", u.starts_on as "startsOn",
        u.leaves_on as "leavesOn", u.two_factor_on as "twoFactorOn", ${mustHaveTwoFactorNow('u')} as "twoFactorRequired"
      from users u where u.id = any((select ids from asked)::uuid[])
    ) p) as people,
    (select json_agg(json_build_object(
        'userId', a.user_id, 'id', r.id, 'role', ${itsRole}, 'endsOn', a.ends_on
      ) order by r.position, r.name, r.id)
      from role_assignments a join roles r on r.id = a.role_id
      where a.user_id = any((select ids from asked)::uuid[])) as assignments,
    (select json_agg(json_build_object(
        'userId', m.user_id, 'id', o.id, 'name', o.name, 'role', ${itsRole}
      ) order by o.name_key)
      from members m join organisations o on o.id = m.organisation_id join roles r on r.id = m.role_id
      where m.user_id = any((select ids from asked)::uuid[]) and ${seenBy(actor)}) as memberships`.execute(
    db,
  );
  const { people, assignments, memberships } = rows[0] ?? {};
  const found = new Map((people ?? []).map((row) => [row.id, row]));
  const assigned = Map.groupBy(assignments ?? [], ({ userId }) => userId);
  const belonging = Map.groupBy(memberships ?? [], ({ userId }) => userId);
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [describe(row, assigned.get(id) ?? [], belonging.get(id) ?? [], actor.language)] : [];
  });
}

/** The role that is `r` in the statement. */
const itsRole = sql`json_build_object('key', r.key, 'name', r.name)`;

/** Of the organisations of people, those that the reader may know of. */
function seenBy(actor: Actor): RawBuilder<SqlBool> {
  const seen = seenOrganisations(actor);
  return seen === null ? sql`true` : sql`m.organisation_id = any(${seen}::uuid[])`;
}

function describe(
  { twoFactorOn, twoFactorRequired, ...row }: Row,
  assignments: Assignment[],
  memberships: Membership[],
  language: Language,
): UserListed {
  return {
    ...row,
    name: displayName(row),
    twoFactor: twoFactorState(twoFactorOn, twoFactorRequired),
    lastSignInAt: row.lastSignInAt === null ? null : asInstant(row.lastSignInAt),
    createdAt: asInstant(row.createdAt),
    roles: assignments.map(({ id, role, endsOn }) => ({
      id,
      key: role.key,
      name: roleName(role, language),
      endsOn,
    })),
    organisations: memberships.map(({ id, name, role }) => ({ id, name, role: roleName(role, language) })),
  };
}

/** PostgreSQL writes moments into JSON with the offset of its session. */
function asInstant(text: string): string {
  return Temporal.Instant.from(text).toString();
}
