import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problemShape } from './schedule.ts';
import { idShape } from './shapes.ts';

/** Shifts of a team from a file: what would become of each row, and doing it. */

export const mostShiftsInFile = 5000;

export const shiftRowOutcomes = ['create', 'unchanged', 'refused'] as const;

const rowShape = z.object({
  /** The line in the file on which it begins. */
  line: z.number().int(),
  outcome: z.enum(shiftRowOutcomes),
  /** As far as known; otherwise as the file says it. */
  employee: z.string(),
  activity: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Why it is refused, and what to do about it, in the reader's language. */
  reasons: z.array(z.object({ code: z.string(), reason: z.string(), remedy: z.string() })),
  /** What does not fit about it, although it can be planned. */
  problems: z.array(problemShape),
});
export type ShiftRow = z.infer<typeof rowShape>;

const refusals = [
  'groups.not-found',
  'shift-files.no-file',
  'shift-files.unreadable',
  'shift-files.no-columns',
  'shift-files.empty',
  'shift-files.too-many',
  'request.file-too-large',
] as const;

export const checkShiftFile = endpoint({
  name: 'shift-files.check',
  summary:
    'Reads shifts of a team from CSV or iCalendar (multipart, part `file`) and says what would become of each. Writes nothing.',
  method: 'POST',
  path: '/schedule/file/check',
  may: 'schedule.change',
  input: z.strictObject({ team: idShape }),
  output: z.object({
    rows: z.array(rowShape),
    counts: z.record(z.enum(shiftRowOutcomes), z.number().int()),
  }),
  upload: { megabytes: 4 },
  refusals,
});

export const importShiftFile = endpoint({
  name: 'shift-files.import',
  summary:
    'Plans the shifts of a file that are not there yet, all of them or none; rows that were refused are left out. `create` is how many that were at the check.',
  method: 'POST',
  path: '/schedule/file',
  may: 'schedule.change',
  input: z.strictObject({ team: idShape, create: z.coerce.number().int().min(0) }),
  output: z.object({ created: z.number().int() }),
  upload: { megabytes: 4 },
  refusals: [...refusals, 'shift-files.nothing-new', 'shift-files.changed'],
});
