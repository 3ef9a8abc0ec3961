/** Every permission there is (product §7). A role is a named set of these; admin access is all of them. */
export const permissions = [
  'users.view',
  'users.create',
  'users.change',
  'users.roles',
  'users.security',
  'users.deactivate',
  'users.delete',
  'users.export',
  'users.import',
  'roles.view',
  'roles.change',
  'groups.view',
  'groups.change',
  'groups.message',
  'organisations.view',
  'organisations.change',
  'members.manage',
  'employees.view',
  'employees.change',
  'schedule.view',
  'schedule.change',
  'people.view',
  'billing.view',
  'mail.view',
  'mail.resend',
  'audit.view',
  'settings.change',
  'integrations.manage',
] as const;

export type Permission = (typeof permissions)[number];

const reading: Permission[] = permissions.filter((permission) => permission.endsWith('.view'));

/** The roles that every installation starts with (product §5.7): editable, copyable, not deletable. */
export const defaultRoles = {
  'key-user': permissions.filter((permission) => permission !== 'integrations.manage'),
  hr: [
    'users.view',
    'users.create',
    'users.change',
    'users.deactivate',
    'users.export',
    'users.import',
    'roles.view',
    'groups.view',
    'organisations.view',
    'employees.view',
    'employees.change',
    'people.view',
    'mail.view',
    'mail.resend',
  ],
  'help-desk': [
    'users.view',
    'users.security',
    'organisations.view',
    'people.view',
    'mail.view',
    'mail.resend',
  ],
  planner: ['employees.view', 'employees.change', 'schedule.view', 'schedule.change', 'people.view'],
  supervisor: ['employees.view', 'schedule.view', 'people.view'],
  finance: ['billing.view', 'people.view'],
  auditor: reading,
  employee: ['people.view'],
} as const satisfies Record<string, readonly Permission[]>;

export type DefaultRoleKey = keyof typeof defaultRoles;

/**
 * The permissions that can be held in one organisation only: those that are about its people and itself. The others are
 * about what all organisations share.
 */
export const organisationPermissions = [
  'users.view',
  'users.create',
  'users.change',
  'users.roles',
  'users.security',
  'users.deactivate',
  'users.delete',
  'users.export',
  'users.import',
  'organisations.view',
  'organisations.change',
  'members.manage',
  'employees.view',
  'employees.change',
  'schedule.view',
  'schedule.change',
  'people.view',
] as const satisfies readonly Permission[];

/** The roles that a member can have in an organisation, strongest first. */
export const organisationRoles = {
  'organisation-administrator': ['users.view', 'organisations.view', 'members.manage'],
  editor: ['organisations.view'],
  member: [],
} as const satisfies Record<string, readonly Permission[]>;

export type OrganisationRoleKey = keyof typeof organisationRoles;
