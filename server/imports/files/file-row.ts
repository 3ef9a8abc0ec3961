import type { ImportFormat } from '../../../contract/imports.ts';

/** A row as it stands in a file, under the number that a spreadsheet shows beside it. */
export type FileRow = { line: number; cells: string[] };

/** What reading finds out about the file; complete once its last row was read. */
export type FoundFormat = Omit<ImportFormat, 'hasHeadings'>;

const longestCell = 1000;
export const mostColumns = 200;

/** A cell as it is kept: what is longer than any field is cut, since it is refused anyway. */
export function keepCell(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
}

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
