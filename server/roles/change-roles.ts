import { organisationPermissions, type Permission } from '../../contract/permissions.ts';
import type { changeRole, createRole, deleteRole } from '../../contract/roles.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { changesBetween, type RecordedDeed, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { describeRole } from './describe-role.ts';
import { getRoleAct, holdersToday } from './list-roles.ts';
import {
  deleteRole as deleteRoleRow,
  findRole,
  insertRole,
  lockRole,
  moveAssignments,
  moveMemberships,
  type RoleFields,
  type StoredRole,
  updateRole,
} from './roles.sql.ts';

/** A role in an organisation holds only what can be held in one organisation. */
function assertFits(scope: StoredRole['scope'], permissions: readonly Permission[]): void {
  const fits: readonly Permission[] = organisationPermissions;
  if (scope === 'installation' || permissions.every((permission) => fits.includes(permission))) return;
  throw refuseField('roles.not-in-organisation', 'permissions');
}

/** Nobody puts a right into a role, or takes one out, that they do not have themselves. */
function assertWithin(actor: Actor, permissions: readonly Permission[]): void {
  if (permissions.every((permission) => actor.permissions.has(permission))) return;
  throw refuseField('roles.above-you', 'permissions');
}

export const createRoleAct: Act<typeof createRole> = async (db, actor, { scope, ...input }) => {
  assertWithin(actor, input.permissions);
  assertFits(scope, input.permissions);
  const fields = { description: null, category: null, ...input };
  const id = await transact(db, async (transaction) => {
    const made = await insertRole(transaction, fields, scope);
    const changes = Object.entries({ ...fields, scope })
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({ field, from: null, to: value }));
    await recordDeeds(transaction, actor, [deed('roles.created', made, changes)]);
    return made;
  });
  return getRoleAct(db, actor, { id });
};

export const changeRoleAct: Act<typeof changeRole> = async (db, actor, { id, version, ...given }) => {
  await transact(db, async (transaction) => {
    const role = await getLocked(transaction, id, version);
    const before: RoleFields = {
      name: role.name,
      description: role.description,
      category: role.category,
      permissions: role.permissions,
    };
    const after = { ...before, ...given };
    // A default role keeps its name in every language until somebody gives it one of its own.
    if (role.name === null && given.name === describeRole(actor, role, 0).name) after.name = null;
    if (role.description === null && given.description === describeRole(actor, role, 0).description) {
      after.description = null;
    }
    assertWithin(actor, difference(before.permissions, after.permissions));
    assertFits(role.scope, after.permissions);
    const changes = changesBetween<Record<string, unknown>>(before, after);
    if (changes.length === 0) return;
    await updateRole(transaction, id, after);
    await recordDeeds(transaction, actor, [deed('roles.changed', id, changes)]);
  });
  return getRoleAct(db, actor, { id });
};

function difference(before: readonly Permission[], after: readonly Permission[]): Permission[] {
  return [
    ...before.filter((permission) => !after.includes(permission)),
    ...after.filter((permission) => !before.includes(permission)),
  ];
}

/** Deletes an own role; its holders get the successor in the same transaction, each with a line in the audit log. */
export const deleteRoleAct: Act<typeof deleteRole> = async (db, actor, { id, version, successor }) => {
  await transact(db, async (transaction) => {
    const role = await getLocked(transaction, id, version);
    if (role.key !== null) throw new Refused('roles.default-stays');
    assertWithin(actor, role.permissions);
    const holders = (await holdersToday(transaction)).get(id) ?? 0;
    if (holders > 0 && successor === undefined) throw refuseField('roles.in-use', 'successor');
    const next =
      successor === undefined || successor === 'none'
        ? null
        : await getSuccessor(transaction, role, successor);
    if (next) assertWithin(actor, next.permissions);
    // Whoever is in an organisation is something there.
    if (role.scope === 'organisation' && holders > 0 && !next) throw refuseField('roles.in-use', 'successor');
    const move = role.scope === 'organisation' ? moveMemberships : moveAssignments;
    const people = await move(transaction, id, next?.id ?? null);
    await deleteRoleRow(transaction, id);
    const nameOf = (one: StoredRole | null) => (one ? [one.key ?? one.name] : []);
    await recordDeeds(transaction, actor, [
      ...people.map((userId) => ({
        action: 'users.roles-changed',
        target: { kind: 'user' as const, id: userId },
        about: userId,
        changes: [
          {
            field: role.scope === 'organisation' ? 'organisationRole' : 'roles',
            from: nameOf(role),
            to: nameOf(next),
          },
        ],
      })),
      deed('roles.deleted', id, [{ field: 'name', from: role.name, to: null }]),
    ]);
  });
  return undefined;
};

async function getSuccessor(db: Db, role: StoredRole, id: string): Promise<StoredRole> {
  const next = await findRole(db, id);
  if (!next || next.id === role.id || next.scope !== role.scope)
    throw refuseField('roles.unknown', 'successor');
  return next;
}

async function getLocked(transaction: Db, id: string, seen: number | undefined): Promise<StoredRole> {
  const role = await lockRole(transaction, id);
  if (!role) throw new Refused('roles.not-found');
  if (seen !== undefined && seen !== role.version) {
    throw new Refused('request.stale', { values: { current: role.version } });
  }
  return role;
}

function deed(action: string, id: string, changes: RecordedDeed['changes']): RecordedDeed {
  return { action, target: { kind: 'role', id }, about: null, changes: changes ?? [] };
}
