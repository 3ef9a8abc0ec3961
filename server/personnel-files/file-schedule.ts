import type { FileSchedule } from '../../contract/personnel-files.ts';

/**
 * The next moment of a schedule after this one, in the time zone of the installation. A time that the clock skips in
 * spring comes as much later as it is put forward; one that comes twice in autumn counts once.
 */
export function nextMoment(
  schedule: FileSchedule | null,
  timeZone: string,
  after: Temporal.Instant = Temporal.Now.instant(),
): Temporal.Instant | null {
  if (schedule === null) return null;
  const now = after.toZonedDateTimeISO(timeZone);
  if (schedule.every === 'hour')
    return now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }).toInstant();
  const time = Temporal.PlainTime.from(schedule.at);
  const step = schedule.every === 'day' ? 1 : 7;
  let day = now.toPlainDate();
  if (schedule.every === 'week') day = day.add({ days: (schedule.weekday - day.dayOfWeek + 7) % 7 });
  for (;;) {
    const moment = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
    if (Temporal.Instant.compare(moment, after) > 0) return moment;
    day = day.add({ days: step });
  }
}
