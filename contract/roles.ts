import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { permissions } from './permissions.ts';
import { idShape } from './shapes.ts';

/** Named sets of permissions. */

export const roleShape = z.object({
  id: idShape,
  key: z.string().nullable(),
  /** In the reader's language for default roles. */
  name: z.string(),
  description: z.string().nullable(),
  scope: z.enum(['installation', 'organisation']),
  permissions: z.array(z.enum(permissions)),
  /** False where the one who asks lacks a right of this role, and so may not give or take it. */
  mayGive: z.boolean(),
});
export type Role = z.infer<typeof roleShape>;

export const listRoles = endpoint({
  name: 'roles.list',
  summary: 'All roles with their permissions.',
  method: 'GET',
  path: '/roles',
  may: 'signed-in',
  input: z.strictObject({ scope: z.enum(['installation', 'organisation']).optional() }),
  output: z.object({ items: z.array(roleShape) }),
  refusals: [],
});
