import type { ImportRow, listImportRows } from '../../contract/imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { nameOf } from '../users/name-of.ts';
import { explainProblem } from './explain-problem.ts';
import { getStoredImport } from './get-import.ts';
import { countMatching, type ListedRow, listRows } from './import-rows.sql.ts';
import type { Note, StoredImport } from './stored-import.ts';

/** What becomes of each row, in the order of the file. */
export const listImportRowsAct: Act<typeof listImportRows> = async (db, actor, input) => {
  const { id, limit, cursor, ...filter } = input;
  const stored = await getStoredImport(db, actor, id);
  const after = cursor === undefined ? -1 : Number(cursor);
  if (!Number.isSafeInteger(after)) throw new Refused('request.bad-cursor');
  const found = await listRows(db, id, filter, after, limit + 1);
  const page = found.slice(0, limit);
  return {
    items: page.map((row) => describeRow(row, stored, actor.language)),
    nextCursor: found.length > limit ? String(page.at(-1)?.line) : null,
    total: { count: await countMatching(db, id, filter), exact: true },
  };
};

function describeRow(row: ListedRow, stored: StoredImport, language: Language): ImportRow {
  const { first_name, infix, last_name, plan } = row;
  const user =
    row.user_id && first_name !== null && last_name !== null
      ? { id: row.user_id, name: nameOf({ first_name, infix, last_name }) }
      : null;
  return {
    line: row.cells === null ? null : row.line,
    outcome: row.outcome ?? 'refused',
    state: row.state,
    name: plan?.name || user?.name || '',
    user,
    changes: plan?.changes ?? [],
    problems: (plan?.problems ?? []).map((problem) => explainProblem(problem, stored, language)),
    notes: (plan?.notes ?? []).map((note) => say(note, language)),
  };
}

function say({ code, values }: Note, language: Language): string {
  const key = `imports.note.${code}`;
  return isTextKey(key) ? translate(language, key, values) : code;
}
