import type { OutputOf } from '../../contract/endpoint.ts';
import type { getSchedule, getScheduleChoices, Shift } from '../../contract/schedule.ts';
import { plusDays } from './wall-times.ts';

export type Schedule = OutputOf<typeof getSchedule>;
export type Choices = OutputOf<typeof getScheduleChoices>;

/** A line of the grid: a person, the shifts that are open, or those of people who were deleted since. */
export type GridRow = {
  key: string;
  kind: 'open' | 'person' | 'former';
  user: string | null;
  name: string;
  away: string[];
  off: string[];
  /** The shifts of each day, by the day on which they begin. */
  shifts: Map<string, Shift[]>;
  /** How long all of them last. */
  minutes: number;
};

/** The lines of the grid: open shifts first, people by name, former employees last. */
export function rowsOf({ people, shifts }: Schedule, words: { open: string; former: string }): GridRow[] {
  const byUser = Map.groupBy(shifts, (shift) => shift.user ?? (shift.former ? 'former' : 'open'));
  const row = (
    key: string,
    kind: GridRow['kind'],
    name: string,
    days: Pick<GridRow, 'away' | 'off'>,
  ): GridRow => ({
    key,
    kind,
    user: kind === 'person' ? key : null,
    name,
    ...days,
    shifts: Map.groupBy(byUser.get(key) ?? [], dayOf),
    minutes: (byUser.get(key) ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
  });
  const none = { away: [], off: [] };
  return [
    row('open', 'open', words.open, none),
    ...people.map(({ id, name, away, off }) => row(id, 'person', name, { away, off })),
    ...(byUser.has('former') ? [row('former', 'former', words.former, none)] : []),
  ];
}

/** The day on which a shift begins. */
export function dayOf({ startsAt }: Pick<Shift, 'startsAt'>): string {
  return startsAt.slice(0, 10);
}

/** `09:00` of `2026-11-21T09:00`. */
export function timeOf(wallTime: string): string {
  return wallTime.slice(11);
}

/** The shifts that lie on a day, also those that began the day before. */
export function shiftsOn({ shifts }: GridRow, day: string): Shift[] {
  return [...(shifts.get(plusDays(day, -1)) ?? []), ...(shifts.get(day) ?? [])].filter(
    ({ endsAt }) => endsAt > `${day}T00:00`,
  );
}
