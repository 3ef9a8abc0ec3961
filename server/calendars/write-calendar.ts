import type ICAL from 'ical.js';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import { nameOf } from '../users/name-of.ts';
import type { CalendarShift } from './calendar-shifts.sql.ts';

type Calendar = {
  name: string;
  language: Language;
  /** Whether each shift says whose it is; in one's own calendar that goes without saying. */
  named: boolean;
};

const refresh = 'PT4H';

/**
 * Shifts as iCalendar (RFC 5545; REFRESH-INTERVAL of RFC 7986): times in UTC, so that no rule about summer time has to
 * be sent along. A shift keeps its UID and counts up its SEQUENCE with each change; what did not change stays as it was, to
 * the letter.
 */
export async function writeCalendar(
  { name, language, named }: Calendar,
  shifts: CalendarShift[],
): Promise<string> {
  const { default: ICAL } = await import('ical.js');
  const calendar = new ICAL.Component('vcalendar');
  add(calendar, {
    version: '2.0',
    prodid: '-//Muster//Schedule//EN',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    name,
    'x-wr-calname': name,
    'x-published-ttl': refresh,
  });
  const interval = new ICAL.Property('refresh-interval');
  interval.resetType('duration');
  interval.setValue(ICAL.Duration.fromString(refresh));
  calendar.addProperty(interval);
  const utc = (moment: Temporal.Instant) => ICAL.Time.fromDateTimeString(moment.round('second').toString());
  for (const shift of shifts) {
    const whose = named ? whoseOf(shift, language) : null;
    const event = new ICAL.Component('vevent');
    add(event, {
      uid: `${shift.id}@muster`,
      dtstamp: utc(shift.changedAt),
      'last-modified': utc(shift.changedAt),
      sequence: shift.version - 1,
      dtstart: utc(shift.starts),
      dtend: utc(shift.ends),
      summary: whose === null ? shift.activity : `${shift.activity} – ${whose}`,
      categories: shift.activity,
      ...(shift.team === null ? {} : { description: shift.team }),
      ...(named && shift.person ? { 'x-muster-user-number': String(shift.person.number) } : {}),
      ...(named && !shift.person ? { 'x-muster-open': shift.former ? 'FORMER' : 'TRUE' } : {}),
    });
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function whoseOf({ person, former }: CalendarShift, language: Language): string {
  if (person) return nameOf(person);
  return translate(language, former ? 'schedule.former' : 'schedule.open');
}

function add(component: InstanceType<typeof ICAL.Component>, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) component.addPropertyWithValue(name, value as string);
}
