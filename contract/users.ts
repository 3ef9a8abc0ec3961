import { z } from 'zod';
import { endpoint, xlsx } from './endpoint.ts';
import {
  dayShape,
  flagShape,
  idShape,
  languageShape,
  many,
  pageInput,
  pageOf,
  timeZoneShape,
} from './shapes.ts';
import {
  personFields,
  roleWishShape,
  twoFactorStates,
  userListedShape,
  userShape,
  userStateShape,
} from './user-shapes.ts';

/** The lists of people, adding one, and what can be done to their record (product §5.2 to §5.4). */

export const userSorts = ['name', 'email', 'lastSignIn', 'createdAt'] as const;
const sortShape = z.enum([...userSorts, ...userSorts.map((sort) => `-${sort}` as const)]);
export type UserSort = z.infer<typeof sortShape>;

/** The filters of the users list, the same for list and export. */
export const userFilters = {
  /** Terms separated by commas, semicolons, tabs or line breaks; somebody is found when any of them matches. */
  search: z.string().max(60_000).optional(),
  /** Role ids or the keys of default roles; `none` finds people without any role. */
  role: many(z.string().max(60)),
  billed: flagShape.optional(),
  status: many(userStateShape),
  organisation: many(idShape),
  group: many(idShape),
  locked: flagShape.optional(),
  admin: flagShape.optional(),
  twoFactor: many(z.enum(twoFactorStates)),
  neverSignedIn: flagShape.optional(),
  /** `expired`: pending people whose activation link lives no longer, or who were never sent one. */
  invitation: z.enum(['expired', 'none']).optional(),
  /** Staff membership ends within so many days, today included. */
  leavesWithin: z.coerce.number().int().min(0).max(366).optional(),
};

export const listUsers = endpoint({
  name: 'users.list',
  summary:
    'The people one may see, found by terms and filters, a page at a time; also which terms found nobody.',
  method: 'GET',
  path: '/users',
  may: 'users.view',
  input: z.strictObject({
    ...userFilters,
    sort: sortShape.default('name'),
    /** Tells of each person what they are linked to. */
    withGroups: flagShape.optional(),
    ...pageInput,
  }),
  output: pageOf(userListedShape).extend({
    /** Search terms that found nobody, as they were typed. */
    notFound: z.array(z.string()),
    /** Search terms beyond the 500th, which were not looked for. */
    dropped: z.number().int(),
    /** How many people each tab holds without search or filters. */
    tabs: z.object({ billed: z.number().int(), unbilled: z.number().int() }),
  }),
  refusals: ['request.bad-cursor'],
});

export const exportUsers = endpoint({
  name: 'users.export',
  summary: 'The same people as CSV: last name, first name, e-mail (RFC 4180, UTF-8). Streamed.',
  method: 'GET',
  path: '/users.csv',
  may: 'users.export',
  input: z.strictObject({ ...userFilters, sort: sortShape.default('name') }),
  output: null,
  media: 'text/csv',
  refusals: [],
});

/** What an export with chosen columns can hold, in the order in which it does unless told otherwise. */
export const exportColumns = [
  'number',
  'username',
  'salutation',
  'firstName',
  'infix',
  'lastName',
  'email',
  'phone',
  'mobile',
  'jobTitle',
  'personnelNumber',
  'roles',
  'organisations',
  'groups',
  'teams',
  'mailboxes',
  'administrations',
  'state',
  'locked',
  'admin',
  'twoFactor',
  'language',
  'timeZone',
  'startsOn',
  'leavesOn',
  'lastSignInAt',
  'createdAt',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

const chosenColumns = {
  ...userFilters,
  sort: sortShape.default('name'),
  column: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.enum(exportColumns)).min(1).max(exportColumns.length),
  ),
};

export const exportUserColumns = endpoint({
  name: 'users.export-columns',
  summary:
    'The same people as CSV with the columns that one chooses, headed in the reader’s language. Streamed.',
  method: 'GET',
  path: '/users/columns.csv',
  may: 'users.export',
  input: z.strictObject({ ...chosenColumns, separator: z.enum([',', ';']).default(',') }),
  output: null,
  media: 'text/csv',
  refusals: [],
});

export const exportUserWorkbook = endpoint({
  name: 'users.export-workbook',
  summary: 'The same as an Excel workbook. Every cell is text, and nothing in it is a formula.',
  method: 'GET',
  path: '/users/columns.xlsx',
  may: 'users.export',
  input: z.strictObject(chosenColumns),
  output: null,
  media: xlsx,
  refusals: [],
});

export const getUser = endpoint({
  name: 'users.get',
  summary: 'One person, with what the asker may do to them.',
  method: 'GET',
  path: '/users/:id',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found'],
});

export const createUser = endpoint({
  name: 'users.create',
  summary:
    'Adds a person; unless told otherwise a mail with an activation link goes out in the same transaction.',
  method: 'POST',
  path: '/users',
  may: 'users.create',
  input: z.strictObject({
    ...personFields,
    salutation: personFields.salutation.optional(),
    infix: personFields.infix.optional(),
    phone: personFields.phone.optional(),
    mobile: personFields.mobile.optional(),
    jobTitle: personFields.jobTitle.optional(),
    personnelNumber: personFields.personnelNumber.optional(),
    language: languageShape.optional(),
    timeZone: timeZoneShape.optional(),
    username: z.string().max(64).optional(),
    roles: z.array(roleWishShape).max(100).optional(),
    organisations: z
      .array(z.strictObject({ id: idShape, role: z.string().max(60) }))
      .max(100)
      .optional(),
    groups: z.array(idShape).max(200).optional(),
    startsOn: dayShape.optional(),
    leavesOn: dayShape.nullable().optional(),
    sendWelcomeMail: z.boolean().default(true),
  }),
  output: userShape,
  status: 201,
  versioned: true,
  refusals: [
    'users.email-taken',
    'users.username-taken',
    'users.personnel-number-taken',
    'roles.unknown',
    'roles.above-you',
    'organisations.unknown',
    'employment.leave-before-start',
  ],
});

export const changeUser = endpoint({
  name: 'users.change',
  summary:
    'Changes the fields that are given. A new e-mail address counts once its owner confirms it, or at once with `emailAtOnce`.',
  method: 'PATCH',
  path: '/users/:id',
  may: 'users.change',
  input: z.strictObject({
    id: idShape,
    ...z.object(personFields).partial().shape,
    username: z.string().max(64).optional(),
    emailAtOnce: z.boolean().optional(),
  }),
  output: userShape,
  versioned: true,
  refusals: [
    'users.not-found',
    'users.email-taken',
    'users.username-taken',
    'users.personnel-number-taken',
    'users.above-you',
    'request.stale',
  ],
});

export const checkEmail = endpoint({
  name: 'users.check-email',
  summary: 'While somebody types an address: who has it already, and whether it looks shared.',
  method: 'GET',
  path: '/email-check',
  may: 'users.create',
  input: z.strictObject({ email: z.string().max(1000) }),
  output: z.object({
    valid: z.boolean(),
    shared: z.boolean(),
    taken: z
      .object({
        id: idShape,
        name: z.string(),
        state: userStateShape,
        /** Where they belong, of what the asker may see. */
        organisations: z.array(idShape),
      })
      .nullable(),
  }),
  refusals: [],
});

export const setAdminAccess = endpoint({
  name: 'users.set-admin-access',
  summary: 'Grants or takes away admin access. Only administrators may; one administrator always stays.',
  method: 'PUT',
  path: '/users/:id/admin-access',
  may: 'administrator',
  proof: true,
  input: z.strictObject({ id: idShape, granted: z.boolean() }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.last-administrator', 'request.stale'],
});

export const setUserRoles = endpoint({
  name: 'users.set-roles',
  summary: 'Makes these the roles of this person. Nobody gives or takes a role with a right that they lack.',
  method: 'PUT',
  path: '/users/:id/roles',
  may: 'users.roles',
  input: z.strictObject({ id: idShape, roles: z.array(roleWishShape).max(100) }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'roles.unknown', 'roles.above-you', 'users.above-you', 'request.stale'],
});
