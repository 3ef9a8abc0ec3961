import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { Permission } from './permissions.ts';
import {
  dayShape,
  idShape,
  instantShape,
  languageShape,
  pageInput,
  pageOf,
  timeZoneShape,
} from './shapes.ts';
import { userStateShape } from './user-shapes.ts';
import { userFilters } from './users.ts';

/** One deed to many people (product §5.9): who it fits, then one after the other, in the background. */

const roles = z.array(z.string().max(60)).min(1).max(100);
const groups = z.array(idShape).min(1).max(200);

/** What is done, with what it needs to know. */
export const bulkActShape = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('welcome-mail') }),
  z.strictObject({ deed: z.literal('give-roles'), roles }),
  z.strictObject({ deed: z.literal('take-roles'), roles }),
  z.strictObject({ deed: z.literal('add-to-groups'), groups }),
  z.strictObject({ deed: z.literal('remove-from-groups'), groups }),
  z.strictObject({ deed: z.literal('set-language'), language: languageShape }),
  z.strictObject({ deed: z.literal('set-time-zone'), timeZone: timeZoneShape }),
  z.strictObject({ deed: z.literal('require-two-factor') }),
  z.strictObject({ deed: z.literal('unlock') }),
  z.strictObject({ deed: z.literal('set-leave-date'), leavesOn: dayShape }),
  z.strictObject({ deed: z.literal('reactivate'), startsOn: dayShape.optional() }),
  z.strictObject({ deed: z.literal('delete') }),
]);
export type BulkAct = z.output<typeof bulkActShape>;
export type BulkDeed = BulkAct['deed'];

/** The permission that each asks for: that of the call for one person. */
export const bulkPermissions: Record<BulkDeed, Permission> = {
  'welcome-mail': 'mail.resend',
  'give-roles': 'users.roles',
  'take-roles': 'users.roles',
  'add-to-groups': 'groups.change',
  'remove-from-groups': 'groups.change',
  'set-language': 'users.change',
  'set-time-zone': 'users.change',
  'require-two-factor': 'users.security',
  unlock: 'users.security',
  'set-leave-date': 'users.deactivate',
  reactivate: 'users.deactivate',
  delete: 'users.delete',
};

/** So many people at once, and no more. */
export const bulkMaximum = 50_000;

const bulkStates = ['checking', 'checked', 'running', 'stopped', 'done'] as const;
export type BulkState = (typeof bulkStates)[number];

/** `waiting`: not looked at yet; `fits`: can be done, not done yet; `refused`: with the reason. */
const bulkOutcomes = ['waiting', 'fits', 'refused', 'done'] as const;
const outcomeShape = z.enum(bulkOutcomes);
export type BulkOutcome = z.output<typeof outcomeShape>;

const runShape = z.object({
  id: idShape,
  act: bulkActShape,
  /** What the roles or groups that the act names are called now. */
  named: z.array(z.string()),
  state: z.enum(bulkStates),
  counts: z.object({
    waiting: z.number().int(),
    fits: z.number().int(),
    refused: z.number().int(),
    done: z.number().int(),
  }),
  /** Why people were refused, in words, most frequent first. */
  reasons: z.array(z.object({ code: z.string(), message: z.string(), count: z.number().int() })),
  madeAt: instantShape,
  endedAt: instantShape.nullable(),
});
export type BulkRun = z.infer<typeof runShape>;

const personShape = z.object({
  /** Null once the account was deleted, or where the reader may not know of this person any more. */
  user: z.object({ id: idShape, name: z.string(), email: z.string(), state: userStateShape }).nullable(),
  number: z.number().int(),
  outcome: outcomeShape,
  why: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type BulkPerson = z.infer<typeof personShape>;

export const prepareBulk = endpoint({
  name: 'bulk.prepare',
  summary:
    'Fixes who is meant, by their ids or by the filters of the list, and begins to find out for whom it can be done. Changes nobody.',
  method: 'POST',
  path: '/bulk',
  may: 'users.view',
  input: z.strictObject({
    act: bulkActShape,
    people: z.union([
      z.strictObject({ users: z.array(idShape).min(1).max(1000) }),
      z.strictObject({ matching: z.strictObject(userFilters) }),
    ]),
  }),
  output: runShape,
  status: 201,
  refusals: [
    'tokens.only-people',
    'users.not-found',
    'bulk.nobody',
    'bulk.too-many',
    'roles.unknown',
    'groups.unknown',
  ],
});

export const listBulk = endpoint({
  name: 'bulk.list',
  summary: 'What one has done to many people lately, newest first.',
  method: 'GET',
  path: '/bulk',
  may: 'users.view',
  input: z.strictObject({}),
  output: z.object({ items: z.array(runShape) }),
  refusals: [],
});

export const getBulk = endpoint({
  name: 'bulk.get',
  summary: 'How far one of them is. Everybody sees their own.',
  method: 'GET',
  path: '/bulk/:id',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: runShape,
  refusals: ['bulk.not-found'],
});

export const listBulkPeople = endpoint({
  name: 'bulk.people',
  summary: 'The people of one of them, each with what came of it.',
  method: 'GET',
  path: '/bulk/:id/people',
  may: 'users.view',
  input: z.strictObject({ id: idShape, outcome: outcomeShape.optional(), ...pageInput }),
  output: pageOf(personShape),
  refusals: ['bulk.not-found', 'request.bad-cursor'],
});

export const exportBulkPeople = endpoint({
  name: 'bulk.export',
  summary: 'The same as CSV, in the reader’s words.',
  method: 'GET',
  path: '/bulk/:id/people.csv',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: null,
  media: 'text/csv',
  refusals: ['bulk.not-found'],
});

export const startBulk = endpoint({
  name: 'bulk.start',
  summary:
    'Does it, in the background, to everybody whom it fits. Deleting asks for their number. Also goes on after a stop.',
  method: 'POST',
  path: '/bulk/:id/start',
  may: 'users.view',
  input: z.strictObject({ id: idShape, count: z.number().int().optional() }),
  output: runShape,
  refusals: ['tokens.only-people', 'bulk.not-found', 'bulk.not-ready', 'bulk.nobody', 'bulk.wrong-count'],
});

export const stopBulk = endpoint({
  name: 'bulk.stop',
  summary: 'Leaves the rest undone. What was done stays done.',
  method: 'POST',
  path: '/bulk/:id/stop',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: runShape,
  refusals: ['bulk.not-found', 'bulk.not-ready'],
});
