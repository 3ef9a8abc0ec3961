import {
  IconAddressBook,
  IconBuildings,
  IconCalendarWeek,
  IconFileDownload,
  IconFileImport,
  IconHome,
  IconIdBadge2,
  IconInbox,
  IconListDetails,
  IconMail,
  IconReceipt,
  IconSettings,
  IconShieldHalf,
  IconShieldPlus,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Permission } from '../../contract/permissions.ts';
import type { TextKey } from '../../contract/texts.ts';

/** A page in the navigation and the palette. */
export type Place = {
  to:
    | '/'
    | '/users'
    | '/users/new'
    | '/roles'
    | '/roles/new'
    | '/organisations'
    | '/requests'
    | '/billing'
    | '/employees'
    | '/schedule'
    | '/people'
    | '/groups'
    | '/imports'
    | '/personnel-files'
    | '/mail'
    | '/audit'
    | '/settings'
    | '/profile';
  text: TextKey;
  icon: TablerIcon;
  /** Left out: for everybody who is signed in. */
  may?: Permission;
  /** What is counted beside its name. */
  counts?: 'open-requests';
};

/** The navigation at the left: groups with their pages. A new page is one line. */
export const navigation: { text?: TextKey; places: Place[] }[] = [
  { places: [{ to: '/', text: 'shell.overview', icon: IconHome }] },
  {
    text: 'shell.account',
    places: [
      { to: '/users', text: 'shell.users', icon: IconUsers, may: 'users.view' },
      { to: '/roles', text: 'shell.roles', icon: IconShieldHalf, may: 'roles.view' },
      { to: '/organisations', text: 'shell.organisations', icon: IconBuildings, may: 'organisations.view' },
      { to: '/groups', text: 'groups.title', icon: IconUsersGroup, may: 'groups.view' },
      {
        to: '/requests',
        text: 'shell.requests',
        icon: IconInbox,
        may: 'members.manage',
        counts: 'open-requests',
      },
      { to: '/billing', text: 'billing.title', icon: IconReceipt, may: 'billing.view' },
    ],
  },
  {
    text: 'shell.work',
    places: [
      { to: '/employees', text: 'employees.title', icon: IconIdBadge2, may: 'employees.view' },
      { to: '/schedule', text: 'schedule.title', icon: IconCalendarWeek, may: 'schedule.view' },
    ],
  },
  { places: [{ to: '/people', text: 'people.title', icon: IconAddressBook, may: 'people.view' }] },
  {
    text: 'shell.tools',
    places: [
      { to: '/imports', text: 'imports.title', icon: IconFileImport, may: 'users.import' },
      {
        to: '/personnel-files',
        text: 'personnel-files.title',
        icon: IconFileDownload,
        may: 'integrations.manage',
      },
      { to: '/mail', text: 'shell.mail', icon: IconMail, may: 'mail.view' },
      { to: '/audit', text: 'shell.audit', icon: IconListDetails, may: 'audit.view' },
    ],
  },
  { places: [{ to: '/settings', text: 'shell.settings', icon: IconSettings, may: 'settings.change' }] },
];

/** What one may begin from the palette. A new act is one line. */
export const actions: Place[] = [
  { to: '/users/new', text: 'shell.search.create-user', icon: IconUserPlus, may: 'users.create' },
  { to: '/roles/new', text: 'shell.search.create-role', icon: IconShieldPlus, may: 'roles.change' },
];
