import { organisationPermissions, type Permission, permissions } from '../../contract/permissions.ts';
import type { Role } from '../../contract/roles.ts';

/** What the fields of a role hold. */
export type RoleValues = {
  name: string;
  description: string;
  category: string;
  scope: Role['scope'];
  permissions: readonly Permission[];
};

/** A role as its fields show it. */
export function roleValues(role: Role): RoleValues {
  return {
    name: role.name,
    description: role.description ?? '',
    category: role.category ?? '',
    scope: role.scope,
    permissions: inOrder(role.permissions),
  };
}

/** The rights in the order of the contract, so that ticking one off and on again is no change. */
export function inOrder(chosen: readonly Permission[]): Permission[] {
  return permissions.filter((permission) => chosen.includes(permission));
}

/** The rights that a role can hold where it counts: those ticked before that was chosen fall away. */
export function within({
  scope,
  permissions: chosen,
}: Pick<RoleValues, 'scope' | 'permissions'>): Permission[] {
  const fits: readonly Permission[] = scope === 'organisation' ? organisationPermissions : permissions;
  return chosen.filter((permission) => fits.includes(permission));
}

/** Only what differs: what somebody else saved meanwhile in other fields stays. */
export function changesOf(values: RoleValues, before: RoleValues) {
  const { scope: _fixed, ...fields } = values;
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof RoleValues]),
    ),
  ) as Partial<{ name: string; description: string; category: string; permissions: Permission[] }>;
}
