import type { Selectable } from 'kysely';
import type { ImportField } from '../../contract/import-fields.ts';
import type { ImportColumn, ImportFormat, ImportOptions, ImportOutcome } from '../../contract/imports.ts';
import type { TextValues } from '../../contract/texts.ts';
import type { Change } from '../audit/record-deeds.ts';
import type { Tables } from '../db/tables.ts';
import type { PersonFields } from '../users/users.sql.ts';

/** An import as stored, its JSON read. */
export type StoredImport = Omit<
  Selectable<Tables['imports']>,
  'format' | 'columns' | 'options' | 'findings' | 'counts'
> & {
  format: ImportFormat;
  columns: ImportColumn[];
  options: ImportOptions;
  findings: Findings;
  counts: Counts;
};

/** Lines of the rows that share a key, by the key. */
export type Doubles = Record<string, number[]>;

export type NameInFile = {
  field: ImportField;
  name: string;
  rows: number;
  willBeMade: boolean;
  /** What it was probably meant to be. */
  like?: string | null;
};

type Findings = {
  doubles?: { personnelNumber: Doubles; email: Doubles };
  newNames?: NameInFile[];
  /** Of a complete list: how many people it is about. */
  present?: number;
};

type Counts = Partial<Record<ImportOutcome, number>> & {
  /** New people who could get a welcome mail. */
  invitable?: number;
  /** Mails that tell of new addresses, whatever was chosen. */
  otherMails?: number;
};

/** What is wrong with a row; `column` is its place in the file. Words stand under `imports.problem.<code>`. */
export type Problem = {
  field: ImportField | null;
  column: number | null;
  value: string;
  code: string;
  values?: TextValues;
  about?: { id: string; name: string };
};

export type Note = { code: string; values?: TextValues };

/** A group that a person is to be linked to; without an id it is made first. */
export type WantedGroup = { id: string | null; kind: string; name: string };

/** What is to be done for a row, in the terms of the acts that will do it. */
export type PlannedDeed = {
  fields: Partial<Omit<PersonFields, 'username' | 'timeZone'>>;
  startsOn?: string;
  /** Of which membership the first day is put right. */
  membership?: string;
  /** Null: the end is taken back. */
  leavesOn?: string | null;
  reactivateFrom?: string;
  roles?: string[];
  groups?: WantedGroup[];
  organisation?: string;
};

export type Plan = {
  name: string;
  changes: Change[];
  problems: Problem[];
  notes: Note[];
  deed?: PlannedDeed;
  /** Of somebody who is there already: the version that was compared. */
  version?: number;
  /** A new person who could get a welcome mail; and mails that go out whatever was chosen. */
  mails?: { welcome: number; other: number };
};

export type StoredRow = Omit<Selectable<Tables['import_rows']>, 'cells' | 'plan'> & {
  cells: string[] | null;
  plan: Plan | null;
};
