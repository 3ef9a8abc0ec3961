import type { StaffMembership } from '../employment/employment.sql.ts';
import type { Note } from './stored-import.ts';

export type PeriodPlan = {
  /** The first day of the present membership is put right. */
  startsOn?: string;
  membership?: string;
  /** The last day; null: the end is taken back. */
  leavesOn?: string | null;
  /** Somebody who had left comes back on this day. */
  reactivateFrom?: string;
  notes: Note[];
};

type WishedPeriod = { startsOn?: string; leavesOn?: string | null };

/**
 * What the days of a row change in somebody's staff memberships (the newest first). Who has left comes back when the
 * file knows leave dates and gives none that has passed, or gives a start after the last leave date.
 */
export function planPeriod(
  memberships: readonly StaffMembership[],
  wished: WishedPeriod,
  knowsLeaveDates: boolean,
  today: string,
): PeriodPlan {
  const current = memberships.findLast(({ leavesOn }) => leavesOn === null || leavesOn >= today);
  return current
    ? planPresent(memberships, current, wished)
    : planEnded(memberships[0], wished, knowsLeaveDates, today);
}

function planPresent(
  memberships: readonly StaffMembership[],
  current: StaffMembership,
  { startsOn, leavesOn }: WishedPeriod,
): PeriodPlan {
  const plan: PeriodPlan = { notes: [] };
  const only = memberships.length === 1;
  if (startsOn !== undefined && only && startsOn !== current.startsOn) {
    plan.startsOn = startsOn;
    plan.membership = current.id;
  }
  if (leavesOn !== undefined && leavesOn !== current.leavesOn) plan.leavesOn = leavesOn;
  return plan;
}

function planEnded(
  last: StaffMembership | undefined,
  { startsOn, leavesOn }: WishedPeriod,
  knowsLeaveDates: boolean,
  today: string,
): PeriodPlan {
  const leftOn = last?.leavesOn ?? '';
  const staysAway = leavesOn ? leavesOn < today : false;
  if (staysAway) {
    const known = leavesOn === leftOn;
    return { notes: known ? [] : [{ code: 'left-already', values: { day: leftOn } }] };
  }
  const startsAnew = startsOn !== undefined && startsOn > leftOn;
  if (!startsAnew && !knowsLeaveDates) return { notes: [{ code: 'stays-away' }] };
  const plan: PeriodPlan = { reactivateFrom: startsAnew ? startsOn : today, notes: [] };
  if (leavesOn) plan.leavesOn = leavesOn;
  return plan;
}
