import { Refused } from '../act/refused.ts';
import { readFile } from '../imports/files/read-file.ts';
import { headingKey } from '../imports/recognise-headings.ts';
import { readCsvCell } from '../lib/csv.ts';
import type { FileShift } from './file-shift.ts';
import { readTimes } from './read-time.ts';

type Field = 'name' | 'number' | 'personnelNumber' | 'email' | 'activity' | 'day' | 'starts' | 'ends';

const words: Record<Field, string> = {
  name: 'medewerker, naam, wie, employee, name, who',
  number: 'gebruikersnummer, user number',
  personnelNumber: 'personeelsnummer, personeelsnr, personnel number, employee number, staff number',
  email: 'e-mail, e-mailadres, e-mail address',
  activity: 'activiteit, dienst, taak, activity, shift, task',
  day: 'dag, datum, day, date',
  starts: 'begint, begin, van, vanaf, starttijd, begintijd, begins, start, starts, from, start time',
  ends: 'eindigt, einde, eind, tot, eindtijd, ends, end, until, to, end time',
};

const known = new Map(
  Object.entries(words).flatMap(([field, list]) =>
    list.split(',').map((word) => [headingKey(word), field as Field] as const),
  ),
);

/** The shifts in a CSV file, its own export among them. Refuses a file whose headings do not say who, what and when. */
export async function* readCsvShifts(path: string, timeZone: string): AsyncGenerator<FileShift> {
  const { format, rows } = await readFile(path);
  if (format.kind !== 'csv') throw new Refused('shift-files.unreadable');
  let columns: (Field | undefined)[] | undefined;
  for await (const { line, cells } of rows) {
    if (!columns) {
      columns = cells.map((cell) => known.get(headingKey(cell)));
      assertComplete(columns);
      continue;
    }
    const cell = (field: Field) => readCsvCell(cells[columns?.indexOf(field) ?? -1] ?? '').trim();
    const [from, until, day] = [cell('starts'), cell('ends'), cell('day')];
    const { problem, ...times } = readTimes(from, until, day, timeZone);
    yield {
      line,
      who: {
        name: cell('name'),
        number: cell('number'),
        personnelNumber: cell('personnelNumber'),
        email: cell('email'),
      },
      activity: cell('activity'),
      text: { starts: `${day} ${from}`.trim(), ends: until },
      ...times,
      reasons: problem ? [problem] : [],
    };
  }
}

function assertComplete(columns: (Field | undefined)[]): void {
  const has = (...fields: Field[]) => fields.some((field) => columns.includes(field));
  const complete =
    has('name', 'number', 'personnelNumber', 'email') && has('activity') && has('starts') && has('ends');
  if (!complete) throw new Refused('shift-files.no-columns');
}
