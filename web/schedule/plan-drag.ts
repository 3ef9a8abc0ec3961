import type { Shift } from '../../contract/schedule.ts';
import { daysBetween, plusMinutes } from './wall-times.ts';

/** Where the pointer is in the grid: in which cell, and at which minute of its day. `x` in pixels, where it is finer. */
export type Point = { row: number; day: number; minute: number; x: number };

/** What is being dragged: a shift as a whole, one of its ends, or a new one over an empty cell. */
export type Drag =
  | { kind: 'move'; shift: Shift; from: Point }
  | { kind: 'stretch'; edge: 'start' | 'end'; shift: Shift; from: Point }
  | { kind: 'create'; from: Point };

/** What comes of it when it ends here. */
export type Outcome = { row: number; day: number; startsAt: string; endsAt: string };

const quarter = 15;
const day = 1440;
/** In a week a day is too narrow to point at a quarter: so many pixels are one. */
const pixelsPerQuarter = 10;

/** How the grid lays out time: a week shows days side by side, a day its hours. */
export type Scale = { days: string[]; hours: boolean };

/** What a drag means when it ends at a point; null where it changes nothing. */
export function planDrag(drag: Drag, to: Point, scale: Scale): Outcome | null {
  if (drag.kind === 'create') return planNew(drag.from, to, scale);
  const { shift, from } = drag;
  if (drag.kind === 'move') {
    const minutes = scale.hours ? snap(to.minute - from.minute, quarter) : daysApart(from, to, scale) * day;
    if (minutes === 0 && to.row === from.row) return null;
    return outcome(to.row, plusMinutes(shift.startsAt, minutes), plusMinutes(shift.endsAt, minutes), scale);
  }
  const wanted = scale.hours
    ? snap(to.minute - from.minute, quarter)
    : Math.round((to.x - from.x) / pixelsPerQuarter) * quarter;
  const length = minutesBetween(shift.startsAt, shift.endsAt);
  const longer = drag.edge === 'end' ? wanted : -wanted;
  const change = Math.min(Math.max(longer, quarter - length), day - length);
  if (change === 0) return null;
  return drag.edge === 'end'
    ? outcome(from.row, shift.startsAt, plusMinutes(shift.endsAt, change), scale)
    : outcome(from.row, plusMinutes(shift.startsAt, -change), shift.endsAt, scale);
}

/** From where it began to where it ended, within the day on which it began. */
function planNew(from: Point, to: Point, { days, hours }: Scale): Outcome | null {
  const step = hours ? quarter : 2 * quarter;
  const end = to.day > from.day ? day : to.day < from.day ? 0 : to.minute;
  const first = Math.floor(Math.min(from.minute, end) / step) * step;
  const last = Math.ceil(Math.max(from.minute, end) / step) * step;
  const on = days[from.day];
  if (on === undefined || last <= first) return null;
  return {
    row: from.row,
    day: from.day,
    startsAt: plusMinutes(`${on}T00:00`, first),
    endsAt: plusMinutes(`${on}T00:00`, last),
  };
}

function outcome(row: number, startsAt: string, endsAt: string, { days }: Scale): Outcome {
  return { row, day: Math.max(days.indexOf(startsAt.slice(0, 10)), 0), startsAt, endsAt };
}

function daysApart(from: Point, to: Point, { days }: Scale): number {
  return daysBetween(days[from.day] ?? '', days[to.day] ?? '') || 0;
}

function snap(minutes: number, step: number): number {
  return Math.round(minutes / step) * step;
}

/** Minutes on the clock from one time to another. */
export function minutesBetween(from: string, until: string): number {
  return (Date.parse(`${until}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
}
