import { csvLine } from '../lib/csv.ts';

/** What separates cells and lines on their way from the database: no stored name or address has them. */
const between = { cells: '\t', lines: '\n' };

// A cell that begins with anything but a letter or digit, or holds what CSV or a spreadsheet reads as more than text.
const special = /(?:^|[\t\n])[^\p{L}\p{N}]|[",;\r]/u;

/** Lines of three cells each as CSV. Nearly all are plain, and then only the separators change. */
export function toCsv(text: string): string {
  if (!special.test(text)) return `${text.replaceAll('\t', ',').replaceAll('\n', '\r\n')}\r\n`;
  return text
    .split(between.lines)
    .map((line) => csvLine(line.split(between.cells)))
    .join('');
}
