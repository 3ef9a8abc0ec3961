import type { ImportColumn, ImportOptions } from '../../contract/imports.ts';
import type { Uploaded } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { newId } from '../lib/ids.ts';
import { type FileRow, type FoundFormat, mostColumns } from './files/file-row.ts';
import { readFile } from './files/read-file.ts';
import { describeStarter } from './import-actor.ts';
import { insertFileRows } from './import-rows.sql.ts';
import { deleteImportRow, insertImport, updateImport } from './imports.sql.ts';
import { keyOf } from './match-people.ts';
import { collectSamples, holdsHeadings } from './recognise-columns.ts';
import { workQueue } from './work-on-imports.ts';

const rowsAtOnce = 1000;
const mostRows = 250_000;

/** What reading a file found, besides its rows. */
export type ReadRows = {
  headings: string[];
  hasHeadings: boolean;
  samples: string[][];
  count: number;
  kind: FoundFormat['kind'];
  /** How many cells its last row has, and the one before it. */
  lastWidth: number;
  widthBefore: number;
};

type Keeping = {
  options: ImportOptions;
  /** Whether the check follows at once, where somebody can be recognised by the columns. */
  check: boolean;
  columnsOf(read: ReadRows): Promise<ImportColumn[]>;
  /** Of a personnel file: whose work this is, and what is written down in the same transaction. */
  personnelFile?: string;
  alongside?(transaction: Db, importId: string, read: ReadRows): Promise<void>;
};

/** Keeps the rows of a file as an import, all of them or nothing; answers its id. */
export async function keepFile(
  db: Db,
  actor: Actor,
  file: Uploaded,
  { options, check, columnsOf, personnelFile, alongside }: Keeping,
): Promise<string> {
  const id = newId();
  const { format, rows } = await readFile(file.path);
  try {
    await insertImport(db, {
      id,
      file_name: file.name,
      size: file.size,
      ...describeStarter(actor),
      format: { ...format, hasHeadings: true },
      columns: [],
      options,
      personnel_file_id: personnelFile ?? null,
    });
    const read = await readRows(rows, (batch) => insertFileRows(db, id, batch), format.kind);
    const columns = await columnsOf(read);
    const checks = check && keyOf(columns.map(({ field }) => field)) !== null;
    await transact(db, async (transaction) => {
      await updateImport(transaction, id, {
        state: checks ? 'checking' : 'uploaded',
        failure: null,
        format: { ...format, hasHeadings: read.hasHeadings },
        columns,
        row_count: read.count,
      });
      await alongside?.(transaction, id, read);
      await recordDeeds(transaction, actor, [
        {
          action: 'imports.uploaded',
          target: { kind: 'import', id },
          about: null,
          changes: [
            { field: 'fileName', from: null, to: file.name },
            { field: 'rows', from: null, to: read.count },
          ],
        },
      ]);
      if (checks) await nudge(transaction, workQueue);
    });
  } catch (error) {
    await deleteImportRow(db, id);
    throw error;
  }
  return id;
}

/** Reads a file to its end; `keep` gets its rows in batches, without the headings. */
export async function readRows(
  rows: AsyncGenerator<FileRow>,
  keep: (batch: FileRow[]) => Promise<void>,
  kind: FoundFormat['kind'],
): Promise<ReadRows> {
  const read: ReadRows = {
    headings: [],
    hasHeadings: true,
    samples: [],
    count: 0,
    kind,
    lastWidth: 0,
    widthBefore: 0,
  };
  let first = true;
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if (row.cells.length > mostColumns) throw new Refused('imports.too-wide');
    if (first) {
      first = false;
      read.hasHeadings = holdsHeadings(row.cells);
      if (read.hasHeadings) {
        read.headings = row.cells;
        read.lastWidth = row.cells.length;
        continue;
      }
    }
    read.count += 1;
    read.widthBefore = read.lastWidth;
    read.lastWidth = row.cells.length;
    if (read.count > mostRows) throw new Refused('imports.too-many-rows', { values: { maximum: mostRows } });
    collectSamples(read.samples, row.cells);
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    await keep(batch);
    batch = [];
  }
  if (batch.length > 0) await keep(batch);
  if (read.count === 0) throw new Refused('imports.empty');
  return read;
}
