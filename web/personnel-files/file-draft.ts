import type { ImportField } from '../../contract/import-fields.ts';
import type { ImportMode } from '../../contract/imports.ts';
import {
  type FileColumn,
  type FileSchedule,
  type OwnedField,
  ownableFields,
  type PersonnelFile,
} from '../../contract/personnel-files.ts';
import type { FileSource } from '../../contract/personnel-sources.ts';
import type { Pick } from '../kit/pick-many.tsx';

/** A link as its form holds it: every kind of source side by side, so that nothing typed is lost by choosing another. */
export type FileDraft = {
  name: string;
  kind: FileSource['kind'];
  path: string;
  url: string;
  httpsAuth: 'none' | 'basic' | 'header';
  headerName: string;
  host: string;
  port: string;
  sftpAuth: 'password' | 'key';
  sftpPath: string;
  hostKey: string | null;
  username: string;
  secret: string;
  passphrase: string;
  hasHeadings: boolean;
  columns: FileColumn[];
  owned: OwnedField[];
  mode: ImportMode;
  createGroups: boolean;
  sendWelcomeMail: boolean;
  alarm: 'admins' | 'chosen';
  alarmTo: Pick[];
  every: 'none' | FileSchedule['every'];
  at: string;
  weekday: string;
};

const newDraft: FileDraft = {
  name: '',
  kind: 'folder',
  path: '',
  url: 'https://',
  httpsAuth: 'basic',
  headerName: '',
  host: '',
  port: '22',
  sftpAuth: 'password',
  sftpPath: '',
  hostKey: null,
  username: '',
  secret: '',
  passphrase: '',
  hasHeadings: true,
  columns: [],
  owned: [],
  mode: 'change',
  // Nobody looks before a link runs: a typing mistake in the file would become a group.
  createGroups: false,
  sendWelcomeMail: false,
  alarm: 'admins',
  alarmTo: [],
  every: 'day',
  at: '06:00',
  weekday: '1',
};

/** A link as the form shows it; without one: a new one. */
export function draftOf(file: PersonnelFile | undefined): FileDraft {
  if (!file) return newDraft;
  const { name, source, hasHeadings, columns, owned, options, schedule, alarmTo } = file;
  return {
    ...newDraft,
    ...sourceFields(source),
    name,
    alarm: alarmTo.length > 0 ? 'chosen' : 'admins',
    alarmTo,
    hasHeadings,
    columns,
    owned,
    ...options,
    every: schedule?.every ?? 'none',
    at: schedule && 'at' in schedule ? schedule.at : newDraft.at,
    weekday: schedule?.every === 'week' ? String(schedule.weekday) : newDraft.weekday,
  };
}

function sourceFields(source: FileSource): Partial<FileDraft> {
  if (source.kind === 'folder') return source;
  if (source.kind === 'sftp') {
    const { kind, host, port, username, auth, path, hostKey } = source;
    return { kind, host, port: String(port), username, sftpAuth: auth, sftpPath: path, hostKey };
  }
  const { kind, url, auth } = source;
  return {
    kind,
    url,
    httpsAuth: auth.type,
    ...(auth.type === 'basic' ? { username: auth.username } : {}),
    ...(auth.type === 'header' ? { headerName: auth.name } : {}),
  };
}

export function sourceOf(draft: FileDraft): FileSource {
  const { kind, path, url, host, port, username, hostKey } = draft;
  if (kind === 'folder') return { kind, path };
  if (kind === 'https') return { kind, url, auth: authOf(draft) };
  return { kind, host, port: Number(port), username, auth: draft.sftpAuth, path: draft.sftpPath, hostKey };
}

function authOf({ httpsAuth: type, username, headerName: name }: FileDraft) {
  if (type === 'basic') return { type, username };
  return type === 'header' ? { type, name } : { type };
}

/** What was typed to open the door; nothing where one is kept. */
export function secretOf({ secret, passphrase }: FileDraft) {
  return secret === '' ? {} : { secret, ...(passphrase === '' ? {} : { passphrase }) };
}

export function inputOf(draft: FileDraft) {
  const { name, hasHeadings, columns, owned, mode, createGroups, sendWelcomeMail } = draft;
  return {
    name,
    source: sourceOf(draft),
    ...secretOf(draft),
    hasHeadings,
    columns,
    owned: mode === 'add' ? [] : owned.filter((field) => columns.some((column) => column.field === field)),
    options: { mode, createGroups, sendWelcomeMail },
    schedule: scheduleOf(draft),
    alarmTo: draft.alarm === 'chosen' ? draft.alarmTo.map(({ id }) => id) : [],
  };
}

function scheduleOf({ every, at, weekday }: FileDraft): FileSchedule | null {
  if (every === 'none') return null;
  if (every === 'hour') return { every };
  return every === 'day' ? { every, at } : { every, weekday: Number(weekday), at };
}

export function isOwnable(field: ImportField | null): field is OwnedField {
  return ownableFields.some((one) => one === field);
}

type Found = { hasHeadings: boolean; columns: { heading: string; field: ImportField | null }[] };

/** The columns that a test found: those known before keep what was chosen for them, and new ones are locked at first. */
export function withColumns(draft: FileDraft, found: Found): Partial<FileDraft> {
  const { hasHeadings } = found;
  const known = (heading: string) => draft.columns.find((column) => column.heading === heading);
  const kept = new Set(found.columns.flatMap(({ heading }) => known(heading)?.field ?? []));
  const columns = found.columns.map(({ heading, field }, index) => {
    const before = hasHeadings ? known(heading) : draft.columns[index];
    if (before) return { heading, field: before.field };
    return { heading, field: field && kept.has(field) ? null : field };
  });
  if (draft.columns.length > 0) return { hasHeadings, columns };
  return { hasHeadings, columns, owned: columns.flatMap(({ field }) => (isOwnable(field) ? [field] : [])) };
}
