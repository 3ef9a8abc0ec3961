// Where a spreadsheet would start to calculate (CWE-1236): at the start of a cell, and after a semicolon, tab or line
// break in it, since a spreadsheet that separates on those sees a cell there. White space, invisible characters and
// apostrophes may stand before it. A plain `-` and a negative number are left alone.
const apostrophes = `'*`;
const blank = '[^\\S\\t\\r\\n]|[\\p{Cf}\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]';
const harmless = '-(?:\\d+(?:[.,]\\d+)?)?(?:$|[;\\t\\r\\n])';
const formula = `${apostrophes}(?:${blank})*(?!${harmless})[=+\\-@＝＋－＠−]`;
const controlAtStart = `${apostrophes}(?:${blank})*[\\t\\r\\n]`;
const start = `(?<=^|[;\\t\\r\\n])(?=${formula})|(?<=^)(?=${controlAtStart})`;
const markedStart = `(?<=^|[;\\t\\r\\n])'(?=${formula})|(?<=^)'(?=${controlAtStart})`;

const starts = new RegExp(start, 'gu');
const markedStarts = new RegExp(markedStart, 'gu');

// Almost no cell gets past this one, which is many times faster.
const suspicious = /^[^\p{L}\p{N}]|[;\t\r\n]/u;

/** The text with an apostrophe before everything that a spreadsheet would run as a formula. `readCsvCell` undoes it. */
export function neutraliseCell(text: string): string {
  return suspicious.test(text) ? text.replace(starts, "'") : text;
}

/** What a cell of one of our exports said: takes away exactly the apostrophes that `neutraliseCell` put there. */
export function readCsvCell(cell: string): string {
  return suspicious.test(cell) ? cell.replace(markedStarts, '') : cell;
}

const toBeQuoted = /[",;\r\n]/;

/** One line of a CSV file with its CRLF (RFC 4180), each cell neutralised. */
export function csvLine(cells: string[]): string {
  return separateCells(cells, ',');
}

/** The same with another separator: a Dutch spreadsheet expects semicolons. */
export function separateCells(cells: string[], separator: ',' | ';'): string {
  let line = '';
  for (let i = 0; i < cells.length; i += 1) {
    const cell = neutraliseCell(cells[i] ?? '');
    if (i > 0) line += separator;
    line += toBeQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${line}\r\n`;
}
