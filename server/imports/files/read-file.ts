import { open } from 'node:fs/promises';
import type { FileRow, FoundFormat } from './file-row.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** The rows of a file, whatever its name says it is: a spreadsheet is known by how it begins. */
export async function readFile(
  path: string,
): Promise<{ format: FoundFormat; rows: AsyncGenerator<FileRow> }> {
  const kind = (await beginsLikeZip(path)) ? 'xlsx' : 'csv';
  const format: FoundFormat = {
    kind,
    encoding: null,
    separator: null,
    sheet: null,
    hiddenRows: 0,
    mergedCells: 0,
  };
  return { format, rows: kind === 'xlsx' ? readXlsx(path, format) : readCsv(path, format) };
}

async function beginsLikeZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\x03\x04';
  } finally {
    await file.close();
  }
}
