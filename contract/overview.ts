import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What needs attention today; a number is null where the asker may not see such things. */
export const getOverview = endpoint({
  name: 'overview.get',
  summary: 'What needs attention, counted.',
  method: 'GET',
  path: '/overview',
  may: 'signed-in',
  programs: true,
  input: z.strictObject({}),
  output: z.object({
    billed: z.number().int().nullable(),
    unbilled: z.number().int().nullable(),
    pending: z.number().int().nullable(),
    starting: z.number().int().nullable(),
    locked: z.number().int().nullable(),
    pendingExpired: z.number().int().nullable(),
    leavingSoon: z.number().int().nullable(),
    failedMail: z.number().int().nullable(),
    waitingMail: z.number().int().nullable(),
    /** Links with personnel files in trouble, or waiting for somebody. */
    personnelFiles: z.number().int().nullable(),
    mailServer: z.boolean(),
    demo: z.boolean(),
  }),
  refusals: [],
});
