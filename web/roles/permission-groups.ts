import { fold } from '../../contract/fold.ts';
import { organisationPermissions, type Permission, permissions } from '../../contract/permissions.ts';
import type { Role } from '../../contract/roles.ts';
import type { TextKey } from '../../contract/texts.ts';
import type { Texts } from '../kit/texts.tsx';

/** The rights of one feature, in the order of the contract. */
export type PermissionGroup = { name: string; text: TextKey; permissions: Permission[] };

/** All rights that a role can hold there, by feature. */
export const permissionGroups: Record<Role['scope'], PermissionGroup[]> = {
  installation: groupPermissions(permissions),
  organisation: groupPermissions(organisationPermissions),
};

/** These rights by feature; a feature without any is left out. */
export function groupPermissions(some: readonly Permission[]): PermissionGroup[] {
  const names = [...new Set(some.map(featureOf))];
  return names.map((name) => ({
    name,
    text: `permissions.group.${name}` as TextKey,
    permissions: some.filter((permission) => featureOf(permission) === name),
  }));
}

/** The features and rights whose words contain what was typed; a feature that matches keeps all its rights. */
export function findPermissions(scope: Role['scope'], typed: string, t: Texts): PermissionGroup[] {
  const wanted = fold(typed.trim());
  const matches = (key: TextKey) => fold(t(key)).includes(wanted);
  return permissionGroups[scope]
    .map((group) =>
      matches(group.text)
        ? group
        : {
            ...group,
            permissions: group.permissions.filter((permission) => matches(`permissions.${permission}`)),
          },
    )
    .filter((group) => group.permissions.length > 0);
}

function featureOf(permission: Permission): string {
  return permission.split('.')[0] ?? permission;
}
