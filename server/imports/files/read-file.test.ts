import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { Refused } from '../../act/refused.ts';
import { csvLine, readCsvCell } from '../../lib/csv.ts';
import type { FileRow } from './file-row.ts';
import { readFile } from './read-file.ts';
import { makeBook, makeZip } from './spreadsheet.fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;

async function read(content: string | Buffer) {
  written += 1;
  const path = join(folder, String(written));
  writeFileSync(path, content);
  const { format, rows } = await readFile(path);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  return { format, rows: all, cells: all.map(({ cells }) => cells) };
}

async function refusalOf(content: string | Buffer): Promise<string> {
  const error = await read(content).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof Refused, String(error));
  return error.code;
}

const latin = (text: string) => Buffer.from(text, 'latin1');

test('the separator is recognised, also when another one stands inside quotes or values', async () => {
  for (const separator of [',', ';', '\t'] as const) {
    const text = `a${separator}b${separator}c\r\n"1,5;6"${separator}2${separator}\r\n`;
    const { format, cells } = await read(text);
    assert.deepEqual([format.separator, cells[1]], [separator, ['1,5;6', '2', '']]);
  }
  const { format, cells } = await read('sep=;\r\nNaam;Stad, land\r\nJan;Ede\r\n');
  assert.deepEqual(
    [format.separator, cells],
    [
      ';',
      [
        ['Naam', 'Stad, land'],
        ['Jan', 'Ede'],
      ],
    ],
  );
});

test('UTF-8 with and without its mark, UTF-16 and Windows-1252 are recognised and said', async () => {
  const text = 'Voornaam;Achternaam\r\nZoë;Müller\r\n';
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const [bytes, encoding] of [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\ufeff${text}`), 'utf-8-bom'],
    [wide, 'utf-16'],
    [Buffer.from(wide).swap16(), 'utf-16'],
    [latin(text), 'windows-1252'],
  ] as const) {
    const { format, cells } = await read(bytes);
    assert.deepEqual([format.encoding, cells[1]], [encoding, ['Zoë', 'Müller']]);
  }
  assert.equal((await read('a;b\r\n1;2\r\n')).format.encoding, 'utf-8');
  const euro = Buffer.concat([latin('a;b\r\n'), Buffer.from([0x80, 0x3b, 0x93, 0x0d, 0x0a])]);
  assert.deepEqual((await read(euro)).cells[1], ['€', '“']);
});

test('a file of several encodings is read line by line, and that is said', async () => {
  const mixed = Buffer.concat([Buffer.from('naam;x\r\nZoë;1\r\n'), latin('Müller;2\r\n')]);
  const { format, cells } = await read(mixed);
  assert.equal(format.encoding, 'mixed');
  assert.deepEqual(cells, [
    ['naam', 'x'],
    ['Zoë', '1'],
    ['Müller', '2'],
  ]);
});

test('rows keep the numbers that a spreadsheet shows; empty ones are passed over', async () => {
  const { rows } = await read('a;b\r\n\r\n  ; \r\n"een\r\nregel";2\r\n3;4');
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, cells[0]]),
    [
      [1, 'a'],
      [4, 'een\r\nregel'],
      [5, '3'],
    ],
  );
});

test('what our own export writes is read back as it was, whatever stands in it', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\u0000'));
  const row = fc.array(cell, { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(row, async (cells) => {
      const head = csvLine(cells.map((_, index) => `kop ${index}`));
      const { rows } = await read(head + csvLine(cells));
      const [, back] = rows;
      if (cells.every((text) => text.trim() === '')) return assert.equal(back, undefined);
      assert.deepEqual(back?.cells.map(readCsvCell), cells);
    }),
    { numRuns: 60 },
  );
});

test('what is no table is refused: pictures, quotes that never close, lines without an end', async () => {
  assert.equal(await refusalOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), 'imports.unreadable');
  assert.equal(await refusalOf(`a;b\r\n"${'x'.repeat(2_000_000)}`), 'imports.unreadable');
  assert.equal(await refusalOf('x'.repeat(9_000_000)), 'imports.unreadable');
  assert.equal(await refusalOf('PK\x03\x04 and then nothing'), 'imports.unreadable');
  assert.equal(await refusalOf(makeZip({ 'word/document.xml': '<a/>' })), 'imports.unreadable');
});

test('a spreadsheet is read as a person sees it', async () => {
  const book = makeBook({
    strings: ['Naam', 'Nummer', 'In dienst', 'Zoë &amp; co_x000D_'],
    formats: ['dd-mm-yyyy', '00000', '"dag" 0'],
    hiddenSheetFirst: true,
    rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
      <row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" s="2"><v>123</v></c><c r="C3" s="1"><v>45311</v></c></row>
      <row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t>Ann</t></is></c><c r="C4" s="1"><v>45311.75</v></c></row>
      <row r="5"><c r="A5" t="str"><f>B3&amp;"x"</f><v>123x</v></c><c r="B5"><f>SUM(A1)</f></c><c r="C5" s="3"><v>612345678</v></c></row>
      <row r="6"><c r="A6" t="e"><v>#REF!</v></c><c r="B6" t="b"><v>1</v></c><c r="C6"><v>1E5</v></c></row>`,
    after: '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>',
  });
  const { format, rows } = await read(book);
  assert.deepEqual(rows, [
    { line: 1, cells: ['Naam', 'Nummer', 'In dienst'] },
    { line: 3, cells: ['Zoë & co\r', '00123', '2024-01-20'] },
    { line: 4, cells: ['Ann', '', '2024-01-20'] },
    { line: 5, cells: ['123x', '=SUM(A1)', '612345678'] },
    { line: 6, cells: ['#REF!', 'TRUE', '100000'] },
  ]);
  assert.deepEqual(
    [format.kind, format.sheet, format.hiddenRows, format.mergedCells],
    ['xlsx', 'Personeel', 1, 2],
  );
});

test('a spreadsheet that unpacks to more than we read is refused before and while unpacking', async () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const files = { 'xl/workbook.xml': '<a/>', [sheet]: '<a/>' };
  assert.equal(await refusalOf(makeZip(files, { [sheet]: 2_000_000_000 })), 'imports.file-too-large');
  const blanks = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const bomb = Buffer.concat([...Array<Buffer>(310).fill(blanks), deflateRawSync(Buffer.alloc(0))]);
  const inside = { 'xl/workbook.xml': '' };
  assert.equal(
    await refusalOf(makeZip(inside, { 'xl/workbook.xml': 10 }, { 'xl/workbook.xml': bomb })),
    'imports.file-too-large',
  );
});

test('XML that defines its own entities is refused, so none can be blown up', async () => {
  const lol = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>';
  assert.equal(await refusalOf(makeZip({ 'xl/workbook.xml': lol })), 'imports.unreadable');
});

test('a column so far right that nobody filled it in is refused', async () => {
  const book = makeBook({ rows: '<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>' });
  assert.equal(await refusalOf(book), 'imports.too-wide');
});
