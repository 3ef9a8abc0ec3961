import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayShape, idShape, instantShape, many, pageInput, pageOf } from './shapes.ts';

/** Who did what to whom (product §5.16). */

/** One line of the audit log, with names as they are now. */
export const deedShape = z.object({
  seq: z.number().int(),
  at: instantShape,
  action: z.string(),
  actor: z.object({
    kind: z.enum(['user', 'system', 'nobody', 'command-line']),
    id: idShape.nullable(),
    name: z.string().nullable(),
  }),
  target: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  /** Every field that changed: old and new as stored; null where there was none. Empty once erased. */
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  erased: z.boolean(),
  origin: z
    .object({
      address: z.string().nullable(),
      device: z.string().nullable(),
      /** The API token of the program that did it for the one who is named. */
      token: z.string().nullable(),
      /** The name of the file that it was imported from. */
      import: z.string().nullable(),
    })
    .nullable(),
});
export type Deed = z.infer<typeof deedShape>;

const filters = {
  action: many(z.string().max(80)),
  /** Who did it. */
  actor: idShape.optional(),
  /** On whom. */
  user: idShape.optional(),
  /** Part of the name, e-mail or number of the one who did it or whom it was done to. */
  search: z.string().max(300).optional(),
  from: dayShape.optional(),
  until: dayShape.optional(),
};

export const listAudit = endpoint({
  name: 'audit.list',
  summary: 'Every deed, newest first.',
  method: 'GET',
  path: '/audit',
  may: 'audit.view',
  input: z.strictObject({ ...filters, ...pageInput }),
  output: pageOf(deedShape),
  refusals: ['request.bad-cursor'],
});

export const exportAudit = endpoint({
  name: 'audit.export',
  summary: 'The same lines as CSV.',
  method: 'GET',
  path: '/audit.csv',
  may: 'audit.view',
  input: z.strictObject(filters),
  output: null,
  media: 'text/csv',
  refusals: [],
});

export const verifyAudit = endpoint({
  name: 'audit.verify',
  summary: 'Checks the chain of hashes from the first line to the last.',
  method: 'GET',
  path: '/audit/verification',
  may: 'audit.view',
  input: z.strictObject({}),
  output: z.object({
    sound: z.boolean(),
    entries: z.number().int(),
    erased: z.number().int(),
    /** Sequence number of the first line that does not fit, where there is one. */
    brokenAt: z.number().int().nullable(),
    /** The newest hash, hexadecimal: write it down elsewhere to prove later that nothing was cut off. */
    head: z.string(),
  }),
  refusals: [],
});

export const listHistory = endpoint({
  name: 'audit.history',
  summary: 'What was done to this person, newest first.',
  method: 'GET',
  path: '/users/:id/history',
  may: 'users.view',
  input: z.strictObject({ id: idShape, ...pageInput }),
  output: pageOf(deedShape),
  refusals: ['users.not-found', 'request.bad-cursor'],
});
