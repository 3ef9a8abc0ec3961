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

/** What somebody's roles let them do in the whole installation on this day, admin access aside. */
export async function listPermissionsOf(db: Db, userId: string, day: string): Promise<Permission[]> {
  const { rows } = await sql<{ permission: string }>`
    select distinct unnest(r.permissions) as permission
    from role_assignments a join roles r on r.id = a.role_id
    where a.user_id = ${userId} and (a.ends_on is null or a.ends_on >= ${day}::date)`.execute(db);
  return rows.map((row) => row.permission).filter((name): name is Permission => known.has(name));
}
