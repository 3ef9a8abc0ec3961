import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { cleanName } from './names.ts';
import { flagShape, idShape, instantShape, many, pageInput, pageOf } from './shapes.ts';
import { userStateShape } from './user-shapes.ts';

/** The parts of an installation with members of their own (product §5.8). */

export const organisationShape = z.object({
  id: idShape,
  name: z.string(),
  members: z.number().int(),
  /** Whether its members must have a second factor. */
  twoFactorRequired: z.boolean(),
  version: z.number().int(),
  /** What the one who asks may do here. */
  allowed: z.array(z.enum(['change', 'manage-members', 'delete'])),
});
export type Organisation = z.infer<typeof organisationShape>;

const name = z
  .string()
  .max(100_000, { error: 'too-long' })
  .transform(cleanName)
  .pipe(z.string().min(1, { error: 'required' }).max(100, { error: 'too-long' }));

export const listOrganisations = endpoint({
  name: 'organisations.list',
  summary: 'The organisations that one may see.',
  method: 'GET',
  path: '/organisations',
  may: 'organisations.view',
  input: z.strictObject({
    search: z.string().max(300).optional(),
    /** Only the one where somebody new belongs unless told otherwise. */
    home: flagShape.optional(),
    ...pageInput,
  }),
  output: pageOf(organisationShape),
  refusals: ['request.bad-cursor'],
});

export const getOrganisation = endpoint({
  name: 'organisations.get',
  summary: 'One organisation.',
  method: 'GET',
  path: '/organisations/:id',
  may: 'organisations.view',
  input: z.strictObject({ id: idShape }),
  output: organisationShape,
  versioned: true,
  refusals: ['organisations.not-found'],
});

export const createOrganisation = endpoint({
  name: 'organisations.create',
  summary: 'Adds an organisation.',
  method: 'POST',
  path: '/organisations',
  may: 'organisations.change',
  input: z.strictObject({ name }),
  output: organisationShape,
  status: 201,
  versioned: true,
  refusals: ['organisations.name-taken'],
});

export const changeOrganisation = endpoint({
  name: 'organisations.change',
  summary: 'Renames an organisation, or says whether its members must have a second factor.',
  method: 'PATCH',
  path: '/organisations/:id',
  may: 'organisations.change',
  input: z.strictObject({ id: idShape, name: name.optional(), twoFactorRequired: z.boolean().optional() }),
  output: organisationShape,
  versioned: true,
  refusals: ['organisations.not-found', 'organisations.name-taken', 'request.stale'],
});

export const deleteOrganisation = endpoint({
  name: 'organisations.delete',
  summary:
    'Deletes an organisation. While it has members, `successor` says where they go: another organisation, or `none` for those who belong elsewhere as well.',
  method: 'DELETE',
  path: '/organisations/:id',
  may: 'organisations.change',
  input: z.strictObject({ id: idShape, successor: z.union([idShape, z.literal('none')]).optional() }),
  output: null,
  versioned: true,
  refusals: [
    'organisations.not-found',
    'organisations.last',
    'organisations.in-use',
    'organisations.unknown',
    'request.stale',
  ],
});

export const memberShape = z.object({
  /** The id of the membership is the id of the person. */
  id: idShape,
  user: z.object({
    id: idShape,
    number: z.number().int(),
    username: z.string(),
    name: z.string(),
    email: z.string(),
    state: userStateShape,
    admin: z.boolean(),
  }),
  role: z.object({ id: idShape, key: z.string().nullable(), name: z.string() }),
  since: instantShape,
  state: z.enum(['pending', 'active']),
  allowed: z.array(z.enum(['change-role', 'remove', 'resend'])),
});
export type Member = z.infer<typeof memberShape>;

export const listMembers = endpoint({
  name: 'members.list',
  summary: 'The members of an organisation.',
  method: 'GET',
  path: '/organisations/:organisation/members',
  may: 'organisations.view',
  input: z.strictObject({
    organisation: idShape,
    search: z.string().max(300).optional(),
    state: many(z.enum(['pending', 'active'])),
    /** Only who belongs to no other organisation. */
    onlyHere: flagShape.optional(),
    ...pageInput,
  }),
  output: pageOf(memberShape),
  refusals: ['organisations.not-found', 'request.bad-cursor'],
});

export const addMember = endpoint({
  name: 'members.add',
  summary:
    'Adds a member: somebody who is known already (`user`), or just the e-mail address of a new person.',
  method: 'POST',
  path: '/organisations/:organisation/members',
  may: 'members.manage',
  input: z.strictObject({
    organisation: idShape,
    user: idShape.optional(),
    email: emailShape.optional(),
    role: z.string().max(60),
  }),
  output: memberShape,
  status: 201,
  refusals: [
    'organisations.not-found',
    'users.not-found',
    'roles.unknown',
    'roles.above-you',
    'members.already',
    'members.inviting-is-off',
  ],
});

export const changeMember = endpoint({
  name: 'members.change',
  summary: 'Gives a member another role.',
  method: 'PATCH',
  path: '/organisations/:organisation/members/:member',
  may: 'members.manage',
  input: z.strictObject({ organisation: idShape, member: idShape, role: z.string().max(60) }),
  output: memberShape,
  refusals: [
    'organisations.not-found',
    'members.not-found',
    'roles.unknown',
    'roles.above-you',
    'members.last-administrator',
  ],
});

export const removeMember = endpoint({
  name: 'members.remove',
  summary: 'Takes somebody out of an organisation; an open invitation is revoked. The account itself stays.',
  method: 'DELETE',
  path: '/organisations/:organisation/members/:member',
  may: 'members.manage',
  input: z.strictObject({ organisation: idShape, member: idShape }),
  output: null,
  refusals: [
    'organisations.not-found',
    'members.not-found',
    'roles.above-you',
    'members.last-administrator',
    'members.only-organisation',
  ],
});

export const resendInvitation = endpoint({
  name: 'members.resend',
  summary: 'Sends the invitation again to somebody who has not confirmed the address yet.',
  method: 'POST',
  path: '/organisations/:organisation/members/:member/resend',
  may: 'members.manage',
  input: z.strictObject({ organisation: idShape, member: idShape }),
  output: memberShape,
  refusals: [
    'organisations.not-found',
    'members.not-found',
    'users.activated-already',
    'users.cannot-deliver-yet',
  ],
});
