import type { z } from 'zod';
import { isSharedAddress } from '../../contract/emails.ts';
import { clearWords, type GroupField, groupFields, type ImportField } from '../../contract/import-fields.ts';
import { isPhone } from '../../contract/phones.ts';
import type { Language } from '../../contract/shapes.ts';
import { personFields } from '../../contract/user-shapes.ts';
import { neutraliseCell, readCsvCell } from '../lib/csv.ts';
import { splitLastName } from '../lib/split-last-name.ts';
import type { StoredRole } from '../roles/roles.sql.ts';
import type { FileRow } from './files/file-row.ts';
import { looksLikeDay, readDay } from './read-day.ts';
import type { Note, Problem, WantedGroup } from './stored-import.ts';
import type { Vocabulary } from './vocabulary.ts';

type TextField = Exclude<ImportField, GroupField | 'roles' | 'organisation' | 'startsOn' | 'leavesOn'>;

/** What a row wishes: a field that is missing is left as it is, one that is null is cleared. */
export type Wish = {
  fields: Partial<Record<TextField, string | null>>;
  startsOn?: string;
  leavesOn?: string | null;
  roles?: StoredRole[];
  groups: WantedGroup[];
  /** The kinds of groups about which the row says something. */
  groupKinds: string[];
  organisation?: { id: string; name: string };
  /** The infix stood before the last name, because the file has no column for it. */
  isJoined: boolean;
  problems: Problem[];
  notes: Note[];
};

export type Mapping = readonly { field: ImportField; column: number }[];

export type Reading = {
  mapping: Mapping;
  width: number;
  vocabulary: Vocabulary;
  createGroups: boolean;
};

const neverEmpty: ReadonlySet<ImportField> = new Set([
  'firstName',
  'lastName',
  'email',
  'language',
  'startsOn',
  'organisation',
]);

/** The same without what it says about these fields. */
export function withoutFields(wish: Wish, fields: readonly ImportField[]): Wish {
  if (fields.length === 0) return wish;
  const has = (field: ImportField) => !fields.includes(field);
  const kinds = Object.entries(groupFields).flatMap(([field, kind]) =>
    has(field as GroupField) ? [kind] : [],
  );
  const { startsOn, leavesOn, roles, ...rest } = wish;
  return {
    ...rest,
    ...(startsOn !== undefined && has('startsOn') ? { startsOn } : {}),
    ...(leavesOn !== undefined && has('leavesOn') ? { leavesOn } : {}),
    ...(roles && has('roles') ? { roles } : {}),
    fields: Object.fromEntries(Object.entries(wish.fields).filter(([field]) => has(field as TextField))),
    groups: wish.groups.filter(({ kind }) => kinds.some((one) => one === kind)),
    groupKinds: wish.groupKinds.filter((kind) => kinds.some((one) => one === kind)),
    problems: wish.problems.filter(({ field }) => field === null || has(field)),
  };
}

/** Reads what a row wishes; what cannot be read stands in `problems`, each at its column. */
export function readRow({ cells }: FileRow, reading: Reading): Wish {
  const wish: Wish = { fields: {}, groups: [], groupKinds: [], isJoined: false, problems: [], notes: [] };
  for (const { field, column } of reading.mapping) {
    const text = readCsvCell((cells[column] ?? '').trim()).trim();
    if (text === '') continue;
    const fail = (code: string, values?: Problem['values']) => {
      wish.problems.push({ field, column, value: text, code, ...(values ? { values } : {}) });
    };
    if (clearWords.includes(text.toLowerCase())) {
      if (neverEmpty.has(field)) fail('cannot-clear');
      else clear(wish, field);
    } else if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/i.test(text)) fail('formula-error');
    else readCell(wish, field, text, reading, fail);
  }
  if (cells.slice(reading.width).some((cell) => cell.trim() !== '')) {
    wish.problems.push({ field: null, column: null, value: '', code: 'too-many-cells' });
  }
  splitName(wish, reading.mapping);
  checkDates(wish, reading.mapping);
  return wish;
}

function clear(wish: Wish, field: ImportField): void {
  if (field === 'leavesOn') wish.leavesOn = null;
  else if (field === 'roles') wish.roles = [];
  else if (isGroupField(field)) wish.groupKinds.push(groupFields[field]);
  else wish.fields[field as TextField] = null;
}

function isGroupField(field: ImportField): field is GroupField {
  return Object.hasOwn(groupFields, field);
}

type Fail = (code: string, values?: Problem['values']) => void;

function readCell(wish: Wish, field: ImportField, text: string, reading: Reading, fail: Fail): void {
  if (field === 'startsOn' || field === 'leavesOn') {
    const day = readDay(text);
    if (day === null) fail(looksLikeDay(text) ? 'no-such-day' : 'day');
    else wish[field] = day;
  } else if (field === 'roles') {
    const { found, unknown } = findNames(text, reading.vocabulary.role);
    for (const name of unknown) fail('unknown-role', { name });
    wish.roles = found;
  } else if (field === 'organisation') {
    const organisation = reading.vocabulary.organisation(text);
    if (organisation) wish.organisation = organisation;
    else fail('unknown-organisation', { name: text });
  } else if (isGroupField(field)) readGroups(wish, field, text, reading, fail);
  else readText(wish, field, text, fail);
}

function readGroups(
  wish: Wish,
  field: GroupField,
  text: string,
  { vocabulary, createGroups }: Reading,
  fail: Fail,
): void {
  const kind = groupFields[field];
  const { found, unknown } = findNames(text, (name) => vocabulary.group(kind, name));
  wish.groupKinds.push(kind);
  wish.groups.push(...found.map(({ id, name }) => ({ id, kind, name })));
  // A mailbox needs an address, which no name tells.
  const mayMake = createGroups && kind !== 'mailbox';
  for (const name of unknown) {
    if (name.length > 100) fail('too-long', { maximum: 100 });
    else if (mayMake) wish.groups.push({ id: null, kind, name });
    else fail('unknown-group', { name });
  }
}

/** One name, or several separated by commas, semicolons, bars or line breaks. */
function findNames<T>(
  text: string,
  find: (name: string) => T | undefined,
): { found: T[]; unknown: string[] } {
  const whole = find(text);
  if (whole) return { found: [whole], unknown: [] };
  // A name may hold a comma itself.
  const names = text
    .split(/[;|\n]/)
    .flatMap((part) => (find(part.trim()) ? [part] : part.split(',')))
    .map((name) => name.trim());
  const found = new Set<T>();
  const unknown = new Set<string>();
  for (const name of names) {
    if (name === '') continue;
    const one = find(name);
    if (one) found.add(one);
    else unknown.add(name);
  }
  return { found: [...found], unknown: [...unknown] };
}

const languageNames: Record<string, Language> = {
  nl: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  nld: 'nl',
  dut: 'nl',
  en: 'en',
  engels: 'en',
  english: 'en',
  eng: 'en',
};

function readText(wish: Wish, field: TextField, text: string, fail: Fail): void {
  if (field === 'language') {
    const language = languageNames[text.toLowerCase().split(/[-_]/)[0] ?? ''];
    if (language) wish.fields.language = language;
    else fail('language');
    return;
  }
  const isNumber = field === 'phone' || field === 'mobile';
  const typed = isNumber ? withLostDigits(text) : text;
  const read: z.ZodSafeParseResult<string | null> = personFields[field].safeParse(typed);
  if (!read.success) {
    const issue = read.error.issues[0];
    const maximum = issue?.code === 'too_big' ? Number(issue.maximum) : 0;
    fail(maximum > 0 ? 'too-long' : field === 'email' ? 'email' : 'required', { maximum });
    return;
  }
  if (isNumber && !isPhone(typed)) {
    fail('phone');
    return;
  }
  // What a spreadsheet would calculate is no name, also where our own export has made it harmless.
  if (!isNumber && field !== 'email' && neutraliseCell(text) !== text) fail('formula');
  if (field === 'email' && isSharedAddress(text)) wish.notes.push({ code: 'shared-address' });
  wish.fields[field] = read.data;
}

/** Spreadsheets take phone numbers for numbers: `0612345678` comes back as `612345678`, `+31…` as `31…`. */
function withLostDigits(text: string): string {
  if (/^[1-9]\d{8}$/.test(text)) return `0${text}`;
  return /^31[1-9]\d{8}$/.test(text) ? `+${text}` : text;
}

/** Where the file has no column for it, the infix stands before the last name: `van der Meer`. */
function splitName(wish: Wish, mapping: Mapping): void {
  const { fields } = wish;
  if (!fields.lastName || mapping.some(({ field }) => field === 'infix')) return;
  wish.isJoined = true;
  const { infix, lastName } = splitLastName(fields.lastName);
  if (infix === null || infix.length > 30) return;
  fields.lastName = lastName;
  fields.infix = infix;
}

function checkDates({ startsOn, leavesOn, problems }: Wish, mapping: Mapping): void {
  if (!startsOn || !leavesOn || leavesOn >= startsOn) return;
  const column = mapping.find(({ field }) => field === 'leavesOn')?.column ?? null;
  problems.push({ field: 'leavesOn', column, value: leavesOn, code: 'leave-before-start' });
}
