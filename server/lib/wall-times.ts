/**
 * The moment of a time on the clock (`2026-11-21T09:00`) in a time zone; null for one that is left out there, when the
 * clock is put forward. A time that comes twice means the first, or the second where the first is not after `after`.
 */
export function momentOf(
  wallTime: string,
  timeZone: string,
  after?: Temporal.Instant,
): Temporal.Instant | null {
  const plain = Temporal.PlainDateTime.from(wallTime);
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (!first.toPlainDateTime().equals(plain)) return null;
  const moment = first.toInstant();
  return after && Temporal.Instant.compare(moment, after) <= 0 ? second.toInstant() : moment;
}
