import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { photoTagShape } from './photos.ts';
import { sessionShape } from './sign-in.ts';
import { personFields } from './user-shapes.ts';

/** What people see and change of their own record (product §5.18). */

const { salutation, firstName, infix, lastName, phone, mobile, language, timeZone } = personFields;

const profileShape = z.object({
  salutation: z.string().nullable(),
  firstName: z.string(),
  infix: z.string().nullable(),
  lastName: z.string(),
  email: z.string(),
  pendingEmail: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  jobTitle: z.string().nullable(),
  username: z.string(),
  photo: photoTagShape,
  /** What the installation lets people change themselves. */
  mayChange: z.object({ name: z.boolean(), contact: z.boolean() }),
  /** Fields that come from the personnel file, and nobody changes here. */
  held: z.array(z.string()),
});

export const getOwnProfile = endpoint({
  name: 'me.get',
  summary: 'One’s own record.',
  method: 'GET',
  path: '/me',
  may: 'signed-in',
  input: z.strictObject({}),
  output: profileShape,
  refusals: [],
});

export const changeOwnProfile = endpoint({
  name: 'me.change',
  summary: 'Changes own language and time zone; name and contact as far as the installation lets people.',
  method: 'PATCH',
  path: '/me',
  may: 'signed-in',
  input: z
    .strictObject({ salutation, firstName, infix, lastName, phone, mobile, language, timeZone })
    .partial(),
  output: sessionShape,
  refusals: ['me.not-yours-to-change'],
});

export const changeOwnEmail = endpoint({
  name: 'me.change-email',
  summary:
    'Asks the owner of another address to confirm it; from then on it counts for signing in. The old one is told.',
  method: 'PUT',
  path: '/me/email',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({ email: personFields.email }),
  output: profileShape,
  refusals: ['users.email-taken', 'me.email-already'],
});

export const withdrawOwnEmail = endpoint({
  name: 'me.withdraw-email',
  summary: 'Gives up an own new address that was not confirmed yet; its link dies.',
  method: 'DELETE',
  path: '/me/email',
  may: 'signed-in',
  input: z.strictObject({}),
  output: profileShape,
  refusals: ['users.no-pending-email'],
});
