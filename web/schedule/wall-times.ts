/** Sums with times on the clock (`2026-11-21T09:00`), whatever time zone: what they mean, the server decides. */

/** So many minutes later on the clock. */
export function plusMinutes(wallTime: string, minutes: number): string {
  return new Date(Date.parse(`${wallTime}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** So many days later. */
export function plusDays(day: string, days: number): string {
  return plusMinutes(`${day}T00:00`, days * 1440).slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return new Date(`${day}T00:00Z`).getUTCDay() % 6 === 0;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));
}

/** From a day and two times to the beginning and end of a shift: an end at or before the beginning is tomorrow's. */
export function shiftTimes(day: string, from: string, until: string): { startsAt: string; endsAt: string } {
  if (until === '24:00') return { startsAt: `${day}T${from}`, endsAt: `${plusDays(day, 1)}T00:00` };
  return {
    startsAt: `${day}T${from}`,
    endsAt: `${until > from ? day : plusDays(day, 1)}T${until}`,
  };
}
