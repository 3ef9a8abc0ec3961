import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import { type Actor, holds } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import type { StoredRole } from '../roles/roles.sql.ts';
import { findUser, lockUserRow, type UserRow } from '../users/users.sql.ts';
import { viewOf, visibleUsers } from './visible-users.ts';

/** Somebody whom the actor may know of; anybody else answers like somebody who does not exist. */
export async function getVisibleUser(db: Db, actor: Actor, id: string): Promise<UserRow> {
  await assertVisible(db, actor, id);
  return present(await findUser(db, id));
}

/** The same, with the row locked until the transaction ends. */
export async function lockVisibleUser(transaction: Db, actor: Actor, id: string): Promise<UserRow> {
  await assertVisible(transaction, actor, id);
  return present(await lockUserRow(transaction, id));
}

function present(user: UserRow | undefined): UserRow {
  if (!user) throw new Refused('users.not-found');
  return user;
}

async function assertVisible(db: Db, actor: Actor, id: string): Promise<void> {
  if (!(await isVisible(db, actor, id))) throw new Refused('users.not-found');
  const needed = actor.exercises;
  if (needed && needed !== viewOf(actor) && !(await isAmong(db, visibleUsers(actor, needed), id))) {
    throw new Refused('session.not-allowed');
  }
}

/** True when the actor may know of this person. */
export async function isVisible(db: Db, actor: Actor, id: string): Promise<boolean> {
  return isAmong(db, visibleUsers(actor), id);
}

async function isAmong(db: Db, people: RawBuilder<SqlBool> | null, id: string): Promise<boolean> {
  if (people === null) return true;
  const { rows } = await sql`select 1 from users u where u.id = ${id}::uuid and ${people}`.execute(db);
  return rows.length > 0;
}

/**
 * True when this person has a right that the actor lacks, in the whole installation or in one organisation. Nobody
 * acts on the security of such a person, nor changes what they sign in with.
 */
export async function isAbove(db: Db, actor: Actor, user: { id: string }, day: string): Promise<boolean> {
  return (await listAbove(db, actor, [user.id], day)).has(user.id);
}

const known: ReadonlySet<string> = new Set(permissions);

type Right = { id: string; is_admin: boolean; permission: Permission | null; organisation_id: string | null };

/** Which of these people have a right that the actor lacks. */
export async function listAbove(
  db: Db,
  actor: Actor,
  ids: string[],
  day: string,
): Promise<ReadonlySet<string>> {
  if (actor.admin || ids.length === 0) return new Set();
  const { rows } = await sql<Right>`
    select distinct u.id, u.is_admin, p.permission, p.organisation_id
    from users u left join lateral permission_sources(u.id, ${day}::date) p on true
    where u.id = any(${ids}::uuid[])`.execute(db);
  const isBeyond = ({ is_admin, permission, organisation_id }: Right) =>
    is_admin ||
    (permission !== null && known.has(permission) && !holds(actor, permission, organisation_id ?? undefined));
  return new Set(rows.filter(isBeyond).map(({ id }) => id));
}

export async function assertNotAbove(db: Db, actor: Actor, user: { id: string }, day: string): Promise<void> {
  if (await isAbove(db, actor, user, day)) throw new Refused('users.above-you');
}

/** Nobody gives or takes a role with a right that they lack themselves. */
export function assertMayGive(actor: Actor, roles: StoredRole[]): void {
  const lacks = (permission: Permission) => !actor.permissions.has(permission);
  if (roles.some((role) => role.permissions.some(lacks))) {
    throw new Refused('roles.above-you', { fields: [{ field: 'roles', code: 'roles.above-you' }] });
  }
}

type Given = { permissions: readonly Permission[] };

/** True when a role in an organisation holds a right that the actor lacks, there and in the whole installation. */
export function isAboveIn(actor: Actor, organisationId: string, role: Given): boolean {
  return !role.permissions.every((permission) => holds(actor, permission, organisationId));
}

/** True when the actor may change or end a membership with this role. */
export function mayManage(actor: Actor, organisationId: string, role: Given): boolean {
  return holds(actor, 'members.manage', organisationId) && !isAboveIn(actor, organisationId, role);
}

/** Nobody gives a role in an organisation with a right that they lack there. */
export function assertMayGiveIn(actor: Actor, organisationId: string, role: Given, field = 'role'): void {
  if (isAboveIn(actor, organisationId, role)) throw refuseField('roles.above-you', field);
}

/** For what all organisations share: a right in one of them is not enough. */
export function assertEverywhere(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission)) throw new Refused('session.not-allowed');
}
