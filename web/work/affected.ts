/** The features whose lists and pages change with what somebody can do. */
export const affected = ['work', 'employees', 'users', 'activities', 'skills', 'schedule', 'audit'];
