import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayShape, idShape, many, pageInput, pageOf } from './shapes.ts';
import { userShape, userStateShape } from './user-shapes.ts';

/** The list of employees, and their staff memberships (product §5.11). */

const named = z.object({ id: idShape, name: z.string() });

export const employeeShape = z.object({
  id: idShape,
  name: z.string(),
  firstName: z.string(),
  infix: z.string().nullable(),
  lastName: z.string(),
  personnelNumber: z.string().nullable(),
  jobTitle: z.string().nullable(),
  state: userStateShape,
  startsOn: dayShape.nullable(),
  leavesOn: dayShape.nullable(),
  teams: z.array(named),
  activities: z.array(named.extend({ colour: z.string() })),
  skills: z.array(named.extend({ level: z.number().int() })),
});
export type Employee = z.infer<typeof employeeShape>;

export const employeeFilters = {
  search: z.string().max(60_000).optional(),
  status: many(userStateShape),
  team: many(idShape),
  activity: many(idShape),
  skill: many(idShape),
};

export const listEmployees = endpoint({
  name: 'employees.list',
  summary: 'People by name, with team, activities, skills and staff membership.',
  method: 'GET',
  path: '/employees',
  may: 'employees.view',
  input: z.strictObject({ ...employeeFilters, ...pageInput }),
  output: pageOf(employeeShape),
  refusals: ['request.bad-cursor'],
});

export const getEmployeeChoices = endpoint({
  name: 'employees.choices',
  summary: 'The teams, activities and skills that employees can be filtered by.',
  method: 'GET',
  path: '/employees/choices',
  may: 'employees.view',
  input: z.strictObject({}),
  output: z.object({ teams: z.array(named), activities: z.array(named), skills: z.array(named) }),
  refusals: [],
});

const periodShape = z.object({ id: idShape, startsOn: dayShape, leavesOn: dayShape.nullable() });

export const listStaffMemberships = endpoint({
  name: 'employment.list',
  summary: 'The periods in which somebody belongs to the installation, newest first.',
  method: 'GET',
  path: '/users/:id/staff-memberships',
  may: 'employees.view',
  input: z.strictObject({ id: idShape }),
  output: z.object({ items: z.array(periodShape) }),
  refusals: ['users.not-found'],
});

const refusals = [
  'users.not-found',
  'users.above-you',
  'users.last-administrator',
  'employment.leave-before-start',
  'employment.overlap',
  'request.stale',
] as const;

export const addStaffMembership = endpoint({
  name: 'employment.add',
  summary: 'Adds a period: ahead, in the past, or from today.',
  method: 'POST',
  path: '/users/:id/staff-memberships',
  may: 'users.deactivate',
  input: z.strictObject({ id: idShape, startsOn: dayShape, leavesOn: dayShape.nullable().default(null) }),
  output: userShape,
  status: 201,
  versioned: true,
  refusals: [
    'users.not-found',
    'users.above-you',
    'employment.leave-before-start',
    'employment.overlap',
    'request.stale',
  ],
});

export const changeStaffMembership = endpoint({
  name: 'employment.change',
  summary: 'Changes the first or last day of a period. A last day before today ends the account at once.',
  method: 'PATCH',
  path: '/users/:id/staff-memberships/:membership',
  may: 'users.deactivate',
  input: z.strictObject({
    id: idShape,
    membership: idShape,
    startsOn: dayShape.optional(),
    leavesOn: dayShape.nullable().optional(),
  }),
  output: userShape,
  versioned: true,
  refusals: [...refusals, 'employment.not-found'],
});

export const removeStaffMembership = endpoint({
  name: 'employment.remove',
  summary: 'Removes a period that was entered by mistake.',
  method: 'DELETE',
  path: '/users/:id/staff-memberships/:membership',
  may: 'users.deactivate',
  input: z.strictObject({ id: idShape, membership: idShape }),
  output: userShape,
  versioned: true,
  refusals: [...refusals, 'employment.not-found'],
});
