import type { Role } from '../../contract/roles.ts';
import type { Actor } from '../act/actor.ts';
import { roleDescription, roleName } from './role-name.ts';
import type { StoredRole } from './roles.sql.ts';

/** A role as the contract answers it. */
export function describeRole(actor: Actor, role: StoredRole, holders: number | null): Role {
  return {
    id: role.id,
    key: role.key,
    scope: role.scope,
    name: roleName(role, actor.language),
    description: roleDescription(role, actor.language),
    category: role.category,
    permissions: role.permissions,
    holders,
    version: role.version,
    mayGive: mayGiveRole(actor, role),
  };
}

/** True when the actor has every right of this role, for a role in an organisation perhaps only there. */
function mayGiveRole(actor: Actor, role: StoredRole): boolean {
  const within = (held: ReadonlySet<string>) => role.permissions.every((name) => held.has(name));
  if (within(actor.permissions)) return true;
  return role.scope === 'organisation' && [...actor.scoped.values()].some(within);
}
