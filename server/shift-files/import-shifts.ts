import { open } from 'node:fs/promises';
import type { Language } from '../../contract/shapes.ts';
import {
  type checkShiftFile,
  type importShiftFile,
  mostShiftsInFile,
  type ShiftRow,
} from '../../contract/shift-files.ts';
import { translate } from '../../contract/texts.ts';
import type { Act, Uploaded } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { transact } from '../db/transact.ts';
import { findGroup, lockGroup } from '../groups/groups.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { planShifts } from '../work/plan-shifts.ts';
import { type CheckedShift, checkShifts } from './check-shifts.ts';
import type { FileShift, Reason } from './file-shift.ts';
import { judgePlanned } from './judge-planned.ts';
import { readCalendarShifts } from './read-calendar-shifts.ts';
import { readCsvShifts } from './read-csv-shifts.ts';

export const checkShiftFileAct: Act<typeof checkShiftFile> = async (db, actor, input) => {
  const { timeZone } = await readSettings(db);
  if ((await findGroup(db, input.team))?.kind !== 'team') throw new Refused('groups.not-found');
  const shifts = await readShifts(fileOf(input), timeZone);
  const checked = await checkShifts(db, actor, timeZone, input.team, shifts);
  const problems = await judgePlanned(db, timeZone, checked);
  const counts = { create: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of checked) counts[outcome] += 1;
  const rows = checked.map((shift, index) =>
    describe(shift, problems[index] ?? [], timeZone, actor.language),
  );
  return { rows, counts };
};

/** Reads the file again, and does what the check said if that is still so. */
export const importShiftFileAct: Act<typeof importShiftFile> = async (db, actor, input) => {
  const { timeZone } = await readSettings(db);
  const shifts = await readShifts(fileOf(input), timeZone);
  return transact(db, async (transaction) => {
    // Two who import the same file at once: the second finds what the first planned.
    const team = await lockGroup(transaction, input.team);
    if (team?.kind !== 'team') throw new Refused('groups.not-found');
    const checked = await checkShifts(transaction, actor, timeZone, input.team, shifts);
    const planned = checked.flatMap((shift) => shift.planned ?? []);
    if (planned.length !== input.create) throw new Refused('shift-files.changed');
    if (planned.length === 0) throw new Refused('shift-files.nothing-new');
    await planShifts(transaction, actor, timeZone, input.team, planned);
    return { created: planned.length };
  });
};

function fileOf(input: object): Uploaded {
  const { file } = input as { file?: Uploaded };
  if (!file) throw new Refused('shift-files.no-file');
  return file;
}

async function readShifts({ path }: Uploaded, timeZone: string): Promise<FileShift[]> {
  const shifts: FileShift[] = [];
  const read = (await isCalendar(path))
    ? await readCalendarShifts(path, timeZone)
    : readCsvShifts(path, timeZone);
  try {
    for await (const shift of read) {
      shifts.push(shift);
      if (shifts.length > mostShiftsInFile) {
        throw new Refused('shift-files.too-many', { values: { maximum: mostShiftsInFile } });
      }
    }
  } catch (error) {
    if (error instanceof Refused && error.code.startsWith('imports.'))
      throw new Refused('shift-files.unreadable');
    throw error;
  }
  if (shifts.length === 0) throw new Refused('shift-files.empty');
  return shifts;
}

async function isCalendar(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\ufeff?\s*BEGIN:VCALENDAR/i.test(buffer.toString('utf8'));
  } finally {
    await file.close();
  }
}

function describe(
  { line, outcome, name, activity, starts, ends, text, reasons }: CheckedShift,
  problems: ShiftRow['problems'],
  timeZone: string,
  language: Language,
): ShiftRow {
  const wall = (moment: Temporal.Instant | null, written: string) =>
    moment
      ? moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
      : written;
  return {
    line,
    outcome,
    employee: name || translate(language, 'schedule.open'),
    activity,
    startsAt: wall(starts, text.starts),
    endsAt: wall(ends, text.ends),
    reasons: reasons.map((reason) => explain(reason, language)),
    problems,
  };
}

function explain({ code, value, values }: Reason, language: Language): ShiftRow['reasons'][number] {
  const all = { ...values, value };
  return {
    code,
    reason: translate(language, `shift-files.reason.${code}`, all),
    remedy: translate(language, `shift-files.remedy.${code}`, all),
  };
}
