import type { Shift } from '../../contract/schedule.ts';
import { minutesBetween } from './plan-drag.ts';

/** Where a shift stands on the hours of a day: from which minute to which, and on which line below the others. */
export type Placed = { shift: Shift; from: number; until: number; lane: number };

/** The shifts that lie on a day, each on the first line that is free at that time. */
export function placeOnDay(shifts: Shift[], day: string): Placed[] {
  const free: number[] = [];
  const midnight = `${day}T00:00`;
  return shifts
    .map((shift) => ({
      shift,
      from: Math.max(minutesBetween(midnight, shift.startsAt), 0),
      until: Math.min(minutesBetween(midnight, shift.endsAt), 1440),
    }))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from || a.until - b.until)
    .map((placed) => {
      const found = free.findIndex((until) => until <= placed.from);
      const lane = found < 0 ? free.length : found;
      free[lane] = placed.until;
      return { ...placed, lane };
    });
}
