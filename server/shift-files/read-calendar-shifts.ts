import { readFile } from 'node:fs/promises';
import type ICAL from 'ical.js';
import { Refused } from '../act/refused.ts';
import type { FileShift, Reason } from './file-shift.ts';

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

/** The shifts in an iCalendar file (RFC 5545): each event one shift, named `activity – employee` or by what it says. */
export async function readCalendarShifts(path: string, timeZone: string): Promise<FileShift[]> {
  const text = await readFile(path, 'utf8');
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  const events = await parse(text);
  return events.map((event, index) => shiftOf(event, lines[index] ?? index + 1, timeZone));
}

async function parse(text: string): Promise<Component[]> {
  const { default: ical } = await import('ical.js');
  try {
    const parsed = ical.parse(text.replace(/^\ufeff/, '')) as unknown[];
    // Several calendars in one file come as a list of them.
    const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ConstructorParameters<
      typeof ICAL.Component
    >[0][];
    return calendars.flatMap((calendar) => new ical.Component(calendar).getAllSubcomponents('vevent'));
  } catch {
    throw new Refused('shift-files.unreadable');
  }
}

function shiftOf(event: Component, line: number, timeZone: string): FileShift {
  const summary = textOf(event, 'summary');
  const category = textOf(event, 'categories');
  const [starts, ends] = [momentOf(event, 'dtstart', timeZone), endOf(event, timeZone)];
  const reasons = (['repeats', 'whole-day'] as const).filter((code) => holds[code](event));
  const value = textOf(event, 'dtstart');
  return {
    line,
    ...namesIn(summary, category),
    who: { ...whoOf(event), ...nameIn(event, summary, category) },
    text: { starts: value, ends: textOf(event, 'dtend') },
    starts,
    ends,
    reasons: [
      ...reasons.map((code): Reason => ({ code, value: summary })),
      ...(reasons.length === 0 && !(starts && ends) ? [{ code: 'time' as const, value }] : []),
    ],
  };
}

const holds = {
  repeats: (event: Component) => ['rrule', 'rdate', 'recurrence-id'].some((name) => event.hasProperty(name)),
  'whole-day': (event: Component) => event.getFirstProperty('dtstart')?.type === 'date',
};

function textOf(event: Component, name: string): string {
  return String(event.getFirstPropertyValue(name) ?? '').trim();
}

const between = / [–—-] /u;

function namesIn(summary: string, category: string): { activity: string } {
  return { activity: category || (summary.split(between)[0] ?? '') };
}

function nameIn(event: Component, summary: string, category: string): { name: string } {
  if (textOf(event, 'x-muster-open') === 'TRUE') return { name: '' };
  if (category !== '' && summary.startsWith(category)) {
    return { name: summary.slice(category.length).replace(between, '').trim() };
  }
  return { name: summary.split(between).slice(1).join(' – ').trim() };
}

function whoOf(event: Component) {
  const attendee = textOf(event, 'attendee');
  const email = /^mailto:/i.test(attendee) ? attendee.slice('mailto:'.length) : '';
  return { number: textOf(event, 'x-muster-user-number'), personnelNumber: '', email };
}

function endOf(event: Component, timeZone: string): Temporal.Instant | null {
  if (event.hasProperty('dtend')) return momentOf(event, 'dtend', timeZone);
  const starts = momentOf(event, 'dtstart', timeZone);
  const duration = textOf(event, 'duration');
  try {
    return starts && duration !== '' ? starts.add(Temporal.Duration.from(duration)) : null;
  } catch {
    return null;
  }
}

/** The moment of a time: in UTC, in a zone that it names, or on the clock of the installation. */
function momentOf(event: Component, name: string, timeZone: string): Temporal.Instant | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue() as Time | undefined;
  if (property?.type !== 'date-time' || !time) return null;
  const text = String(time);
  const zone = String(property.getFirstParameter('tzid') ?? '');
  try {
    if (text.endsWith('Z')) return Temporal.Instant.from(text);
    const plain = Temporal.PlainDateTime.from(text);
    const named = zone === '' ? timeZone : knownZone(zone);
    if (named) return plain.toZonedDateTime(named).toInstant();
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  } catch {
    return null;
  }
}

/** Null for a name that only the file explains, such as those of Windows. */
function knownZone(name: string): string | null {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return name;
  } catch {
    return null;
  }
}
