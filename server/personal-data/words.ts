import { IntlMessageFormat } from 'intl-messageformat';
import { valueInWords } from '../../contract/change-words.ts';
import { formatMonth } from '../../contract/format-dates.ts';
import type { Language } from '../../contract/shapes.ts';
import { personalDataEn, personalDataNl } from '../../contract/texts/personal-data.ts';
import { isTextKey, locales, type TextValues, translate } from '../../contract/texts.ts';
import { timeOf } from '../lib/times.ts';

export type Reader = { language: Language; timeZone: string };
export type Word = keyof typeof personalDataEn;

const dictionaries: Record<Language, Record<Word, string>> = { en: personalDataEn, nl: personalDataNl };

/** A text of the page with everything about somebody. */
export function words(language: Language, key: Word, values: TextValues = {}): string {
  const text = dictionaries[language][key];
  return new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true }).format(
    values,
  ) as string;
}

function isWord(key: string): key is Word {
  return Object.hasOwn(personalDataEn, key);
}

/** What a table is called; null where nobody gave it words yet, which the tests do not let pass. */
export function tableInWords(language: Language, table: string): string | null {
  const key = `table.${table}`;
  return isWord(key) ? words(language, key) : null;
}

/** What a column is called; many are called as on the pages. */
export function columnInWords(language: Language, column: string): string | null {
  const key = `column.${column}`;
  if (isWord(key)) return words(language, key);
  const onPages = `fields.name.${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return isTextKey(onPages) ? translate(language, onPages) : null;
}

/** The keys under which values of these columns have words elsewhere. */
const families: Record<string, string> = {
  'role_assignments.role': 'roles.name',
  'members.role': 'roles.name',
  'api_tokens.permissions': 'permissions',
  'member_requests.state': 'requests.state',
  'mails.state': 'mails.state',
  'mails.kind': 'mails.kind',
  'import_rows.state': 'imports.row-state',
  'import_rows.outcome': 'imports.outcome',
  'bulk_runs.state': 'bulk.state',
  'bulk_runs.deed': 'bulk.deed',
  'availability.weekday': 'work.weekday',
  'personnel_file_people.released': 'fields.name',
};

/** A value as a person reads it: codes in words, days and moments in full, minutes as times of the day. */
export function cellInWords(table: string, column: string, value: unknown, reader: Reader): string {
  const { language } = reader;
  if (value === null || value === undefined || value === '') return words(language, 'nothing');
  if (value instanceof Temporal.Instant) return valueInWords('at', value.toString(), reader);
  if (Array.isArray(value)) return value.map((one) => cellInWords(table, column, one, reader)).join(', ');
  if (typeof value === 'object') return partsInWords(table, value, reader);
  if (column.endsWith('_minute')) return timeOf(Number(value));
  if (column === 'month') return formatMonth(language, String(value).slice(0, 7));
  const own = `value.${table}.${column}.${value}`;
  if (isWord(own)) return words(language, own);
  const elsewhere = `${families[`${table}.${column}`]}.${value}`;
  if (isTextKey(elsewhere)) return translate(language, elsewhere);
  return valueInWords(camel(column), value, reader);
}

function camel(column: string): string {
  return column === 'language' ? column : column === 'time_zone' ? 'timeZone' : '';
}

/** `Voornaam: Jan; Achternaam: Bos`. */
function partsInWords(table: string, value: object, reader: Reader): string {
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== '')
    .map(
      ([name, part]) =>
        `${columnInWords(reader.language, name) ?? name}: ${cellInWords(table, name, part, reader)}`,
    )
    .join('; ');
}
