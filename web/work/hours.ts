/** The days of the week by their number: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Several times of one day as a text: `09:00–12:30, 13:00–17:00`; empty where there are none. */
export function hoursOf(times: { from: string | null; until: string | null }[]): string {
  return times.flatMap(({ from, until }) => (from && until ? [`${from}–${until}`] : [])).join(', ');
}
