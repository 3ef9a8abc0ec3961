import { sql } from 'kysely';
import { defaultRoles, organisationRoles, type Permission, permissions } from '../../contract/permissions.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StoredRole = {
  id: string;
  key: string | null;
  scope: 'installation' | 'organisation';
  name: string | null;
  description: string | null;
  permissions: Permission[];
};

const known: ReadonlySet<string> = new Set(permissions);

function readRole(row: Omit<StoredRole, 'permissions'> & { permissions: string[] }): StoredRole {
  return { ...row, permissions: row.permissions.filter((name): name is Permission => known.has(name)) };
}

export async function listStoredRoles(db: Db, scope?: StoredRole['scope']): Promise<StoredRole[]> {
  const rows = await db
    .selectFrom('roles')
    .select(['id', 'key', 'scope', 'name', 'description', 'permissions'])
    .$if(scope !== undefined, (query) => query.where('scope', '=', scope as StoredRole['scope']))
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map(readRole);
}

/** The roles with these ids or keys, refused at `field` when one does not exist. */
export async function getRoles(
  db: Db,
  scope: StoredRole['scope'],
  references: string[],
  field: string,
): Promise<StoredRole[]> {
  const all = await listStoredRoles(db, scope);
  const found = references.map((reference) => {
    const role = all.find(({ id, key }) => id === reference || key === reference);
    if (!role) throw new Refused('roles.unknown', { fields: [{ field, code: 'roles.unknown' }] });
    return role;
  });
  return [...new Set(found)];
}

/** The roles that are given to this person in the whole installation, also those whose end lies behind us. */
export async function listRolesOf(
  db: Db,
  userId: string,
): Promise<(StoredRole & { endsOn: string | null })[]> {
  const rows = await db
    .selectFrom('role_assignments as a')
    .innerJoin('roles as r', 'r.id', 'a.role_id')
    .select(['r.id', 'r.key', 'r.scope', 'r.name', 'r.description', 'r.permissions', 'a.ends_on'])
    .where('a.user_id', '=', userId)
    .orderBy('r.position')
    .orderBy('r.name')
    .execute();
  return rows.map(({ ends_on, ...row }) => ({ ...readRole(row), endsOn: ends_on }));
}

/** Makes exactly these the roles of a person; those that stay keep their dates. */
export async function replaceRoles(transaction: Db, userId: string, roleIds: string[]): Promise<void> {
  await sql`
    delete from role_assignments where user_id = ${userId} and role_id <> all(${roleIds}::uuid[])`.execute(
    transaction,
  );
  if (roleIds.length === 0) return;
  await transaction
    .insertInto('role_assignments')
    .values(roleIds.map((roleId) => ({ user_id: userId, role_id: roleId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives roles to people who have none of them yet. */
export async function insertRoleAssignments(
  transaction: Db,
  assignments: { userId: string; roleId: string }[],
): Promise<void> {
  await transaction
    .insertInto('role_assignments')
    .values(assignments.map(({ userId, roleId }) => ({ user_id: userId, role_id: roleId })))
    .execute();
}

/** The default roles of a fresh installation. Their names follow the reader's language. */
export async function insertDefaultRoles(transaction: Db): Promise<void> {
  const roles = [
    ...Object.entries(defaultRoles).map(([key, given]) => ({ key, given, scope: 'installation' as const })),
    ...Object.entries(organisationRoles).map(([key, given]) => ({
      key,
      given,
      scope: 'organisation' as const,
    })),
  ];
  await transaction
    .insertInto('roles')
    .values(
      roles.map(({ key, given, scope }, position) => ({
        id: newId(),
        key,
        scope,
        name: null,
        description: null,
        category: null,
        permissions: [...given],
        position,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
