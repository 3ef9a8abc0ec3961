import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { cleanName } from './names.ts';
import { idShape, instantShape, pageInput, pageOf } from './shapes.ts';

/** Asking for a new member where organisation administrators may not invite by e-mail (product §5.8). */

export const requestStates = ['open', 'approved', 'declined'] as const;

export const requestShape = z.object({
  id: idShape,
  organisation: z.object({ id: idShape, name: z.string() }),
  email: z.string(),
  role: z.object({ id: idShape, name: z.string() }),
  note: z.string().nullable(),
  requestedBy: z.object({ id: idShape, name: z.string() }).nullable(),
  requestedAt: instantShape,
  state: z.enum(requestStates),
  decidedBy: z.object({ id: idShape, name: z.string() }).nullable(),
  decidedAt: instantShape.nullable(),
});
export type MemberRequest = z.infer<typeof requestShape>;

export const requestMember = endpoint({
  name: 'requests.create',
  summary: 'Asks an administrator of the installation to add somebody to one’s organisation.',
  method: 'POST',
  path: '/organisations/:organisation/requests',
  may: 'members.manage',
  input: z.strictObject({
    organisation: idShape,
    email: emailShape,
    role: z.string().max(60),
    note: z
      .union([
        z.null(),
        z
          .string()
          .max(10_000)
          .transform(cleanName)
          .pipe(z.string().max(1000, { error: 'too-long' })),
      ])
      .optional(),
  }),
  output: requestShape,
  status: 201,
  refusals: [
    'organisations.not-found',
    'roles.unknown',
    'roles.above-you',
    'members.already',
    'requests.open-already',
  ],
});

export const listRequests = endpoint({
  name: 'requests.list',
  summary: 'Requests for new members, newest first: of the organisations whose members one manages.',
  method: 'GET',
  path: '/requests',
  may: 'members.manage',
  input: z.strictObject({
    state: z.enum(requestStates).optional(),
    organisation: idShape.optional(),
    ...pageInput,
  }),
  output: pageOf(requestShape),
  refusals: ['request.bad-cursor'],
});

export const decideRequest = endpoint({
  name: 'requests.decide',
  summary:
    'Approves a request, which adds the member as if the approver did, or declines it. Whoever asked is told by mail.',
  method: 'POST',
  path: '/requests/:id/decision',
  may: 'users.create',
  input: z.strictObject({ id: idShape, approved: z.boolean() }),
  output: requestShape,
  refusals: ['requests.not-found', 'requests.decided-already', 'roles.above-you', 'organisations.not-found'],
});
