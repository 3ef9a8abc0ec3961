import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import { defaultRoles, organisationRoles, type Permission, permissions } from '../../contract/permissions.ts';
import { Refused, refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StoredRole = {
  id: string;
  key: string | null;
  scope: 'installation' | 'organisation';
  name: string | null;
  description: string | null;
  category: string | null;
  permissions: Permission[];
  version: number;
};

const known: ReadonlySet<string> = new Set(permissions);
const columns = ['id', 'key', 'scope', 'name', 'description', 'category', 'permissions', 'version'] as const;

function readRole(row: Omit<StoredRole, 'permissions'> & { permissions: string[] }): StoredRole {
  return { ...row, permissions: row.permissions.filter((name): name is Permission => known.has(name)) };
}

export async function listStoredRoles(db: Db, scope?: StoredRole['scope']): Promise<StoredRole[]> {
  const rows = await db
    .selectFrom('roles')
    .select(columns)
    .$if(scope !== undefined, (query) => query.where('scope', '=', scope as StoredRole['scope']))
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map(readRole);
}

export async function findRole(db: Db, id: string): Promise<StoredRole | undefined> {
  const row = await db.selectFrom('roles').select(columns).where('id', '=', id).executeTakeFirst();
  return row && readRole(row);
}

/** The role, locked until the transaction ends: its rights stay what they are while they are given. */
export async function lockRole(transaction: Db, id: string): Promise<StoredRole | undefined> {
  const row = await transaction
    .selectFrom('roles')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && readRole(row);
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

export type RoleFields = Pick<StoredRole, 'name' | 'description' | 'category' | 'permissions'>;

export async function insertRole(
  transaction: Db,
  fields: RoleFields,
  scope: StoredRole['scope'],
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('roles')
    .values({ id, key: null, scope, ...fields, name_key: fields.name === null ? null : fold(fields.name) })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateRole(transaction: Db, id: string, fields: RoleFields): Promise<void> {
  await transaction
    .updateTable('roles')
    .set((eb) => ({
      ...fields,
      name_key: fields.name === null ? null : fold(fields.name),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

function refuseTaken(error: unknown): never {
  const taken = error instanceof Error && 'constraint' in error && error.constraint === 'roles_name';
  throw taken ? refuseField('roles.name-taken', 'name') : error;
}

export async function deleteRole(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('roles').where('id', '=', id).execute();
}

export type AssignedRole = StoredRole & { endsOn: string | null };

/** The roles that are given to this person in the whole installation, also those whose end lies behind us. */
export async function listRolesOf(db: Db, userId: string): Promise<AssignedRole[]> {
  const rows = await db
    .selectFrom('role_assignments as a')
    .innerJoin('roles as r', 'r.id', 'a.role_id')
    .select(columns.map((column) => `r.${column}` as const))
    .select('a.ends_on')
    .where('a.user_id', '=', userId)
    .orderBy('r.position')
    .orderBy('r.name')
    .execute();
  return rows.map(({ ends_on, ...row }) => ({ ...readRole(row), endsOn: ends_on }));
}

export type Assignment = { roleId: string; endsOn: string | null };

/** Makes exactly these the roles of a person. */
export async function replaceRoles(
  transaction: Db,
  userId: string,
  assignments: Assignment[],
): Promise<void> {
  const ids = assignments.map(({ roleId }) => roleId);
  await sql`
    delete from role_assignments where user_id = ${userId} and role_id <> all(${ids}::uuid[])`.execute(
    transaction,
  );
  if (assignments.length === 0) return;
  await transaction
    .insertInto('role_assignments')
    .values(assignments.map(({ roleId, endsOn }) => ({ user_id: userId, role_id: roleId, ends_on: endsOn })))
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'role_id']).doUpdateSet({ ends_on: (eb) => eb.ref('excluded.ends_on') }),
    )
    .execute();
}

/** Gives roles to people who have none of them yet. */
export async function insertRoleAssignments(
  transaction: Db,
  assignments: { userId: string; roleId: string; endsOn?: string | null }[],
): Promise<void> {
  if (assignments.length === 0) return;
  await transaction
    .insertInto('role_assignments')
    .values(
      assignments.map(({ userId, roleId, endsOn = null }) => ({
        user_id: userId,
        role_id: roleId,
        ends_on: endsOn,
      })),
    )
    .execute();
}

/** Gives everybody who holds a role another one in its place, or none; who holds both keeps the later end. */
export async function moveAssignments(transaction: Db, from: string, to: string | null): Promise<string[]> {
  if (to !== null) {
    await sql`
      insert into role_assignments (user_id, role_id, ends_on)
      select user_id, ${to}::uuid, ends_on from role_assignments where role_id = ${from}::uuid
      on conflict (user_id, role_id) do update set ends_on = case
        when role_assignments.ends_on is null or excluded.ends_on is null then null
        else greatest(role_assignments.ends_on, excluded.ends_on) end`.execute(transaction);
  }
  const { rows } = await sql<{ user_id: string }>`
    delete from role_assignments where role_id = ${from}::uuid returning user_id`.execute(transaction);
  return rows.map((row) => row.user_id);
}

/**
 * Gives everybody who holds a role in an organisation another one there, and asks for that one where this one was asked
 * for: without a successor for that of an ordinary member. Returns who held it.
 */
export async function moveMemberships(transaction: Db, from: string, to: string | null): Promise<string[]> {
  await sql`
    update member_requests
    set role_id = coalesce(${to}::uuid, (select id from roles where key = 'member'))
    where role_id = ${from}::uuid`.execute(transaction);
  if (to === null) return [];
  const { rows } = await sql<{ user_id: string }>`
    update members set role_id = ${to}::uuid where role_id = ${from}::uuid returning user_id`.execute(
    transaction,
  );
  return [...new Set(rows.map((row) => row.user_id))];
}

/** How many people hold each role on this day: in the installation, or as their role in an organisation. */
export async function countHolders(db: Db, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select role_id as id, count(*) as count from role_assignments
    where ends_on is null or ends_on >= ${day}::date group by role_id
    union all
    select role_id, count(distinct user_id) from members group by role_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export type Holder = {
  id: string;
  first_name: string;
  infix: string | null;
  last_name: string;
  email: string;
  sort_key: string;
  organisation: { id: string; name: string } | null;
  ends_on: string | null;
};

/** Who holds a role, by name, among those whom the condition on `u` lets through. */
export async function listHolders(
  db: Db,
  role: Pick<StoredRole, 'id' | 'scope'>,
  visible: RawBuilder<SqlBool> | null,
  after: [string, string] | null,
  limit: number,
): Promise<Holder[]> {
  const held =
    role.scope === 'installation'
      ? sql`select user_id, ends_on, null::jsonb as organisation from role_assignments where role_id = ${role.id}::uuid`
      : sql`select m.user_id, null::date as ends_on, jsonb_build_object('id', o.id, 'name', o.name) as organisation
          from members m join organisations o on o.id = m.organisation_id where m.role_id = ${role.id}::uuid`;
  const { rows } = await sql<Holder>`
    select u.id, u.first_name, u.infix, u.last_name, u.email, u.sort_key, h.organisation, h.ends_on
    from (${held}) h join users u on u.id = h.user_id
    where ${visible ?? sql`true`}
      and ${after === null ? sql`true` : sql`(u.sort_key, u.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by u.sort_key, u.id
    limit ${limit}`.execute(db);
  return rows;
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
