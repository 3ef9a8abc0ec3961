import type { OwnedField } from '../../contract/personnel-files.ts';

/** What one personnel file has to do with one person. */
export type FileOfPerson = {
  id: string;
  name: string;
  linked: boolean;
  /** The fields that the file keeps to itself. */
  owned: OwnedField[];
  /** Those of them that were let go for this person. */
  released: OwnedField[];
};

/** What a column of a personnel file calls the groups of a kind. */
export const fieldOfKind = {
  group: 'groups',
  team: 'teams',
  mailbox: 'mailboxes',
  administration: 'administrations',
} as const satisfies Record<string, OwnedField>;

/** The fields of this person that the file keeps to itself. */
export function heldBy({ linked, owned, released }: FileOfPerson): OwnedField[] {
  return linked ? owned.filter((field) => !released.includes(field)) : [];
}

/**
 * Which of these fields a personnel file keeps to itself, and which file that is. The file that writes at this moment
 * (`writer`) is not held up by itself.
 */
export function findHeld(
  files: readonly FileOfPerson[],
  fields: readonly string[],
  writer: string | null,
): { field: OwnedField; file: string }[] {
  return files
    .filter(({ id }) => id !== writer)
    .flatMap((file) =>
      heldBy(file)
        .filter((field) => fields.includes(field))
        .map((field) => ({ field, file: file.name })),
    );
}
