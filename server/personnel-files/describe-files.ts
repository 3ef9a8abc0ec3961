import type { FileRun, PersonnelFile } from '../../contract/personnel-files.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, type TextValues, translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { isVisible } from '../members/gate.ts';
import { nameOf } from '../users/name-of.ts';
import { countFilePeople } from './files.sql.ts';
import { listReceivers } from './receivers.sql.ts';
import { listLastRuns } from './runs.sql.ts';
import type { StoredFile, StoredRun } from './stored-file.ts';

/** What is wrong, in the reader's language. */
export function troubleInWords(code: string, values: TextValues | null, language: Language): string {
  const keys = [`personnel-files.trouble.${code}`, code, 'personnel-files.trouble.unexpected'];
  const key = keys.find(isTextKey);
  return key ? translate(language, key, { maximum: 0, reason: '', ...values }) : code;
}

type Named = { id: string; name: string } | null;

/** The names of these people, for those who may know of them. */
async function namePeople(
  db: Db,
  actor: Actor,
  ids: (string | null)[],
): Promise<(id: string | null) => Named> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people =
    wanted.length === 0 ? [] : await db.selectFrom('users').selectAll().where('id', 'in', wanted).execute();
  const names = new Map<string, string>();
  for (const person of people) {
    names.set(person.id, (await isVisible(db, actor, person.id)) ? nameOf(person) : '');
  }
  return (id) => (id !== null && names.has(id) ? { id, name: names.get(id) ?? '' } : null);
}

export async function describeFiles(db: Db, actor: Actor, files: StoredFile[]): Promise<PersonnelFile[]> {
  const ids = files.map(({ id }) => id);
  const people = await countFilePeople(db, ids);
  const last = await describeRuns(db, actor, files, await listLastRuns(db, ids));
  const receivers = await listReceivers(db, ids);
  const named = await namePeople(db, actor, [
    ...files.map(({ acts_as }) => acts_as),
    ...receivers.map(({ user }) => user),
  ]);
  return files.map((file) => ({
    id: file.id,
    name: file.name,
    source: file.source,
    alarmTo: receivers.flatMap(({ file: id, user }) => (id === file.id ? (named(user) ?? []) : [])),
    hasSecret: file.secret !== null,
    hasHeadings: file.has_headings,
    columns: file.columns,
    options: file.options,
    owned: file.owned,
    schedule: file.schedule,
    nextAt: file.halted ? null : (file.next_at?.toString() ?? null),
    actsAs: named(file.acts_as),
    trouble: file.trouble
      ? {
          code: file.trouble,
          text: troubleInWords(file.trouble, file.trouble_values, actor.language),
          since: file.trouble_since?.toString() ?? file.created_at.toString(),
          halted: file.halted,
        }
      : null,
    people: people.get(file.id) ?? 0,
    lastRun: last.find((run) => run.file.id === file.id) ?? null,
    version: file.version,
  }));
}

export async function describeRuns(
  db: Db,
  actor: Actor,
  files: StoredFile[],
  runs: StoredRun[],
): Promise<FileRun[]> {
  const named = await namePeople(
    db,
    actor,
    runs.map(({ started_by }) => started_by),
  );
  return runs.map((run) => {
    const { count, of } = run.failure_values ?? {};
    const leaving = run.state === 'waiting' || run.state === 'discarded';
    return {
      id: run.id,
      file: { id: run.file_id, name: files.find(({ id }) => id === run.file_id)?.name ?? '' },
      state: run.state,
      isCheck: run.is_check,
      cause: run.cause,
      startedBy: named(run.started_by),
      failure:
        run.state === 'failed' && run.failure
          ? troubleInWords(run.failure, run.failure_values, actor.language)
          : null,
      importId: run.import_id,
      size: run.size,
      rows: run.rows,
      counts: run.counts,
      leaving: leaving && count !== undefined ? { count: Number(count), of: Number(of) } : null,
      startedAt: run.created_at.toString(),
      endedAt: run.done_at?.toString() ?? null,
      version: run.version,
    };
  });
}
