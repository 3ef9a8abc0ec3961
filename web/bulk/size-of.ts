import type { BulkRun } from '../../contract/bulk.ts';

/** How many people a run is about. */
export function sizeOf({ counts: { waiting, fits, refused, done } }: BulkRun): number {
  return waiting + fits + refused + done;
}
