/**
 * The time that somebody means, as `09:30`: `9`, `930`, `9:30`, `9.30` and `9u30` too. `24:00` is the end of the day.
 * Null for anything else.
 */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})[:.uh]?(\d{2})$/i.exec(text.trim()) ?? /^(\d{1,2})[:.uh]?$/i.exec(text.trim());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
