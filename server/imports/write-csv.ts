import { type ImportField, importFields } from '../../contract/import-fields.ts';
import { importTitles } from '../../contract/import-titles.ts';
import type { exportRefusedRows, getImportTemplate } from '../../contract/imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { csvLine, readCsvCell } from '../lib/csv.ts';
import { explainProblem } from './explain-problem.ts';
import { getStoredImport } from './get-import.ts';
import { type ListedRow, listRows } from './import-rows.sql.ts';
import type { StoredImport } from './stored-import.ts';

/** So that a spreadsheet sees that the file is UTF-8. */
const byteOrderMark = '\ufeff';
const rowsAtOnce = 1000;

/** The rows that were refused as they stood, each with why and what to do: to be corrected and uploaded again. */
export const exportRefusedRowsAct: StreamingAct<typeof exportRefusedRows> = async (db, actor, { id }) => {
  const stored = await getStoredImport(db, actor, id);
  const name = stored.file_name.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-');
  return { fileName: `${name || 'import'}-refused.csv`, chunks: writeRefused(db, actor, stored) };
};

async function* writeRefused(db: Db, actor: Actor, stored: StoredImport): AsyncGenerator<string> {
  const { language } = actor;
  const headings = stored.columns.map(({ heading, field }) =>
    heading === '' && field ? fieldName(field, language) : heading,
  );
  yield byteOrderMark +
    csvLine([...headings, translate(language, 'imports.why'), translate(language, 'imports.what-to-do')]);
  for (const filter of [{ outcome: 'refused' as const }, { state: 'failed' as const }]) {
    for (let after = -1; ; ) {
      const rows = await listRows(db, stored.id, filter, after, rowsAtOnce);
      yield rows.map((row) => lineOf(row, stored, language)).join('');
      if (rows.length < rowsAtOnce) break;
      after = rows.at(-1)?.line ?? after;
    }
  }
}

function lineOf({ cells, plan }: ListedRow, stored: StoredImport, language: Language): string {
  if (cells === null) return '';
  const told = (plan?.problems ?? []).map((problem) => explainProblem(problem, stored, language));
  const where = (column: string | null, text: string) => (column ? `${column}: ${text}` : text);
  return csvLine([
    ...stored.columns.map((_, index) => readCsvCell(cells[index] ?? '')),
    told.map(({ column, reason }) => where(column, reason)).join(' '),
    told.map(({ remedy }) => remedy).join(' '),
  ]);
}

const example: Record<ImportField, Record<Language, string>> = {
  personnelNumber: { nl: '10001', en: '10001' },
  salutation: { nl: 'Mevr.', en: 'Ms' },
  firstName: { nl: 'Anna', en: 'Anna' },
  infix: { nl: 'van der', en: 'van der' },
  lastName: { nl: 'Meer', en: 'Meer' },
  email: { nl: 'anna.vandermeer@organisatie.example', en: 'anna.vandermeer@organisation.example' },
  phone: { nl: '020 012 34 56', en: '+31 20 012 34 56' },
  mobile: { nl: '', en: '' },
  jobTitle: { nl: 'Planner', en: 'Planner' },
  language: { nl: 'nl', en: 'en' },
  startsOn: { nl: '01-03-2026', en: '2026-03-01' },
  leavesOn: { nl: '', en: '' },
  organisation: { nl: '', en: '' },
  roles: { nl: '', en: '' },
  groups: { nl: '', en: '' },
  teams: { nl: '', en: '' },
  mailboxes: { nl: '', en: '' },
  administrations: { nl: '', en: '' },
};

/** A file to fill in, in the language of the one who asks. */
export const getImportTemplateAct: StreamingAct<typeof getImportTemplate> = async (_db, { language }) => {
  const lines = [
    importFields.map((field) => fieldName(field, language)),
    importFields.map((field) => example[field][language]),
  ];
  async function* write() {
    yield byteOrderMark + lines.map(csvLine).join('');
  }
  return { fileName: language === 'nl' ? 'import-sjabloon.csv' : 'import-template.csv', chunks: write() };
};

function fieldName(field: ImportField, language: Language): string {
  return translate(language, importTitles[field]);
}
