declare const unit: unique symbol;

/** A length of time in milliseconds; made by `seconds`, `minutes`, `hours` and `days`, so that a bare number is none. */
export type Milliseconds = number & { readonly [unit]: 'milliseconds' };

export function seconds(count: number): Milliseconds {
  return (count * 1000) as Milliseconds;
}

export function minutes(count: number): Milliseconds {
  return seconds(count * 60);
}

export function hours(count: number): Milliseconds {
  return minutes(count * 60);
}

/** So many times 24 hours; for calendar days use `Temporal.PlainDate`. */
export function days(count: number): Milliseconds {
  return hours(count * 24);
}

/** The day that it is in a time zone (IANA name) at that moment. */
export function today(timeZone: string, now: Temporal.Instant = Temporal.Now.instant()): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The first moment of a day in a time zone; not always midnight, where the clock is put forward at midnight. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
