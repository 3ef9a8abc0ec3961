import { sql } from 'kysely';
import { displayName } from '../../contract/names.ts';
import type { Language } from '../../contract/shapes.ts';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';
import { roleName } from '../roles/role-name.ts';

type RoleRow = { id: string; key: string | null; name: string | null; endsOn: string | null };
type OrganisationRow = { id: string; name: string; role: { key: string | null; name: string | null } };

type Row = Omit<
  UserListed,
  'name' | 'twoFactor' | 'roles' | 'organisations' | 'lastSignInAt' | 'createdAt'
> & {
  lastSignInAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  roles: RoleRow[];
  organisations: OrganisationRow[];
};

/** The people with these ids as lists show them, in the same order; who is gone meanwhile is left out. */
export async function describePeople(db: Db, ids: string[], language: Language): Promise<UserListed[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select u.id, u.number, u.username, u.salutation, u.first_name as "firstName", u.infix, u.last_name as "lastName",
      u.email, u.phone, u.mobile, u.job_title as "jobTitle", u.personnel_number as "personnelNumber", u.language,
      u.time_zone as "timeZone", u.is_admin as admin, u.state, u.billed, u.locked_at is not null as locked,
      u.last_sign_in_at as "lastSignInAt", u.created_at as "createdAt", u.starts_on as "startsOn",
      u.leaves_on as "leavesOn", ${roles} as roles, ${organisations} as organisations
    from users u where u.id = any(${ids}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [describe(row, language)] : [];
  });
}

const roles = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'key', r.key, 'name', r.name, 'endsOn', a.ends_on)
    order by r.position, r.name, r.id)
  from role_assignments a join roles r on r.id = a.role_id where a.user_id = u.id), '[]')`;

const organisations = sql`coalesce((
  select json_agg(json_build_object('id', o.id, 'name', o.name, 'role',
    json_build_object('key', r.key, 'name', r.name)) order by o.name_key)
  from members m join organisations o on o.id = m.organisation_id join roles r on r.id = m.role_id
  where m.user_id = u.id), '[]')`;

function describe(row: Row, language: Language): UserListed {
  return {
    ...row,
    name: displayName(row),
    twoFactor: 'off',
    lastSignInAt: row.lastSignInAt?.toString() ?? null,
    createdAt: row.createdAt.toString(),
    roles: row.roles.map(({ id, key, name, endsOn }) => ({
      id,
      key,
      name: roleName({ key, name }, language),
      endsOn,
    })),
    organisations: row.organisations.map(({ id, name, role }) => ({
      id,
      name,
      role: roleName(role, language),
    })),
  };
}
