import { type ImportField, importFields } from '../../contract/import-fields.ts';
import type { Permission } from '../../contract/permissions.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';

const needed: Partial<Record<ImportField, Permission>> = {
  roles: 'users.roles',
  groups: 'groups.change',
  teams: 'groups.change',
  mailboxes: 'groups.change',
  administrations: 'groups.change',
};

/** What this actor may fill in from a file: by their rights of this moment. */
export function allowedFields(actor: Actor): ReadonlySet<ImportField> {
  const may = (field: ImportField) => {
    const permission = needed[field];
    return permission === undefined || holdsSomewhere(actor, permission);
  };
  return new Set(importFields.filter(may));
}
