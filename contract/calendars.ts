import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { window } from './schedule.ts';
import { dayShape, idShape, instantShape } from './shapes.ts';

/** Shifts in the calendar of people: files of iCalendar (RFC 5545), and a private address to subscribe to. */

/** How often one link may be read in an hour; calendar programs ask a few times a day. */
export const mostReadsAnHour = 120;

const linkShape = z.object({ createdAt: instantShape, lastUsedAt: instantShape.nullable() });
export type CalendarLink = z.infer<typeof linkShape>;

const stateShape = z.object({ link: linkShape.nullable() });

export const getOwnCalendar = endpoint({
  name: 'calendars.get-own',
  summary: 'Whether there is a private link to one’s own shifts. Never the link itself.',
  method: 'GET',
  path: '/me/calendar',
  may: 'signed-in',
  input: z.strictObject({}),
  output: stateShape,
  refusals: [],
});

export const makeOwnCalendar = endpoint({
  name: 'calendars.make-own',
  summary:
    'Makes a private link to one’s own shifts; an older one works no longer. The answer is the only one that holds the address.',
  method: 'POST',
  path: '/me/calendar',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({}),
  output: linkShape.extend({ address: z.string() }),
  status: 201,
  refusals: [],
});

export const endOwnCalendar = endpoint({
  name: 'calendars.end-own',
  summary: 'Ends the private link to one’s own shifts at once.',
  method: 'DELETE',
  path: '/me/calendar',
  may: 'signed-in',
  input: z.strictObject({}),
  output: null,
  refusals: ['calendars.no-link'],
});

export const getCalendar = endpoint({
  name: 'calendars.get',
  summary: 'Whether somebody has a private link to their shifts. Never the link itself.',
  method: 'GET',
  path: '/users/:id/calendar',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: stateShape,
  refusals: ['users.not-found', 'users.above-you'],
});

export const endCalendar = endpoint({
  name: 'calendars.end',
  summary: 'Ends the private link of somebody to their shifts at once.',
  method: 'DELETE',
  path: '/users/:id/calendar',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: null,
  refusals: ['users.not-found', 'users.above-you', 'calendars.no-link'],
});

export const readCalendar = endpoint({
  name: 'calendars.read',
  summary:
    'What calendar programs subscribe to: the shifts of whom the link belongs to, from 90 days back to a year ahead.',
  method: 'GET',
  path: '/calendar.ics',
  may: 'anyone',
  input: z.strictObject({ token: z.string().max(100) }),
  output: null,
  media: 'text/calendar',
  refusals: ['calendars.dead-link', 'request.too-many'],
});

export const exportTeamCalendar = endpoint({
  name: 'schedule.export-calendar',
  summary: 'The shifts of a team in these days as iCalendar.',
  method: 'GET',
  path: '/schedule.ics',
  may: 'schedule.view',
  input: z.strictObject(window),
  output: null,
  media: 'text/calendar',
  refusals: ['groups.not-found'],
});

export const exportUserCalendar = endpoint({
  name: 'schedule.export-user-calendar',
  summary: 'The shifts of one person in these days as iCalendar, whatever team they are of.',
  method: 'GET',
  path: '/users/:id/shifts.ics',
  may: 'schedule.view',
  input: z.strictObject({
    id: idShape,
    /** Left out: today. */
    from: dayShape.optional(),
    days: z.coerce.number().int().min(1).max(366).default(28),
  }),
  output: null,
  media: 'text/calendar',
  refusals: ['users.not-found'],
});
