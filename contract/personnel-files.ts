import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { importFields } from './import-fields.ts';
import { importModes, importOutcomes } from './imports.ts';
import { requiredLine } from './lines.ts';
import { dayTimeShape, fileSourceShape } from './personnel-sources.ts';
import { idShape, instantShape, pageInput, pageOf } from './shapes.ts';
import { userShape } from './user-shapes.ts';

/** The link with a personnel file: people from a file that another system drops, fetched by itself (product §5.13). */

const fieldShape = z.enum(importFields);

/** The fields that a personnel file can keep to itself: it only ever adds people to an organisation. */
export const ownableFields = importFields.filter((field) => field !== 'organisation');
export const ownedFieldShape = z.enum(importFields).exclude(['organisation']);
export type OwnedField = z.infer<typeof ownedFieldShape>;

const columnShape = z.strictObject({ heading: z.string().max(1000), field: fieldShape.nullable() });
export type FileColumn = z.infer<typeof columnShape>;

export const scheduleShape = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('hour') }),
  z.strictObject({ every: z.literal('day'), at: dayTimeShape }),
  /** 1 is Monday. */
  z.strictObject({ every: z.literal('week'), weekday: z.number().int().min(1).max(7), at: dayTimeShape }),
]);
export type FileSchedule = z.infer<typeof scheduleShape>;

const optionsShape = z.strictObject({
  mode: z.enum(importModes),
  sendWelcomeMail: z.boolean(),
  createGroups: z.boolean(),
});
export type FileOptions = z.infer<typeof optionsShape>;

const chosen = {
  name: requiredLine(100),
  source: fileSourceShape,
  hasHeadings: z.boolean(),
  columns: z.array(columnShape).min(1).max(200),
  options: optionsShape,
  /** Fields that nobody else changes of the people in the file; must be among those of the columns. */
  owned: z.array(ownedFieldShape).max(importFields.length),
  /** Null: only by hand. */
  schedule: scheduleShape.nullable(),
};

/** Who gets mail about trouble; nobody chosen: the administrators. */
const alarmTo = z.array(idShape).max(20);

/** A password, a private key or the value of a header: taken, kept sealed, and never answered. */
const secretShape = z.string().min(1).max(20_000);

export const fileRunStates = [
  'fetching',
  'checking',
  'running',
  'waiting',
  'checked',
  'done',
  'unchanged',
  'discarded',
  'failed',
] as const;

export const fileRunShape = z.object({
  id: idShape,
  file: z.object({ id: idShape, name: z.string() }),
  /** `waiting`: it would end so many people that somebody must say their number; `checked`: a check found what it would do. */
  state: z.enum(fileRunStates),
  isCheck: z.boolean(),
  cause: z.enum(['schedule', 'user', 'command-line']),
  startedBy: z.object({ id: idShape, name: z.string() }).nullable(),
  /** Why it failed, in the reader's language. */
  failure: z.string().nullable(),
  /** The import that tells row by row what changed. */
  importId: idShape.nullable(),
  size: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  counts: z.partialRecord(z.enum(importOutcomes), z.number().int()),
  leaving: z.object({ count: z.number().int(), of: z.number().int() }).nullable(),
  startedAt: instantShape,
  endedAt: instantShape.nullable(),
  version: z.number().int(),
});
export type FileRun = z.infer<typeof fileRunShape>;

export const personnelFileShape = z.object({
  id: idShape,
  ...chosen,
  name: z.string(),
  /** Who gets mail about trouble; empty: the administrators. */
  alarmTo: z.array(z.object({ id: idShape, name: z.string() })),
  hasSecret: z.boolean(),
  nextAt: instantShape.nullable(),
  /** In whose name it acts; null: they are gone, and it does nothing until somebody saves it. */
  actsAs: z.object({ id: idShape, name: z.string() }).nullable(),
  /** What is wrong with it now, in the reader's language. */
  trouble: z
    .object({ code: z.string(), text: z.string(), since: instantShape, halted: z.boolean() })
    .nullable(),
  /** How many people it names. */
  people: z.number().int(),
  lastRun: fileRunShape.nullable(),
  version: z.number().int(),
});
export type PersonnelFile = z.infer<typeof personnelFileShape>;

const refusals = ['personnel-files.not-found'] as const;
const saving = [
  'personnel-files.secret-again',
  'personnel-files.secret-missing',
  'personnel-files.owned-not-mapped',
  'imports.no-key',
  'imports.field-twice',
  'personnel-files.receiver-unknown',
] as const;

export const listPersonnelFiles = endpoint({
  name: 'personnel-files.list',
  summary: 'The links with personnel files, each with its last run.',
  method: 'GET',
  path: '/personnel-files',
  may: 'integrations.manage',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(personnelFileShape),
    /** The folders of the server that the operator allows. */
    folders: z.array(z.string()),
    timeZone: z.string(),
  }),
  refusals: [],
});

export const getPersonnelFile = endpoint({
  name: 'personnel-files.get',
  summary: 'One link with a personnel file. Its password or key is never answered.',
  method: 'GET',
  path: '/personnel-files/:id',
  may: 'integrations.manage',
  input: z.strictObject({ id: idShape }),
  output: personnelFileShape,
  versioned: true,
  refusals: [...refusals],
});

export const testPersonnelFile = endpoint({
  name: 'personnel-files.test',
  summary:
    'Fetches the file once and says what is in it, or what is in the way. Changes nothing. An SFTP server is shown by its key first: nothing is sent to it before that key is given back.',
  method: 'POST',
  path: '/personnel-files/test',
  may: 'integrations.manage',
  input: z.strictObject({
    source: fileSourceShape,
    secret: secretShape.optional(),
    passphrase: z.string().max(1000).optional(),
    /** A link whose stored secret to use, where it goes to the same place. */
    file: idShape.optional(),
  }),
  output: z.object({
    trouble: z.object({ code: z.string(), text: z.string() }).nullable(),
    /** The key of the SFTP server that answered. */
    hostKey: z.string().nullable(),
    size: z.number().int().nullable(),
    rows: z.number().int().nullable(),
    hasHeadings: z.boolean(),
    columns: z.array(
      z.object({ heading: z.string(), samples: z.array(z.string()), field: fieldShape.nullable() }),
    ),
  }),
  refusals: [...refusals, 'personnel-files.secret-again', 'personnel-files.secret-missing'],
});

export const createPersonnelFile = endpoint({
  name: 'personnel-files.create',
  summary:
    'Makes a link with a personnel file. It acts in the name of whoever saved it last, never with more rights.',
  method: 'POST',
  path: '/personnel-files',
  may: 'integrations.manage',
  input: z.strictObject({
    ...chosen,
    alarmTo: alarmTo.default([]),
    secret: secretShape.optional(),
    passphrase: z.string().max(1000).optional(),
  }),
  output: personnelFileShape,
  status: 201,
  refusals: [...saving],
});

export const changePersonnelFile = endpoint({
  name: 'personnel-files.change',
  summary: 'Changes a link with a personnel file. From then on it acts in the name of who saved it.',
  method: 'PATCH',
  path: '/personnel-files/:id',
  may: 'integrations.manage',
  input: z.strictObject({
    id: idShape,
    ...z.object(chosen).partial().shape,
    alarmTo: alarmTo.optional(),
    secret: secretShape.optional(),
    passphrase: z.string().max(1000).optional(),
  }),
  output: personnelFileShape,
  versioned: true,
  refusals: [...refusals, ...saving, 'request.stale'],
});

export const deletePersonnelFile = endpoint({
  name: 'personnel-files.delete',
  summary: 'Ends a link. Its people stay, and their fields can be changed by hand again.',
  method: 'DELETE',
  path: '/personnel-files/:id',
  may: 'integrations.manage',
  input: z.strictObject({ id: idShape }),
  output: null,
  refusals: [...refusals, 'personnel-files.busy'],
});

export const runPersonnelFile = endpoint({
  name: 'personnel-files.run',
  summary: 'Fetches the file now, in the background. With `check` it only says what would change.',
  method: 'POST',
  path: '/personnel-files/:id/run',
  may: 'integrations.manage',
  input: z.strictObject({
    id: idShape,
    check: z.boolean().default(false),
    /** Also when the file is the same as last time. */
    again: z.boolean().default(false),
  }),
  output: fileRunShape,
  status: 201,
  refusals: [...refusals, 'personnel-files.busy'],
});

export const listFileRuns = endpoint({
  name: 'personnel-files.runs',
  summary: 'What a link did, newest first.',
  method: 'GET',
  path: '/personnel-files/:id/runs',
  may: 'integrations.manage',
  input: z.strictObject({ id: idShape, ...pageInput }),
  output: pageOf(fileRunShape),
  refusals: [...refusals, 'request.bad-cursor'],
});

export const getFileRun = endpoint({
  name: 'personnel-files.get-run',
  summary: 'One run. What it changed, person by person, stands in the rows of its import.',
  method: 'GET',
  path: '/personnel-file-runs/:id',
  may: 'integrations.manage',
  input: z.strictObject({ id: idShape }),
  output: fileRunShape,
  versioned: true,
  refusals: ['personnel-file-runs.not-found'],
});

export const decideFileRun = endpoint({
  name: 'personnel-files.decide',
  summary:
    'Lets a run go on that stopped because it would end many people (`leaving` says how many), or throws it away.',
  method: 'POST',
  path: '/personnel-file-runs/:id/decide',
  may: 'integrations.manage',
  input: z.strictObject({ id: idShape, go: z.boolean(), leaving: z.number().int().optional() }),
  output: fileRunShape,
  versioned: true,
  refusals: [
    'personnel-file-runs.not-found',
    'personnel-files.not-waiting',
    'imports.brake',
    'imports.not-found',
    'request.stale',
  ],
});

export const releaseFromFile = endpoint({
  name: 'personnel-files.release',
  summary:
    'Says what a personnel file decides about somebody: nothing any more (`linked: false`), or all its fields but these.',
  method: 'PUT',
  path: '/users/:id/personnel-file',
  may: 'integrations.manage',
  input: z.strictObject({
    id: idShape,
    file: idShape,
    linked: z.boolean(),
    released: z.array(ownedFieldShape).max(importFields.length),
  }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'personnel-files.not-of-person', 'request.stale'],
});
