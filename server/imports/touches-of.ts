import type { Touch } from '../members/touch.ts';
import type { PlannedDeed } from './stored-import.ts';

/** What a row changes of somebody who is there already. */
export function touchesOf({ fields, roles, startsOn, leavesOn, reactivateFrom }: PlannedDeed): Touch[] {
  const touches: Touch[] = ['details'];
  if (fields.email !== undefined || roles) touches.push('security');
  if (startsOn || leavesOn !== undefined || reactivateFrom) touches.push('days');
  return touches;
}
