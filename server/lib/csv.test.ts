import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, neutraliseCell, readCsvCell } from './csv.ts';

test('cells are separated by commas, lines end in CRLF', () => {
  assert.equal(csvLine(['van den Berg', 'Jan', 'jan@voorbeeld.nl']), 'van den Berg,Jan,jan@voorbeeld.nl\r\n');
});

test('cells with a comma, quote or line break are quoted', () => {
  assert.equal(csvLine(['a,b', 'a "b"', 'a\nb', '', "d'Ancona"]), '"a,b","a ""b""","a\nb",,d\'Ancona\r\n');
});

test('what a spreadsheet would run as a formula becomes text', () => {
  for (const cell of [
    "=cmd|' /C calc'!A0",
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '  =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '\t',
    '+31 6 12345678',
    '--',
    '-a',
    "'=1",
  ]) {
    assert.equal(neutraliseCell(cell), `'${cell}`, JSON.stringify(cell));
  }
});

test('a formula that hides behind another separator becomes text too', () => {
  assert.equal(neutraliseCell('Jan;=1+1'), "Jan;'=1+1");
  for (const separator of ['\t', '\r', '\n'])
    assert.equal(neutraliseCell(`${separator}=1`), `'${separator}'=1`);
  assert.equal(neutraliseCell('Jan\t@x\n =1'), "Jan\t'@x\n' =1");
  assert.equal(csvLine(['Jan;=1,2']), '"Jan;\'=1,2"\r\n');
});

test('ordinary cells stay as they are', () => {
  for (const cell of [
    '',
    '-',
    '-12',
    '-12,5',
    '-0.5',
    'Jan',
    "'t Hart",
    "'s-Gravenhage",
    '(020) 123',
    'a=b',
    'jan@voorbeeld.nl',
    'Müller',
    '李',
  ]) {
    assert.equal(neutraliseCell(cell), cell, cell);
    assert.equal(readCsvCell(cell), cell, cell);
  }
});

test('phone numbers and dashes come back from an export as they went in', () => {
  const cells = ['+31 6 12345678', '-', '-5', '=cmd', "'=cmd", "''+31", '@jan', ' =1', 'a;=b', '\t'];
  const [row] = parse(csvLine(cells)) as string[][];
  assert.deepEqual(row?.map(readCsvCell), cells);
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\'=+-@\t\r\n;," 1.\u200b＝\u0000a'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

test('every text comes back as it went in', () => {
  fc.assert(
    fc.property(nasty, (text) => assert.equal(readCsvCell(neutraliseCell(text)), text)),
    { numRuns: 20_000 },
  );
});

test('every line is read back by a CSV reader as it was written', () => {
  const wellFormed = nasty.filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(fc.array(wellFormed, { minLength: 2, maxLength: 5 }), (cells) => {
      const rows = parse(csvLine(cells), { record_delimiter: '\r\n' }) as string[][];
      assert.deepEqual(
        rows.map((row) => row.map(readCsvCell)),
        [cells],
      );
    }),
    { numRuns: 2000 },
  );
});

test('no cell that was written starts with something to calculate', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (const part of neutraliseCell(text).split(/[;\t\r\n]/)) {
        const bare = part.replace(/^[\s\p{Cf}\p{Cc}]+/u, '');
        if (!/^-(?:\d+(?:[.,]\d+)?)?$/.test(bare)) assert.doesNotMatch(bare, /^[=+@＝＋－＠-]/);
      }
    }),
    { numRuns: 20_000 },
  );
});
