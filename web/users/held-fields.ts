import type { User } from '../../contract/user-shapes.ts';

/** The fields of somebody that a personnel file keeps to itself. */
export function heldFieldsOf({ personnelFiles }: User): ReadonlySet<string> {
  return new Set(personnelFiles.flatMap(({ held }) => held));
}

/** The field of a personnel file that names the groups of a kind. */
export const fieldOfKind = {
  group: 'groups',
  team: 'teams',
  mailbox: 'mailboxes',
  administration: 'administrations',
} as const;
