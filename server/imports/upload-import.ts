import type { ImportColumn, ImportOptions, uploadImport } from '../../contract/imports.ts';
import type { Act, Uploaded } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { newId } from '../lib/ids.ts';
import { allowedFields } from './allowed-fields.ts';
import { describeImport } from './describe-import.ts';
import { type FileRow, type FoundFormat, mostColumns } from './files/file-row.ts';
import { readFile } from './files/read-file.ts';
import { describeStarter } from './import-actor.ts';
import { insertFileRows } from './import-rows.sql.ts';
import { deleteImportRow, findImport, insertImport, readMappings, updateImport } from './imports.sql.ts';
import { keyOf } from './match-people.ts';
import { collectSamples, holdsHeadings, recogniseColumns } from './recognise-columns.ts';
import { headingKey } from './recognise-headings.ts';
import { workQueue } from './work-on-imports.ts';

const rowsAtOnce = 1000;
const mostRows = 250_000;

/**
 * Keeps the rows of a file and recognises its columns; the check follows in the background, so that what is done is
 * what was checked, whatever happens to the file.
 */
export const uploadImportAct: Act<typeof uploadImport> = async (db, actor, input) => {
  const { check, file, leavesOn = null, ...chosen } = input as typeof input & { file?: Uploaded };
  if (!file) throw new Refused('imports.no-file');
  const id = newId();
  const options: ImportOptions = { ...chosen, leavesOn };
  const { format, rows } = await readFile(file.path);
  try {
    await begin(db, actor, id, file, format, options);
    const read = await keepRows(db, id, rows);
    const columns = await recognise(db, actor, read);
    const checks = check && keyOf(columns.map(({ field }) => field)) !== null;
    await transact(db, async (transaction) => {
      await updateImport(transaction, id, {
        state: checks ? 'checking' : 'uploaded',
        failure: null,
        format: { ...format, hasHeadings: read.hasHeadings },
        columns,
        row_count: read.count,
      });
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
  return describeImport(db, actor, await findImport(db, id));
};

async function begin(
  db: Db,
  actor: Actor,
  id: string,
  { name, size }: Uploaded,
  format: FoundFormat,
  options: ImportOptions,
): Promise<void> {
  await insertImport(db, {
    id,
    file_name: name,
    size,
    ...describeStarter(actor),
    format: { ...format, hasHeadings: true },
    columns: [],
    options,
  });
}

type Read = { headings: string[]; hasHeadings: boolean; samples: string[][]; count: number };

async function keepRows(db: Db, id: string, rows: AsyncGenerator<FileRow>): Promise<Read> {
  const read: Read = { headings: [], hasHeadings: true, samples: [], count: 0 };
  let first = true;
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if (row.cells.length > mostColumns) throw new Refused('imports.too-wide');
    if (first) {
      first = false;
      read.hasHeadings = holdsHeadings(row.cells);
      if (read.hasHeadings) {
        read.headings = row.cells;
        continue;
      }
    }
    read.count += 1;
    if (read.count > mostRows) throw new Refused('imports.too-many-rows', { values: { maximum: mostRows } });
    collectSamples(read.samples, row.cells);
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    await insertFileRows(db, id, batch);
    batch = [];
  }
  if (batch.length > 0) await insertFileRows(db, id, batch);
  if (read.count === 0) throw new Refused('imports.empty');
  return read;
}

async function recognise(db: Db, actor: Actor, { headings, samples }: Read): Promise<ImportColumn[]> {
  const keys = headings.map(headingKey).filter((key) => key !== '');
  return recogniseColumns(headings, samples, await readMappings(db, keys), allowedFields(actor));
}
