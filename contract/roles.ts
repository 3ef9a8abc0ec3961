import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { optionalLine, requiredLine } from './lines.ts';
import { permissions } from './permissions.ts';
import { dayShape, idShape, pageInput, pageOf } from './shapes.ts';

/** Named sets of permissions (product §5.7). */

export const roleScopes = ['installation', 'organisation'] as const;

export const roleShape = z.object({
  id: idShape,
  key: z.string().nullable(),
  /** In the reader's language for default roles. */
  name: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  scope: z.enum(roleScopes),
  permissions: z.array(z.enum(permissions)),
  /** How many people hold it now; null for whoever may not view roles. */
  holders: z.number().int().nullable(),
  version: z.number().int(),
  /** False where the one who asks lacks a right of this role, and so may not give or take it. */
  mayGive: z.boolean(),
});
export type Role = z.infer<typeof roleShape>;

const roleFields = {
  name: requiredLine(60),
  description: optionalLine(300),
  category: optionalLine(60),
  permissions: z.array(z.enum(permissions)).max(100),
};

export const listRoles = endpoint({
  name: 'roles.list',
  summary: 'All roles with their permissions.',
  method: 'GET',
  path: '/roles',
  may: 'signed-in',
  programs: true,
  input: z.strictObject({ scope: z.enum(roleScopes).optional() }),
  output: z.object({ items: z.array(roleShape) }),
  refusals: [],
});

export const getRole = endpoint({
  name: 'roles.get',
  summary: 'One role.',
  method: 'GET',
  path: '/roles/:id',
  may: 'roles.view',
  input: z.strictObject({ id: idShape }),
  output: roleShape,
  versioned: true,
  refusals: ['roles.not-found'],
});

export const createRole = endpoint({
  name: 'roles.create',
  summary:
    'Adds a role, within the rights of who adds it. To copy one, send its permissions under a new name.',
  method: 'POST',
  path: '/roles',
  may: 'roles.change',
  input: z.strictObject({
    name: roleFields.name,
    description: roleFields.description.optional(),
    category: roleFields.category.optional(),
    permissions: roleFields.permissions,
    scope: z.enum(roleScopes).default('installation'),
  }),
  output: roleShape,
  status: 201,
  versioned: true,
  refusals: ['roles.name-taken', 'roles.above-you', 'roles.not-in-organisation'],
});

export const changeRole = endpoint({
  name: 'roles.change',
  summary: 'Changes a role for everybody who holds it. Nobody adds or takes away a right that they lack.',
  method: 'PATCH',
  path: '/roles/:id',
  may: 'roles.change',
  input: z.strictObject({ id: idShape, ...z.object(roleFields).partial().shape }),
  output: roleShape,
  versioned: true,
  refusals: [
    'roles.not-found',
    'roles.name-taken',
    'roles.above-you',
    'roles.not-in-organisation',
    'request.stale',
  ],
});

export const deleteRole = endpoint({
  name: 'roles.delete',
  summary: 'Deletes a role. While people hold it, `successor` says what they get: another role, or `none`.',
  method: 'DELETE',
  path: '/roles/:id',
  may: 'roles.change',
  input: z.strictObject({ id: idShape, successor: z.union([idShape, z.literal('none')]).optional() }),
  output: null,
  versioned: true,
  refusals: [
    'roles.not-found',
    'roles.default-stays',
    'roles.in-use',
    'roles.unknown',
    'roles.above-you',
    'request.stale',
  ],
});

export const listRoleHolders = endpoint({
  name: 'roles.holders',
  summary: 'Who holds a role, and until when.',
  method: 'GET',
  path: '/roles/:id/holders',
  may: 'roles.view',
  input: z.strictObject({ id: idShape, ...pageInput }),
  output: pageOf(
    z.object({
      user: z.object({ id: idShape, name: z.string(), email: z.string() }),
      organisation: z.object({ id: idShape, name: z.string() }).nullable(),
      endsOn: dayShape.nullable(),
    }),
  ),
  refusals: ['roles.not-found', 'request.bad-cursor'],
});

export const exportRoles = endpoint({
  name: 'roles.export',
  summary: 'The table roles × permissions as CSV.',
  method: 'GET',
  path: '/roles.csv',
  may: 'roles.view',
  input: z.strictObject({}),
  output: null,
  media: 'text/csv',
  refusals: [],
});

export const permissionSourceShape = z.object({
  kind: z.enum(['admin-access', 'role', 'organisation-role']),
  role: z.object({ id: idShape, name: z.string() }).nullable(),
  organisation: z.object({ id: idShape, name: z.string() }).nullable(),
  endsOn: dayShape.nullable(),
});

export const explainPermissions = endpoint({
  name: 'users.permissions',
  summary: 'What this person may do, and why: every permission with every source.',
  method: 'GET',
  path: '/users/:id/permissions',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: z.object({
    items: z.array(z.object({ permission: z.enum(permissions), sources: z.array(permissionSourceShape) })),
    /** False where they cannot sign in now, so that none of this counts today. */
    counts: z.boolean(),
  }),
  refusals: ['users.not-found'],
});
