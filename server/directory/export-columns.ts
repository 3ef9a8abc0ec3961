import type { InputOf } from '../../contract/endpoint.ts';
import { exportTitles } from '../../contract/export-titles.ts';
import { groupFields } from '../../contract/import-fields.ts';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { ExportColumn, exportUserColumns, exportUserWorkbook } from '../../contract/users.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { separateCells } from '../lib/csv.ts';
import { writeWorkbook } from '../lib/write-workbook.ts';
import { addGroups } from './add-groups.ts';
import { countStates } from './count-circles.ts';
import { describePeople } from './describe-people.ts';
import { ask, findRows } from './find-page.ts';
import { orderOf, type Place } from './list-order.ts';
import { recordExport } from './record-export.ts';

/** The people of a list with the columns that somebody chose, as CSV. */
export const exportUserColumnsAct: StreamingAct<typeof exportUserColumns> = async (
  db,
  actor,
  { separator, ...asked },
) => {
  await recordExport(db, actor, asked.column, 'csv');
  return { fileName: 'users.csv', chunks: writeCsv(readRows(db, actor, asked), separator) };
};

/** The same as an Excel workbook. */
export const exportUserWorkbookAct: StreamingAct<typeof exportUserWorkbook> = async (db, actor, asked) => {
  await recordExport(db, actor, asked.column, 'xlsx');
  return { fileName: 'users.xlsx', chunks: writeWorkbook(readRows(db, actor, asked)) };
};

async function* writeCsv(rows: AsyncIterable<string[][]>, separator: ',' | ';'): AsyncGenerator<string> {
  // Without the mark, Excel takes UTF-8 for something else.
  yield '\ufeff';
  for await (const batch of rows) yield batch.map((row) => separateCells(row, separator)).join('');
}

const batch = 1000;

/** The headings, then everybody, piece by piece. */
async function* readRows(
  db: Db,
  actor: Actor,
  { column, sort, ...filters }: InputOf<typeof exportUserWorkbook>,
): AsyncGenerator<string[][]> {
  const columns = [...new Set(column)];
  const { language } = actor;
  const asksGroups = columns.some((name) => name in groupFields);
  yield [columns.map((name) => translate(language, exportTitles[name]))];
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, orderOf(sort), { today, counts });
  for (let place: Place | null = null; ; ) {
    const { page }: { page: Place[] } = await findRows(db, question, place, batch);
    const ids = page.map(({ id }) => id);
    const described = await describePeople(db, ids, actor);
    const people = asksGroups ? await addGroups(db, described, today) : described;
    yield people.map((person) => columns.map((name) => cellOf(person, name, language)));
    place = page.at(-1) ?? null;
    if (page.length < batch) return;
  }
}

/** As programs read it back: days and moments in ISO 8601, languages and time zones by their codes. */
function cellOf(person: UserListed, column: ExportColumn, language: Language): string {
  switch (column) {
    case 'roles':
    case 'organisations':
      return person[column].map(({ name }) => name).join('; ');
    case 'groups':
    case 'teams':
    case 'mailboxes':
    case 'administrations':
      return (person.groups ?? [])
        .filter(({ kind }) => kind === groupFields[column])
        .map(({ name }) => name)
        .join('; ');
    case 'state':
      return translate(language, `states.${person.state}`);
    case 'twoFactor':
      return translate(language, `users.two-factor.${person.twoFactor}`);
    case 'locked':
    case 'admin':
      return translate(language, person[column] ? 'users.export.yes' : 'users.export.no');
    default:
      return String(person[column] ?? '');
  }
}
