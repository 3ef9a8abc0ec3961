import { importTitles } from './import-titles.ts';
import type { TextKey } from './texts.ts';
import type { ExportColumn } from './users.ts';

/** What the columns of an export are called, in the window that offers them and in the file. */
export const exportTitles: Record<ExportColumn, TextKey> = {
  number: 'fields.name.number',
  username: 'fields.name.username',
  salutation: 'fields.name.salutation',
  firstName: 'fields.name.firstName',
  infix: 'fields.name.infix',
  lastName: 'fields.name.lastName',
  email: 'fields.name.email',
  phone: 'fields.name.phone',
  mobile: 'fields.name.mobile',
  jobTitle: 'fields.name.jobTitle',
  personnelNumber: 'fields.name.personnelNumber',
  roles: 'fields.name.roles',
  organisations: 'users.list.organisations',
  groups: importTitles.groups,
  teams: importTitles.teams,
  mailboxes: importTitles.mailboxes,
  administrations: importTitles.administrations,
  state: 'users.filters.status',
  locked: 'states.locked',
  admin: 'users.filters.admin',
  twoFactor: 'users.filters.two-factor',
  language: 'fields.name.language',
  timeZone: 'fields.name.timeZone',
  startsOn: 'fields.name.startsOn',
  leavesOn: 'fields.name.leavesOn',
  lastSignInAt: 'users.list.last-sign-in',
  createdAt: 'users.list.created',
};
