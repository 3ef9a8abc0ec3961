import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayShape, idShape, instantShape, pageInput, pageOf } from './shapes.ts';

/** Who is billed (product §5.14): whoever a staff membership covered on at least one day of a month, so far. */

/** A month of the calendar: `2026-11`. */
export const monthShape = z.string().regex(/^(19|2\d)\d\d-(0[1-9]|1[0-2])$/);

const billedMonthShape = z.object({
  month: monthShape,
  people: z.number().int(),
  /** How many of them were deleted since. */
  deleted: z.number().int(),
  /** By how much it changed after it was over: people who count after all, and who do not after all. */
  added: z.number().int(),
  removed: z.number().int(),
});
export type BilledMonth = z.infer<typeof billedMonthShape>;

export const getBilling = endpoint({
  name: 'billing.get',
  summary: 'The billed people of this month so far, and of the 23 months before.',
  method: 'GET',
  path: '/billing',
  may: 'billing.view',
  input: z.strictObject({}),
  output: z.object({
    today: dayShape,
    /** Oldest first; the last one is this month. */
    months: z.array(billedMonthShape),
  }),
  refusals: [],
});

/** Left out: this month. */
const ofMonth = { month: monthShape.optional() };

export const listBilledOrganisations = endpoint({
  name: 'billing.organisations',
  summary:
    'How many people of each organisation, as its members are now, were billed in a month. Who is a member of two counts in both.',
  method: 'GET',
  path: '/billing/organisations',
  may: 'billing.view',
  input: z.strictObject({ ...ofMonth, ...pageInput }),
  output: pageOf(z.object({ id: idShape, name: z.string(), people: z.number().int() })),
  refusals: ['request.bad-cursor'],
});

const whose = { ...ofMonth, organisation: idShape.optional() };

const billedPersonShape = z.object({
  id: idShape,
  name: z.string(),
  number: z.number().int(),
  /** The first day of the staff membership that counts, and its last one where it is known. */
  since: dayShape,
  until: dayShape.nullable(),
});
export type BilledPerson = z.infer<typeof billedPersonShape>;

export const listBilledPeople = endpoint({
  name: 'billing.people',
  summary: 'Who was billed in a month, by name, and since when they belong to the installation.',
  method: 'GET',
  path: '/billing/people',
  may: 'billing.view',
  input: z.strictObject({ ...whose, ...pageInput }),
  output: pageOf(billedPersonShape),
  refusals: ['request.bad-cursor'],
});

export const exportBilling = endpoint({
  name: 'billing.export',
  summary: 'The same people as CSV.',
  method: 'GET',
  path: '/billing.csv',
  may: 'billing.view',
  input: z.strictObject(whose),
  output: null,
  media: 'text/csv',
  refusals: [],
});

const correctionShape = z.object({
  seq: z.number().int(),
  month: monthShape,
  at: instantShape,
  /** Null where they were deleted since. */
  person: z.object({ id: idShape, name: z.string() }).nullable(),
  /** 1: counts after all; -1: does not count after all. */
  people: z.number().int(),
});
export type Correction = z.infer<typeof correctionShape>;

export const listCorrections = endpoint({
  name: 'billing.corrections',
  summary: 'What changed in months that were over, newest first.',
  method: 'GET',
  path: '/billing/corrections',
  may: 'billing.view',
  input: z.strictObject({ month: monthShape.optional(), ...pageInput }),
  output: pageOf(correctionShape),
  refusals: ['request.bad-cursor'],
});
