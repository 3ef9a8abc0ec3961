import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { languageShape } from './shapes.ts';
import { sessionShape } from './sign-in.ts';
import { personFields } from './user-shapes.ts';

/** The first run (product §5.1): with the printed token an installation is claimed, once. */

export const getSetup = endpoint({
  name: 'setup.get',
  summary: 'Whether this installation still waits for its first administrator.',
  method: 'GET',
  path: '/setup',
  may: 'anyone',
  input: z.strictObject({}),
  output: z.object({ needed: z.boolean(), demo: z.boolean() }),
  refusals: [],
});

export const setUp = endpoint({
  name: 'setup.claim',
  summary: 'Claims a fresh installation: makes its organisation and first administrator, and signs them in.',
  method: 'POST',
  path: '/setup',
  may: 'anyone',
  input: z.strictObject({
    token: z.string().max(500),
    organisationName: personFields.lastName,
    firstName: personFields.firstName,
    infix: personFields.infix.optional(),
    lastName: personFields.lastName,
    email: emailShape,
    password: z.string().max(5000),
    language: languageShape,
    timeZone: personFields.timeZone.optional(),
    demo: z.boolean().default(false),
  }),
  output: sessionShape,
  status: 201,
  refusals: [
    'setup.wrong-token',
    'setup.done-already',
    'passwords.refused',
    'server.busy',
    'request.too-many',
  ],
});

export const previewDemo = endpoint({
  name: 'setup.preview-demo',
  summary: 'Which people who were added by hand belong to the demo, and would lose that with it.',
  method: 'GET',
  path: '/demo',
  may: 'administrator',
  input: z.strictObject({}),
  output: z.object({
    /** Names of people who are members of its organisations or linked to its groups, the first fifty of them. */
    people: z.array(z.string()),
    count: z.number().int(),
    /** How many of them belong nowhere else: they become members of an organisation that stays. */
    homeless: z.number().int(),
  }),
  refusals: [],
});

export const removeDemo = endpoint({
  name: 'setup.remove-demo',
  summary:
    'Removes the demo organisation and all its made-up people. Whoever was added by hand stays, and belongs to the first organisation that stays where they belong nowhere else.',
  method: 'DELETE',
  path: '/demo',
  may: 'administrator',
  input: z.strictObject({}),
  output: z.object({ removed: z.number().int() }),
  refusals: ['setup.no-demo'],
});
