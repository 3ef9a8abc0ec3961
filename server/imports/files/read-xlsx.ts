import { open } from 'node:fs/promises';
import { Refused } from '../../act/refused.ts';
import { type FileRow, type FoundFormat, isEmptyRow, keepCell, mostColumns } from './file-row.ts';
import { type Book, readBook, unescapeText } from './read-book.ts';
import { walkXml } from './read-xml.ts';
import { openZip } from './read-zip.ts';

/**
 * The rows of the first visible sheet that hold anything (ECMA-376 SpreadsheetML), as a person sees them: days as ISO
 * days, numbers with their leading zeros, formulas as what they came to. Fills in `format` on the way.
 */
export async function* readXlsx(path: string, format: FoundFormat): AsyncGenerator<FileRow> {
  const file = await open(path);
  try {
    const zip = await openZip(file);
    const book = await readBook(zip);
    format.sheet = book.sheet.name;
    yield* readSheet(zip.read(book.sheet.path), book, format);
  } finally {
    await file.close();
  }
}

type Cell = { column: number; type: string; style: number; value: string; formula: string | null };

async function* readSheet(
  bytes: AsyncIterable<Buffer>,
  book: Book,
  format: FoundFormat,
): AsyncGenerator<FileRow> {
  const ready: FileRow[] = [];
  let row: FileRow = { line: 0, cells: [] };
  let hidden = false;
  let cell: Cell | null = null;
  let inside: 'value' | 'formula' | null = null;
  const walking = walkXml(bytes, {
    open: (tag, attribute) => {
      inside = null;
      if (tag === 'row') {
        row = { line: Number(attribute('r') ?? row.line + 1), cells: [] };
        hidden = ['1', 'true'].includes(attribute('hidden') ?? '');
      } else if (tag === 'c') {
        const column = columnOf(attribute('r')) ?? row.cells.length;
        const style = Number(attribute('s') ?? 0);
        cell = { column, type: attribute('t') ?? 'n', style, value: '', formula: null };
      } else if (tag === 'v' || tag === 't') inside = 'value';
      else if (tag === 'f' && cell) {
        cell.formula = '';
        inside = 'formula';
      } else if (tag === 'mergeCell') format.mergedCells += 1;
    },
    text: (text) => {
      if (!cell || !inside) return;
      if (inside === 'value') cell.value += text;
      else cell.formula += text;
    },
    close: (tag) => {
      inside = null;
      if (tag === 'c' && cell) {
        if (cell.column >= mostColumns) throw new Refused('imports.too-wide');
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = keepCell(textOf(cell, book));
        cell = null;
      }
      if (tag !== 'row' || isEmptyRow(row.cells)) return;
      if (hidden) format.hiddenRows += 1;
      ready.push(row);
    },
  });
  for await (const _ of walking) yield* ready.splice(0);
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, style, value, formula }: Cell, book: Book): string {
  if (formula !== null && value === '' && type !== 'str') return `=${formula}`;
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? '';
    case 'n':
      return numberText(value, book, style);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    default:
      return unescapeText(value);
  }
}

function numberText(value: string, { formats, from1904 }: Book, style: number): string {
  if (value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const format = formats[style];
  if (format?.isDate && number >= 1) return dayOf(number + (from1904 ? 1462 : 0));
  const text = Number.isInteger(number) ? BigInt(number).toString() : String(number);
  return format ? text.padStart(format.zeros, '0') : text;
}

const firstDay = Temporal.PlainDate.from('1899-12-30');

function dayOf(serial: number): string {
  // Beyond the year 9999 no spreadsheet counts.
  return serial > 2_958_465 ? String(serial) : firstDay.add({ days: Math.floor(serial) }).toString();
}
