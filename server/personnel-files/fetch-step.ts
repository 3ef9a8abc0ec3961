import type { ImportColumn } from '../../contract/imports.ts';
import type { Actor } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { allowedFields } from '../imports/allowed-fields.ts';
import { keepFile, type ReadRows } from '../imports/keep-file.ts';
import { headingKey } from '../imports/recognise-headings.ts';
import { endAlarm } from './alarm.ts';
import { getFileOwner } from './file-owner.ts';
import { lockFile } from './files.sql.ts';
import { lockRun, updateRun } from './runs.sql.ts';
import { type Fetched, withFetchedFile } from './sources/fetch-file.ts';
import { Trouble } from './sources/trouble.ts';
import { type StoredFile, type StoredRun, secretOf } from './stored-file.ts';

/** Fetches the file of a run, and leaves its rows to an import to be checked; or says that it is the same as before. */
export async function fetchStep(
  db: Db,
  file: StoredFile,
  run: StoredRun,
  signal: AbortSignal,
): Promise<void> {
  const actor = await getFileOwner(db, file);
  const asksAgain = run.again || run.is_check;
  const seen =
    asksAgain || file.done_hash === null ? null : { etag: file.done_etag, modified: file.done_modified };
  await withFetchedFile(file.source, secretOf(file), { seen, signal }, async (fetched) => {
    const isSame = !fetched || fetched.hash === file.done_hash;
    if (isSame && !asksAgain) await endUnchanged(db, file, run, fetched);
    else if (fetched) await hand(db, actor, file, run, fetched);
  });
}

async function endUnchanged(
  db: Db,
  file: StoredFile,
  run: StoredRun,
  fetched: Fetched | undefined,
): Promise<void> {
  await transact(db, async (transaction) => {
    const stored = await lockFile(transaction, file.id);
    const now = await lockRun(transaction, run.id);
    if (!stored || now?.state !== 'fetching') return;
    await updateRun(transaction, run.id, {
      state: 'unchanged',
      size: fetched?.size ?? null,
      hash: file.done_hash,
      done_at: new Date().toISOString(),
    });
    await endAlarm(transaction, stored);
  });
}

async function hand(db: Db, actor: Actor, file: StoredFile, run: StoredRun, fetched: Fetched): Promise<void> {
  const { path, size, hash, etag, modified } = fetched;
  const name = `${file.name} · ${fetched.name}`.slice(0, 200);
  await keepFile(
    db,
    actor,
    { path, name, size },
    {
      options: { ...file.options, leavesOn: null },
      check: true,
      personnelFile: file.id,
      columnsOf: async (read) => columnsFor(file, read, actor),
      alongside: async (transaction, importId, read) => {
        const now = await lockRun(transaction, run.id);
        // Another process took over and was faster: its import goes on, and this one never was.
        if (now?.state !== 'fetching' || now.leased_by !== run.leased_by) throw new TakenOver();
        const found = { import_id: importId, size, hash, etag, modified, rows: read.count };
        await updateRun(transaction, run.id, { state: 'checking', ...found });
      },
    },
  );
}

/** Thrown where another process went on with a run that this one had. */
export class TakenOver extends Error {}

/** What each column holds, as it was chosen; in trouble when the file does not look like that any more. */
function columnsFor(file: StoredFile, read: ReadRows, actor: Actor): ImportColumn[] {
  assertWhole(read);
  const allowed = allowedFields(actor);
  if (file.columns.some(({ field }) => field !== null && !allowed.has(field))) {
    throw new Trouble('owner-may-not');
  }
  const width = Math.max(read.headings.length, read.samples.length);
  const found = Array.from({ length: width }, (_, index) => ({
    heading: (read.headings[index] ?? '').trim(),
    samples: [...(read.samples[index] ?? [])],
    field: null,
  }));
  if (file.has_headings !== read.hasHeadings) throw new Trouble('columns-changed');
  return file.has_headings ? byHeading(file, found) : byPlace(file, found);
}

/** A last row that is shorter than the one before it was cut off on its way. */
function assertWhole({ lastWidth, widthBefore, kind }: ReadRows): void {
  if (kind === 'csv' && lastWidth < widthBefore) throw new Trouble('cut-short');
}

function byHeading({ columns }: StoredFile, found: ImportColumn[]): ImportColumn[] {
  const wanted = columns.filter(({ field }) => field !== null);
  const taken = new Map<number, ImportColumn['field']>();
  const missing: string[] = [];
  for (const { heading, field } of wanted) {
    const index = found.findIndex(
      (column, at) => headingKey(column.heading) === headingKey(heading) && !taken.has(at),
    );
    if (index < 0) missing.push(heading);
    else taken.set(index, field);
  }
  if (missing.length > 0) throw new Trouble('columns-missing', { columns: missing.join(', ') });
  return found.map((column, index) => ({ ...column, field: taken.get(index) ?? null }));
}

function byPlace({ columns }: StoredFile, found: ImportColumn[]): ImportColumn[] {
  if (found.length !== columns.length) throw new Trouble('columns-changed');
  return found.map((column, index) => ({ ...column, field: columns[index]?.field ?? null }));
}
