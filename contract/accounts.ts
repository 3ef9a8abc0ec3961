import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayShape, idShape } from './shapes.ts';
import { userShape } from './user-shapes.ts';

/** Beginning again and ending an account (product §5.5), and the mail that asks somebody in. */

export const previewRemoval = endpoint({
  name: 'accounts.preview-removal',
  summary: 'What ending this account would do, counted, and what stands in the way.',
  method: 'GET',
  path: '/users/:id/removal',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: z.object({
    name: z.string(),
    counts: z.object({
      sessions: z.number().int(),
      openInvitations: z.number().int(),
      waitingMails: z.number().int(),
      roles: z.number().int(),
      organisations: z.number().int(),
      groups: z.number().int(),
      mailboxes: z.number().int(),
      administrations: z.number().int(),
      futureShifts: z.number().int(),
    }),
    startsOn: dayShape.nullable(),
    leavesOn: dayShape.nullable(),
    /** Codes of refusals that deactivating and deleting would meet. */
    deactivate: z.object({ allowed: z.boolean(), why: z.string().nullable() }),
    delete: z.object({ allowed: z.boolean(), why: z.string().nullable() }),
  }),
  refusals: ['users.not-found'],
});

export const deactivateUser = endpoint({
  name: 'accounts.deactivate',
  summary: 'Sets the leave date: the last day. Before today it takes effect at once. Everything stays.',
  method: 'POST',
  path: '/users/:id/deactivate',
  may: 'users.deactivate',
  input: z.strictObject({ id: idShape, leavesOn: dayShape }),
  output: userShape,
  versioned: true,
  refusals: [
    'users.not-found',
    'users.above-you',
    'users.last-administrator',
    'employment.leave-before-start',
    'employment.ended-already',
    'request.stale',
  ],
});

export const reactivateUser = endpoint({
  name: 'accounts.reactivate',
  summary: 'Adds a staff membership; the old ones stay as history.',
  method: 'POST',
  path: '/users/:id/reactivate',
  may: 'users.deactivate',
  input: z.strictObject({ id: idShape, startsOn: dayShape.optional() }),
  output: userShape,
  versioned: true,
  refusals: [
    'users.not-found',
    'users.above-you',
    'employment.present-already',
    'employment.overlap',
    'request.stale',
  ],
});

export const deleteUser = endpoint({
  name: 'accounts.delete',
  summary: 'Erases this person for good. Asks for `acknowledged: true`.',
  method: 'POST',
  path: '/users/:id/delete',
  may: 'users.delete',
  input: z.strictObject({ id: idShape, acknowledged: z.boolean() }),
  output: null,
  versioned: true,
  refusals: [
    'users.not-found',
    'users.above-you',
    'users.yourself',
    'users.last-administrator',
    'users.not-acknowledged',
    'request.stale',
  ],
});

export const sendWelcomeMail = endpoint({
  name: 'accounts.send-welcome-mail',
  summary: 'Sends the mail with the activation link, now or again; older links die.',
  method: 'POST',
  path: '/users/:id/welcome-mail',
  may: 'mail.resend',
  input: z.strictObject({ id: idShape }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'users.activated-already', 'users.cannot-deliver-yet'],
});

export const withdrawEmail = endpoint({
  name: 'accounts.withdraw-email',
  summary: 'Gives up a new e-mail address that was not confirmed yet; its link dies.',
  method: 'DELETE',
  path: '/users/:id/pending-email',
  may: 'users.change',
  input: z.strictObject({ id: idShape }),
  output: userShape,
  refusals: ['users.not-found', 'users.above-you', 'users.no-pending-email'],
});
