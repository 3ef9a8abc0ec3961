import type { ImportProblem } from '../../contract/imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, type TextKey, type TextValues, translate } from '../../contract/texts.ts';
import type { Problem, StoredImport } from './stored-import.ts';

/** What is wrong and what to do about it, in the reader's language. */
export function explainProblem(
  { field, column, value, code, values, about }: Problem,
  { columns }: Pick<StoredImport, 'columns'>,
  language: Language,
): ImportProblem {
  const name = field ? translate(language, `fields.name.${field}` as TextKey) : '';
  const all = {
    maximum: 0,
    lines: '',
    name: '',
    field: name,
    owner: about?.name ?? 'none',
    ...values,
    value,
  };
  return {
    field,
    column: column === null ? null : (columns[column]?.heading ?? null),
    value,
    code,
    reason: say([`imports.problem.${code}`, code, 'imports.problem.other'], language, all),
    remedy: say([`imports.remedy.${code}`, 'imports.remedy.other'], language, all),
    ...(about ? { about } : {}),
  };
}

function say(keys: string[], language: Language, values: TextValues): string {
  const key = keys.find(isTextKey) as TextKey;
  return translate(language, key, values);
}
