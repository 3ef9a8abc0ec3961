import type { listRoles } from '../../contract/roles.ts';
import type { Act } from '../act/act.ts';
import { roleDescription, roleName } from './role-name.ts';
import { listStoredRoles } from './roles.sql.ts';

export const listRolesAct: Act<typeof listRoles> = async (db, actor, { scope }) => {
  const roles = await listStoredRoles(db, scope);
  return {
    items: roles.map((role) => ({
      id: role.id,
      key: role.key,
      scope: role.scope,
      name: roleName(role, actor.language),
      description: roleDescription(role, actor.language),
      permissions: role.permissions,
      mayGive: role.permissions.every((permission) => actor.permissions.has(permission)),
    })),
  };
};
