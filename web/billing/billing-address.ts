import { z } from 'zod';
import { monthShape } from '../../contract/billing.ts';
import { idShape } from '../../contract/shapes.ts';

/** What the address bar says of the page about billing. */
export const billingAddress = z.object({
  month: monthShape.optional(),
  tab: z.enum(['people', 'organisations', 'corrections']).optional(),
  organisation: idShape.optional(),
});
