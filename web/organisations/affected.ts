/** The features whose lists and pages change when members come, go or get another role. */
export const affectedByMembers = [
  'members',
  'organisations',
  'requests',
  'users',
  'roles',
  'mail',
  'audit',
  'overview',
  'session',
];
