import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { requiredLine } from './lines.ts';
import { dayShape, idShape } from './shapes.ts';

/** What people can do and when (product §5.11): activities, skills, availability. */

/** A colour as `#rrggbb`. */
export const colourShape = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'colour' })
  .transform((colour) => colour.toLowerCase());

/** How well somebody can do something, in percent. */
export const levelShape = z.number().int().min(1).max(100);

/** A time of the day, `09:30`; `24:00` is the end of it. */
export const timeShape = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time' });

const neededSkillShape = z.strictObject({ skill: idShape, level: levelShape });

export const activityShape = z.object({
  id: idShape,
  name: z.string(),
  colour: z.string(),
  /** The skills that it asks for, each at least at this level. */
  skills: z.array(z.object({ skill: idShape, name: z.string(), level: levelShape })),
  /** How many people may do it. */
  people: z.number().int(),
  version: z.number().int(),
});
export type Activity = z.infer<typeof activityShape>;

const activityFields = {
  name: requiredLine(100),
  colour: colourShape,
  skills: z.array(neededSkillShape).max(50),
};

export const listActivities = endpoint({
  name: 'activities.list',
  summary: 'All activities, by name.',
  method: 'GET',
  path: '/activities',
  may: 'employees.view',
  input: z.strictObject({}),
  output: z.object({ items: z.array(activityShape) }),
  refusals: [],
});

export const createActivity = endpoint({
  name: 'activities.create',
  summary: 'Adds an activity.',
  method: 'POST',
  path: '/activities',
  may: 'employees.change',
  input: z.strictObject({ ...activityFields, skills: activityFields.skills.default([]) }),
  output: activityShape,
  status: 201,
  versioned: true,
  refusals: ['activities.name-taken', 'skills.unknown'],
});

export const changeActivity = endpoint({
  name: 'activities.change',
  summary: 'Changes the fields that are given.',
  method: 'PATCH',
  path: '/activities/:id',
  may: 'employees.change',
  input: z.strictObject({ id: idShape, ...z.object(activityFields).partial().shape }),
  output: activityShape,
  versioned: true,
  refusals: ['activities.not-found', 'activities.name-taken', 'skills.unknown', 'request.stale'],
});

export const deleteActivity = endpoint({
  name: 'activities.delete',
  summary: 'Deletes an activity that no shift has; people who may do it no longer may.',
  method: 'DELETE',
  path: '/activities/:id',
  may: 'employees.change',
  input: z.strictObject({ id: idShape }),
  output: null,
  versioned: true,
  refusals: ['activities.not-found', 'activities.in-use', 'request.stale'],
});

export const skillShape = z.object({
  id: idShape,
  name: z.string(),
  people: z.number().int(),
  version: z.number().int(),
});
export type Skill = z.infer<typeof skillShape>;

export const listSkills = endpoint({
  name: 'skills.list',
  summary: 'All skills, by name.',
  method: 'GET',
  path: '/skills',
  may: 'employees.view',
  input: z.strictObject({}),
  output: z.object({ items: z.array(skillShape) }),
  refusals: [],
});

export const createSkill = endpoint({
  name: 'skills.create',
  summary: 'Adds a skill.',
  method: 'POST',
  path: '/skills',
  may: 'employees.change',
  input: z.strictObject({ name: requiredLine(100) }),
  output: skillShape,
  status: 201,
  versioned: true,
  refusals: ['skills.name-taken'],
});

export const changeSkill = endpoint({
  name: 'skills.change',
  summary: 'Changes its name.',
  method: 'PATCH',
  path: '/skills/:id',
  may: 'employees.change',
  input: z.strictObject({ id: idShape, name: requiredLine(100) }),
  output: skillShape,
  versioned: true,
  refusals: ['skills.not-found', 'skills.name-taken', 'request.stale'],
});

export const deleteSkill = endpoint({
  name: 'skills.delete',
  summary: 'Deletes a skill; nobody has it any more, and no activity asks for it.',
  method: 'DELETE',
  path: '/skills/:id',
  may: 'employees.change',
  input: z.strictObject({ id: idShape }),
  output: null,
  versioned: true,
  refusals: ['skills.not-found', 'request.stale'],
});

const periodShape = z.strictObject({ from: timeShape, until: timeShape });
const weekdayShape = z.number().int().min(1).max(7);

/** When somebody can work: hours per weekday (1 is Monday; none at all: always), and days that differ. */
const availabilityShape = z.strictObject({
  week: z
    .array(z.strictObject({ weekday: weekdayShape, ...periodShape.shape }))
    .max(70)
    .check(notBackwards),
  /** A day without hours: not at all. */
  exceptions: z
    .array(z.strictObject({ day: dayShape, from: timeShape.nullable(), until: timeShape.nullable() }))
    .max(500)
    .check(notBackwards),
});
export type Availability = z.infer<typeof availabilityShape>;

function notBackwards(context: z.core.ParsePayload<{ from: string | null; until: string | null }[]>): void {
  context.value.forEach(({ from, until }, index) => {
    const both = from !== null && until !== null;
    if (both ? from < until : from === until) return;
    context.issues.push({
      code: 'custom',
      message: 'backwards',
      path: [index, 'until'],
      input: until,
    });
  });
}

const userSkillShape = z.object({
  skill: idShape,
  name: z.string(),
  level: levelShape,
  startsOn: dayShape.nullable(),
  endsOn: dayShape.nullable(),
});

/** Somebody as an employee: what they can do and when. */
export const workShape = z.object({
  id: idShape,
  name: z.string(),
  state: z.enum(['pending', 'active', 'starting', 'deactivated']),
  personnelNumber: z.string().nullable(),
  jobTitle: z.string().nullable(),
  teams: z.array(z.object({ id: idShape, name: z.string() })),
  staffMemberships: z.array(z.object({ id: idShape, startsOn: dayShape, leavesOn: dayShape.nullable() })),
  activities: z.array(z.object({ id: idShape, name: z.string(), colour: z.string() })),
  skills: z.array(userSkillShape),
  availability: availabilityShape,
  version: z.number().int(),
  /** Whether the one who asks may change what they can do and when. */
  mayChange: z.boolean(),
});
export type Work = z.infer<typeof workShape>;

export const getWork = endpoint({
  name: 'work.get',
  summary: 'Somebody as an employee: periods, activities, skills, availability.',
  method: 'GET',
  path: '/users/:id/work',
  may: 'employees.view',
  input: z.strictObject({ id: idShape }),
  output: workShape,
  versioned: true,
  refusals: ['users.not-found'],
});

export const setUserActivities = endpoint({
  name: 'work.set-activities',
  summary: 'Makes these the activities that somebody may do.',
  method: 'PUT',
  path: '/users/:id/activities',
  may: 'employees.change',
  input: z.strictObject({ id: idShape, activities: z.array(idShape).max(500) }),
  output: workShape,
  versioned: true,
  refusals: ['users.not-found', 'activities.unknown', 'request.stale'],
});

export const setUserSkills = endpoint({
  name: 'work.set-skills',
  summary:
    'Makes these the skills of somebody, each with a level and perhaps the days between which it counts.',
  method: 'PUT',
  path: '/users/:id/skills',
  may: 'employees.change',
  input: z.strictObject({
    id: idShape,
    skills: z
      .array(
        z.strictObject({
          skill: idShape,
          level: levelShape,
          startsOn: dayShape.nullable().default(null),
          endsOn: dayShape.nullable().default(null),
        }),
      )
      .max(200),
  }),
  output: workShape,
  versioned: true,
  refusals: [
    'users.not-found',
    'skills.unknown',
    'skills.overlap',
    'employment.leave-before-start',
    'request.stale',
  ],
});

export const setAvailability = endpoint({
  name: 'work.set-availability',
  summary: 'Makes this the week of somebody, and the days that differ from it.',
  method: 'PUT',
  path: '/users/:id/availability',
  may: 'employees.change',
  input: z.strictObject({ id: idShape, ...availabilityShape.shape }),
  output: workShape,
  versioned: true,
  refusals: ['users.not-found', 'work.availability-overlap', 'request.stale'],
});
