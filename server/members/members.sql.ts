import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import { wordsOf } from '../../contract/search-terms.ts';
import { insertMany } from '../db/insert-many.ts';
import type { Db } from '../db/transact.ts';
import type { UserRow } from '../users/users.sql.ts';

export type Membership = {
  organisationId: string;
  organisationName: string;
  roleId: string;
  roleKey: string | null;
  roleName: string | null;
  permissions: Permission[];
};

export async function insertMembers(
  transaction: Db,
  members: { userId: string; organisationId: string; roleId: string }[],
): Promise<void> {
  await insertMany(
    transaction,
    'members',
    members.map(({ userId, organisationId, roleId }) => ({
      user_id: userId,
      organisation_id: organisationId,
      role_id: roleId,
    })),
  );
}

/** What somebody belongs to, of the organisations among `seen`; null: of all. */
export async function listMembershipsOf(
  db: Db,
  userId: string,
  seen: string[] | null,
): Promise<Membership[]> {
  return db
    .selectFrom('members as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('roles as r', 'r.id', 'm.role_id')
    .select([
      'o.id as organisationId',
      'o.name as organisationName',
      'r.id as roleId',
      'r.key as roleKey',
      'r.name as roleName',
      sql<Permission[]>`r.permissions`.as('permissions'),
    ])
    .where('m.user_id', '=', userId)
    .$if(seen !== null, (query) => query.where(sql<SqlBool>`o.id = any(${seen}::uuid[])`))
    .orderBy('o.name_key')
    .execute();
}

const known: ReadonlySet<string> = new Set(permissions);

export type PermissionSource = {
  permission: Permission;
  /** Null for a role in the whole installation. */
  organisation: { id: string; name: string } | null;
  role: { id: string; key: string | null; name: string | null };
  endsOn: string | null;
};

/** What somebody may on this day, with every source, admin access aside. */
export async function listPermissionSources(
  db: Db,
  userId: string,
  day: string,
): Promise<PermissionSource[]> {
  const { rows } = await sql<PermissionSource>`
    select p.permission, p.ends_on as "endsOn",
      jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) as role,
      case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as organisation
    from permission_sources(${userId}::uuid, ${day}::date) p
    join roles r on r.id = p.role_id
    left join organisations o on o.id = p.organisation_id
    order by r.position, r.name, o.name_key`.execute(db);
  return rows.filter(({ permission }) => known.has(permission));
}

export type StoredMember = Pick<
  UserRow,
  | 'id'
  | 'number'
  | 'username'
  | 'first_name'
  | 'infix'
  | 'last_name'
  | 'email'
  | 'state'
  | 'is_admin'
  | 'activated_at'
  | 'sort_key'
> & {
  since: Temporal.Instant;
  role: { id: string; key: string | null; name: string | null; permissions: Permission[] };
};

const memberRows = sql`
  select u.id, u.number, u.username, u.first_name, u.infix, u.last_name, u.email, u.state, u.is_admin, u.activated_at,
    u.sort_key, m.since,
    jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name, 'permissions', to_jsonb(r.permissions)) as role
  from members m join users u on u.id = m.user_id join roles r on r.id = m.role_id`;

export async function findMember(
  db: Db,
  organisationId: string,
  userId: string,
): Promise<StoredMember | undefined> {
  const { rows } = await sql<StoredMember>`
    ${memberRows} where m.organisation_id = ${organisationId}::uuid and m.user_id = ${userId}::uuid`.execute(
    db,
  );
  return rows[0];
}

type Wanted = {
  organisationId: string;
  search: string;
  states: ('pending' | 'active')[] | undefined;
  /** Who belongs to no other organisation. */
  onlyHere: boolean;
};

const nowhereElse = sql<SqlBool>`not exists (
  select from members other where other.user_id = m.user_id and other.organisation_id <> m.organisation_id
)`;

function wantedMembers({ organisationId, search, states, onlyHere }: Wanted): RawBuilder<SqlBool> {
  const patterns = wordsOf(search).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const found = patterns.length === 0 ? sql`true` : sql`u.search_text like all(${patterns}::text[])`;
  const wants = (state: 'pending' | 'active') => states === undefined || states.includes(state);
  const activation = wants('pending')
    ? wants('active')
      ? sql`true`
      : sql`u.activated_at is null`
    : sql`u.activated_at is not null`;
  const here = onlyHere ? nowhereElse : sql`true`;
  return sql`(m.organisation_id = ${organisationId}::uuid and ${found} and ${activation} and ${here})`;
}

/** The members of an organisation by name. */
export async function listMembers(
  db: Db,
  wanted: Wanted,
  after: [string, string] | null,
  limit: number,
): Promise<StoredMember[]> {
  const { rows } = await sql<StoredMember>`
    ${memberRows}
    where ${wantedMembers(wanted)}
      and ${after === null ? sql`true` : sql`(u.sort_key, u.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by u.sort_key, u.id
    limit ${limit}`.execute(db);
  return rows;
}

export async function countMembers(db: Db, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from members m join users u on u.id = m.user_id
    where ${wantedMembers(wanted)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many administrators an organisation has besides this person. */
export async function countOrganisationAdministrators(
  db: Db,
  organisationId: string,
  besides: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from members m join roles r on r.id = m.role_id
    where m.organisation_id = ${organisationId}::uuid and r.key = 'organisation-administrator'
      and m.user_id <> ${besides}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The administrators of an organisation who can read their mail: activated, and not gone. */
export async function listAdministratorsOf(db: Db, organisationId: string): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select u.* from members m join roles r on r.id = m.role_id join users u on u.id = m.user_id
    where m.organisation_id = ${organisationId}::uuid and r.key = 'organisation-administrator'
      and u.activated_at is not null and u.standing = 'present'`.execute(db);
  return rows;
}

export async function updateMemberRole(
  transaction: Db,
  organisationId: string,
  userId: string,
  roleId: string,
): Promise<void> {
  await transaction
    .updateTable('members')
    .set({ role_id: roleId })
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .execute();
}

export async function deleteMember(transaction: Db, organisationId: string, userId: string): Promise<void> {
  await transaction
    .deleteFrom('members')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .execute();
}

/** How many people belong to this organisation and to no other. */
export async function countOnlyHere(db: Db, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from members m
    where m.organisation_id = ${organisationId}::uuid and ${nowhereElse}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Makes all members of one organisation members of another with their role; who is one there already stays so. */
export async function moveMembers(transaction: Db, from: string, to: string): Promise<void> {
  await sql`
    insert into members (organisation_id, user_id, role_id, since)
    select ${to}::uuid, user_id, role_id, since from members where organisation_id = ${from}::uuid
    on conflict do nothing`.execute(transaction);
}
