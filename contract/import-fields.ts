/** What a column of a file can hold about a person, in the order in which a template lists them. */
export const importFields = [
  'personnelNumber',
  'salutation',
  'firstName',
  'infix',
  'lastName',
  'email',
  'phone',
  'mobile',
  'jobTitle',
  'language',
  'startsOn',
  'leavesOn',
  'organisation',
  'roles',
  'groups',
  'teams',
  'mailboxes',
  'administrations',
] as const;
export type ImportField = (typeof importFields)[number];

/** The fields that name groups, each with the kind that it names. */
export const groupFields = {
  groups: 'group',
  teams: 'team',
  mailboxes: 'mailbox',
  administrations: 'administration',
} as const satisfies Partial<Record<ImportField, string>>;
export type GroupField = keyof typeof groupFields;

/** What a cell says to clear a field; an empty cell leaves it as it is. */
export const clearWords: readonly string[] = ['<leeg>', '<empty>'];
