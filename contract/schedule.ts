import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayShape, idShape } from './shapes.ts';

/** Who works when (product §5.11). Times are those on the clock of the installation: `2026-11-21T09:00`. */

export const wallTimeShape = z
  .string()
  .regex(/^(19|2\d)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
  .refine((time) => dayShape.safeParse(time.slice(0, 10)).success, { error: 'time' });

const named = z.object({ id: idShape, name: z.string() });

/** What does not fit about a shift; `rest` (less than 11 hours since the one before) only warns. */
export const problemCodes = [
  'outside-membership',
  'outside-availability',
  'missing-activity',
  'missing-skill',
  'overlap',
  'rest',
] as const;

export const problemShape = z.object({
  code: z.enum(problemCodes),
  /** Of a missing skill: which, and at which level it is asked for. */
  skill: z.string().nullable(),
});
export type ShiftProblem = z.infer<typeof problemShape>;

export const shiftShape = z.object({
  id: idShape,
  team: idShape.nullable(),
  /** Null: open, to be filled; or of somebody who was deleted since (`former`). */
  user: idShape.nullable(),
  former: z.boolean(),
  activity: idShape,
  startsAt: wallTimeShape,
  endsAt: wallTimeShape,
  /** How long it really lasts, also when the clock is put forward or back in it. */
  minutes: z.number().int(),
  problems: z.array(problemShape),
  version: z.number().int(),
});
export type Shift = z.infer<typeof shiftShape>;

const planned = {
  user: idShape.nullable(),
  activity: idShape,
  startsAt: wallTimeShape,
  endsAt: wallTimeShape,
};

const refusals = [
  'users.not-found',
  'activities.unknown',
  'shifts.no-such-time',
  'shifts.end-before-start',
  'shifts.too-long',
] as const;

export const getScheduleChoices = endpoint({
  name: 'schedule.choices',
  summary: 'The teams and activities of schedules, and the day that it is.',
  method: 'GET',
  path: '/schedule/choices',
  may: 'schedule.view',
  input: z.strictObject({}),
  output: z.object({
    teams: z.array(named),
    activities: z.array(named.extend({ colour: z.string() })),
    today: dayShape,
    timeZone: z.string(),
  }),
  refusals: [],
});

export const window = {
  team: idShape,
  from: dayShape,
  days: z.coerce.number().int().min(1).max(42).default(7),
};

export const getSchedule = endpoint({
  name: 'schedule.get',
  summary:
    'The people of a team, also those who left and worked in these days, and all their shifts, with what does not fit.',
  method: 'GET',
  path: '/schedule',
  may: 'schedule.view',
  input: z.strictObject(window),
  output: z.object({
    people: z.array(
      named.extend({
        /** Days on which no staff membership covers them. */
        away: z.array(dayShape),
        /** Days on which they cannot work at all. */
        off: z.array(dayShape),
      }),
    ),
    shifts: z.array(shiftShape),
  }),
  refusals: ['groups.not-found'],
});

export const getShift = endpoint({
  name: 'shifts.get',
  summary: 'One shift.',
  method: 'GET',
  path: '/shifts/:id',
  may: 'schedule.view',
  input: z.strictObject({ id: idShape }),
  output: shiftShape,
  versioned: true,
  refusals: ['shifts.not-found'],
});

export const createShift = endpoint({
  name: 'shifts.create',
  summary: 'Plans a shift; without somebody it is open.',
  method: 'POST',
  path: '/shifts',
  may: 'schedule.change',
  input: z.strictObject({ team: idShape, ...planned }),
  output: shiftShape,
  status: 201,
  versioned: true,
  refusals: [...refusals, 'groups.unknown'],
});

export const changeShift = endpoint({
  name: 'shifts.change',
  summary: 'Moves or stretches it, gives it to somebody else, changes its activity.',
  method: 'PATCH',
  path: '/shifts/:id',
  may: 'schedule.change',
  input: z.strictObject({ id: idShape, ...z.object(planned).partial().shape }),
  output: shiftShape,
  versioned: true,
  refusals: ['shifts.not-found', ...refusals, 'request.stale'],
});

export const deleteShift = endpoint({
  name: 'shifts.delete',
  summary: 'Takes a shift out of the schedule.',
  method: 'DELETE',
  path: '/shifts/:id',
  may: 'schedule.change',
  input: z.strictObject({ id: idShape }),
  output: null,
  versioned: true,
  refusals: ['shifts.not-found', 'request.stale'],
});

export const exportShifts = endpoint({
  name: 'schedule.export',
  summary: 'The shifts of a team in these days as CSV.',
  method: 'GET',
  path: '/schedule.csv',
  may: 'schedule.view',
  input: z.strictObject(window),
  output: null,
  media: 'text/csv',
  refusals: ['groups.not-found'],
});
