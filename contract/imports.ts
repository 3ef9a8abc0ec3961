import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { importFields } from './import-fields.ts';
import { dayShape, flagShape, idShape, instantShape, pageInput, pageOf } from './shapes.ts';

/** People from a file: what would change, doing it, taking it back (product §5.13). */

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export const importModes = ['add', 'change', 'complete'] as const;
export type ImportMode = (typeof importModes)[number];

export const importOutcomes = ['create', 'change', 'reactivate', 'leave', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const rowStates = ['waiting', 'done', 'failed', 'undone', 'kept'] as const;

const fieldShape = z.enum(importFields);

/** How the file was read. */
const formatShape = z.object({
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16', 'windows-1252', 'mixed']).nullable(),
  separator: z.enum([',', ';', '\t']).nullable(),
  sheet: z.string().nullable(),
  /** False where the first line already holds a person, so that the columns have no names. */
  hasHeadings: z.boolean(),
  hiddenRows: z.number().int(),
  mergedCells: z.number().int(),
});
export type ImportFormat = z.infer<typeof formatShape>;

const columnShape = z.object({
  heading: z.string(),
  /** The first cells that hold something. */
  samples: z.array(z.string()),
  /** Null: this column is left out. */
  field: fieldShape.nullable(),
});
export type ImportColumn = z.infer<typeof columnShape>;

const optionsShape = z.object({
  /** `add` leaves alone who is there already; `complete` also ends who is missing from the file. */
  mode: z.enum(importModes),
  /** Whether new people get the mail that asks them in at once. */
  sendWelcomeMail: z.boolean(),
  /** Whether groups, teams and so on that do not exist yet are made. */
  createGroups: z.boolean(),
  /** The last day of who is missing from a complete list; null: the day of the run. */
  leavesOn: dayShape.nullable(),
});
export type ImportOptions = z.infer<typeof optionsShape>;

const countsShape = z.record(z.enum(importOutcomes), z.number().int());

export const importShape = z.object({
  id: idShape,
  fileName: z.string(),
  size: z.number().int(),
  state: z.enum(importStates),
  /** Why it ended early, in the reader's language. */
  failure: z.string().nullable(),
  format: formatShape,
  columns: z.array(columnShape),
  options: optionsShape,
  /** What people are recognised by. */
  key: z.enum(['personnelNumber', 'email']).nullable(),
  /** Rows below the headings. */
  rows: z.number().int(),
  /** How many rows have been checked, done or undone, of how many. */
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
  /** What the check found; after the run: what was done. */
  counts: countsShape,
  /** Rows that were refused during the run itself, because things had changed since the check. */
  failed: z.number().int(),
  undone: z.number().int(),
  /** What undoing left as it was, because it had been changed since. */
  kept: z.number().int(),
  /** How many mails the run sends with these choices. */
  mails: z.number().int(),
  /** How many new people could get a welcome mail. */
  invitable: z.number().int(),
  /** For a complete list: how many would leave of how many, and whether that number must be typed. */
  leaving: z.object({ count: z.number().int(), of: z.number().int(), stops: z.boolean() }).nullable(),
  /** Names of roles, groups and organisations in the file that nothing is called yet. */
  newNames: z.array(
    z.object({
      field: fieldShape,
      name: z.string(),
      rows: z.number().int(),
      willBeMade: z.boolean(),
      /** A name that is known, or that more rows have, and differs by a letter or two. */
      like: z.string().nullable(),
    }),
  ),
  startedBy: z.object({ id: idShape, name: z.string() }).nullable(),
  startedAt: instantShape,
  checkedAt: instantShape.nullable(),
  doneAt: instantShape.nullable(),
  /** Until when the run can be undone; null where that is over or there is nothing to undo. */
  undoUntil: instantShape.nullable(),
  version: z.number().int(),
});
export type Import = z.infer<typeof importShape>;

const changeShape = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });

const problemShape = z.object({
  field: fieldShape.nullable(),
  /** The heading of the column; null where the whole row is meant. */
  column: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  /** What is wrong, and what to do about it. */
  reason: z.string(),
  remedy: z.string(),
  about: z.object({ id: idShape, name: z.string() }).optional(),
});
export type ImportProblem = z.infer<typeof problemShape>;

const rowShape = z.object({
  /** The line in the file; null for somebody whom a complete list does not name. */
  line: z.number().int().nullable(),
  outcome: z.enum(importOutcomes),
  state: z.enum(rowStates),
  /** Whom it is about, as far as known. */
  name: z.string(),
  user: z.object({ id: idShape, name: z.string() }).nullable(),
  changes: z.array(changeShape),
  problems: z.array(problemShape),
  /** What is worth knowing although it stops nothing. */
  notes: z.array(z.string()),
});
export type ImportRow = z.infer<typeof rowShape>;

const refusals = ['imports.not-found', 'imports.wrong-moment'] as const;

export const uploadImport = endpoint({
  name: 'imports.upload',
  summary:
    'Takes a CSV or XLSX file (multipart, part `file`), recognises its columns, and checks it at once unless told otherwise. Writes nothing to people and sends nothing.',
  method: 'POST',
  path: '/imports',
  may: 'users.import',
  input: z.strictObject({
    mode: z.enum(importModes).default('change'),
    sendWelcomeMail: flagShape.default(false),
    createGroups: flagShape.default(true),
    leavesOn: dayShape.optional(),
    check: flagShape.default(true),
  }),
  output: importShape,
  status: 201,
  upload: { megabytes: 32 },
  refusals: [
    'imports.no-file',
    'request.file-too-large',
    'imports.file-too-large',
    'imports.too-many-rows',
    'imports.empty',
    'imports.unreadable',
    'imports.too-wide',
  ],
});

export const listImports = endpoint({
  name: 'imports.list',
  summary: 'The imports that one may see, newest first.',
  method: 'GET',
  path: '/imports',
  may: 'users.import',
  input: z.strictObject(pageInput),
  output: pageOf(importShape),
  refusals: ['request.bad-cursor'],
});

export const getImport = endpoint({
  name: 'imports.get',
  summary: 'One import: how far it is and what it found or did.',
  method: 'GET',
  path: '/imports/:id',
  may: 'users.import',
  input: z.strictObject({ id: idShape }),
  output: importShape,
  versioned: true,
  refusals: ['imports.not-found'],
});

export const checkImport = endpoint({
  name: 'imports.check',
  summary: 'Checks the file with these columns and choices, in the background. Writes nothing to people.',
  method: 'POST',
  path: '/imports/:id/check',
  may: 'users.import',
  input: z.strictObject({
    id: idShape,
    /** For each column the field that it holds; null leaves it out. Without: as they were. */
    fields: z.array(fieldShape.nullable()).max(200).optional(),
    ...optionsShape.partial().shape,
  }),
  output: importShape,
  versioned: true,
  refusals: [...refusals, 'imports.field-twice', 'imports.no-key', 'request.stale'],
});

export const listImportRows = endpoint({
  name: 'imports.rows',
  summary: 'What becomes of each row: with reasons and remedies in the language of the reader.',
  method: 'GET',
  path: '/imports/:id/rows',
  may: 'users.import',
  input: z.strictObject({
    id: idShape,
    outcome: z.enum(importOutcomes).optional(),
    state: z.enum(rowStates).optional(),
    /** Part of any cell. */
    search: z.string().max(200).optional(),
    ...pageInput,
  }),
  output: pageOf(rowShape),
  refusals: ['imports.not-found', 'request.bad-cursor'],
});

export const runImport = endpoint({
  name: 'imports.run',
  summary:
    'Does what the check found, in the background. Where a complete list would end many people, `leaving` must say how many; where groups would be made, `newNames` must say how many.',
  method: 'POST',
  path: '/imports/:id/run',
  may: 'users.import',
  input: z.strictObject({
    id: idShape,
    sendWelcomeMail: z.boolean().optional(),
    leaving: z.number().int().optional(),
    newNames: z.number().int().optional(),
  }),
  output: importShape,
  versioned: true,
  refusals: [
    ...refusals,
    'imports.brake',
    'imports.names-to-confirm',
    'imports.nothing-to-do',
    'request.stale',
  ],
});

export const undoImport = endpoint({
  name: 'imports.undo',
  summary: 'Takes back within 24 hours what has not been changed since.',
  method: 'POST',
  path: '/imports/:id/undo',
  may: 'users.import',
  input: z.strictObject({ id: idShape }),
  output: importShape,
  versioned: true,
  refusals: [...refusals, 'imports.too-late', 'request.stale'],
});

export const deleteImport = endpoint({
  name: 'imports.delete',
  summary: 'Throws away the rows of a file. What was done with them stays.',
  method: 'DELETE',
  path: '/imports/:id',
  may: 'users.import',
  input: z.strictObject({ id: idShape }),
  output: null,
  refusals: [...refusals],
});

export const exportRefusedRows = endpoint({
  name: 'imports.refused',
  summary: 'The refused rows as CSV with their reasons, to be corrected and uploaded again.',
  method: 'GET',
  path: '/imports/:id/refused.csv',
  may: 'users.import',
  input: z.strictObject({ id: idShape }),
  output: null,
  media: 'text/csv',
  refusals: ['imports.not-found'],
});

export const getImportTemplate = endpoint({
  name: 'imports.template',
  summary: 'A CSV file with a heading for every field and a row as an example.',
  method: 'GET',
  path: '/imports/template.csv',
  may: 'users.import',
  input: z.strictObject({}),
  output: null,
  media: 'text/csv',
  refusals: [],
});
