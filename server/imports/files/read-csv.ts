import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { Refused } from '../../act/refused.ts';
import { startDecoding, type TextDecoding } from './decode-text.ts';
import { detectSeparator } from './detect-separator.ts';
import { type FileRow, type FoundFormat, isEmptyRow, keepCell } from './file-row.ts';

const enoughToDecide = 64 * 1024;

/** The rows of a CSV file that hold anything; fills in `format` on the way. Refuses what is no text. */
export async function* readCsv(path: string, format: FoundFormat): AsyncGenerator<FileRow> {
  try {
    yield* numbered(parseText(readText(path, format), format));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error.lines) : 0;
    throw new Refused('imports.unreadable', { values: { line } });
  }
}

async function* readText(path: string, format: FoundFormat): AsyncGenerator<string> {
  let decoding: TextDecoding | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    decoding ??= startDecoding(chunk as Buffer);
    yield decoding.decode(chunk as Buffer);
  }
  if (!decoding) return;
  const rest = decoding.end();
  format.encoding = decoding.encoding();
  yield rest;
}

async function* parseText(text: AsyncGenerator<string>, format: FoundFormat): AsyncGenerator<string[]> {
  let beginning = '';
  while (beginning.length < enoughToDecide) {
    const { value, done } = await text.next();
    if (done) break;
    beginning += value;
  }
  const source = Readable.from(chain(beginning, text), { objectMode: false, encoding: 'utf8' });
  const parser = makeParser(beginning, format);
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    yield* parser as AsyncIterable<string[]>;
  } finally {
    source.destroy();
  }
}

async function* chain(beginning: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (beginning !== '') yield beginning;
  for await (const piece of rest) if (piece !== '') yield piece;
}

function makeParser(beginning: string, format: FoundFormat): Parser {
  const separator = detectSeparator(beginning);
  format.separator = separator;
  return parse({
    delimiter: separator,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 1024 * 1024,
  });
}

async function* numbered(records: AsyncGenerator<string[]>): AsyncGenerator<FileRow> {
  let line = 0;
  for await (const record of records) {
    line += 1;
    if (line === 1 && record.length <= 2 && /^sep=/i.test(record[0] ?? '')) continue;
    if (!isEmptyRow(record)) yield { line, cells: record.map(keepCell) };
  }
}
