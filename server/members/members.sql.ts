import { sql } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import type { Db } from '../db/transact.ts';

export type Membership = {
  organisationId: string;
  organisationName: string;
  roleKey: string | null;
  roleName: string | null;
};

export async function insertMembers(
  transaction: Db,
  members: { userId: string; organisationId: string; roleId: string }[],
): Promise<void> {
  if (members.length === 0) return;
  await transaction
    .insertInto('members')
    .values(
      members.map(({ userId, organisationId, roleId }) => ({
        user_id: userId,
        organisation_id: organisationId,
        role_id: roleId,
      })),
    )
    .execute();
}

export async function listMembershipsOf(db: Db, userId: string): Promise<Membership[]> {
  return db
    .selectFrom('members as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .innerJoin('roles as r', 'r.id', 'm.role_id')
    .select([
      'o.id as organisationId',
      'o.name as organisationName',
      'r.key as roleKey',
      'r.name as roleName',
    ])
    .where('m.user_id', '=', userId)
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
export async function listPermissionSources(db: Db, userId: string, day: string): Promise<PermissionSource[]> {
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

/** What somebody's roles let them do in the whole installation on this day, admin access aside. */
export async function listPermissionsOf(db: Db, userId: string, day: string): Promise<Permission[]> {
  const sources = await listPermissionSources(db, userId, day);
  return [...new Set(sources.filter(({ organisation }) => organisation === null).map(({ permission }) => permission))];
}
