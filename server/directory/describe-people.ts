import { type RawBuilder, sql } from 'kysely';
import { displayName } from '../../contract/names.ts';
import type { Language } from '../../contract/shapes.ts';
import { twoFactorState, type UserListed } from '../../contract/user-shapes.ts';
import { type Actor, seenOrganisations } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { roleName } from '../roles/role-name.ts';
import { mustHaveTwoFactorNow } from './two-factor-filter.ts';

type Row = Omit<UserListed, 'name' | 'twoFactor' | 'roles' | 'organisations'> & {
  roles: { id: string; endsOn: string | null }[] | null;
  organisations: { id: string; name: string; role: string }[] | null;
  twoFactorOn: boolean;
  twoFactorRequired: boolean;
};

type Role = { id: string; key: string | null; name: string | null };
type RoleNames = Map<string, Role & { rank: number }>;

/**
 * The people with these ids as lists show them, in the same order; who is gone meanwhile is left out. All in one
 * statement, rows as one JSON value and with the ids of roles instead of their names, which took most of the time.
 */
export async function describePeople(db: Db, ids: string[], actor: Actor): Promise<UserListed[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ people: Row[] | null; roles: Role[] | null }>`
    select (select json_agg(p) from (
      select u.id, u.number, u.username, u.salutation, u.first_name as "firstName", u.infix, u.last_name as "lastName",
        u.email, u.phone, u.mobile, u.job_title as "jobTitle", u.personnel_number as "personnelNumber", u.language,
        u.time_zone as "timeZone", u.is_admin as admin, u.state, u.billed, u.locked_at is not null as locked,
        nullif(u.last_sign_in_at, '-infinity') as "lastSignInAt", u.created_at as "createdAt", u.starts_on as "startsOn",
        u.leaves_on as "leavesOn", u.two_factor_on as "twoFactorOn",
        ${mustHaveTwoFactorNow('u')} as "twoFactorRequired", ${roles} as roles, ${organisationsOf(actor)} as organisations
      from users u where u.id = any(${ids}::uuid[])
    ) p) as people,
    (select json_agg(r) from (select id, key, name from roles order by position, name, id) r) as roles`.execute(
    db,
  );
  const people = new Map((rows[0]?.people ?? []).map((row) => [row.id, row]));
  const names = new Map((rows[0]?.roles ?? []).map((role, rank) => [role.id, { ...role, rank }]));
  return ids.flatMap((id) => {
    const row = people.get(id);
    return row ? [describe(row, names, actor.language)] : [];
  });
}

const roles = sql`(
  select json_agg(json_build_object('id', a.role_id, 'endsOn', a.ends_on)) from role_assignments a
  where a.user_id = u.id)`;

/** Of somebody's organisations, those that the reader may know of. */
function organisationsOf(actor: Actor): RawBuilder<unknown> {
  const seen = seenOrganisations(actor);
  return sql`(
    select json_agg(json_build_object('id', o.id, 'name', o.name, 'role', m.role_id) order by o.name_key)
    from members m join organisations o on o.id = m.organisation_id
    where m.user_id = u.id and ${seen === null ? sql`true` : sql`m.organisation_id = any(${seen}::uuid[])`})`;
}

function describe(
  { twoFactorOn, twoFactorRequired, ...row }: Row,
  names: RoleNames,
  language: Language,
): UserListed {
  return {
    ...row,
    name: displayName(row),
    twoFactor: twoFactorState(twoFactorOn, twoFactorRequired),
    lastSignInAt: row.lastSignInAt === null ? null : asInstant(row.lastSignInAt),
    createdAt: asInstant(row.createdAt),
    roles: (row.roles ?? [])
      .flatMap(({ id, endsOn }) => {
        const role = names.get(id);
        return role ? [{ role, endsOn }] : [];
      })
      .sort((a, b) => a.role.rank - b.role.rank)
      .map(({ role, endsOn }) => ({ id: role.id, key: role.key, name: roleName(role, language), endsOn })),
    organisations: (row.organisations ?? []).flatMap(({ id, name, role }) => {
      const held = names.get(role);
      return held ? [{ id, name, role: roleName(held, language) }] : [];
    }),
  };
}

/** PostgreSQL writes moments into JSON with the offset of its session. */
function asInstant(text: string): string {
  return Temporal.Instant.from(text).toString();
}
