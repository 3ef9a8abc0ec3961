import { isEmail, normaliseEmail } from '../../contract/emails.ts';
import type { ImportField } from '../../contract/import-fields.ts';
import type { ImportColumn } from '../../contract/imports.ts';
import { isEmptyRow } from './files/file-row.ts';
import { headingKey, recogniseHeading } from './recognise-headings.ts';

/** What somebody chose for a heading before; a field that is null was left out on purpose. */
export type Remembered = ReadonlyMap<string, ImportField | null>;

/** False where the first row already holds somebody: nobody gives a column an address for a name. */
export function holdsHeadings(first: readonly string[]): boolean {
  if (first.some((cell) => recogniseHeading(cell) !== null)) return true;
  return !first.some((cell) => isEmail(normaliseEmail(cell)));
}

/**
 * The columns with what each of them holds, as far as anybody can tell: as it was mapped before, else by its heading,
 * else, for addresses, by its content. No field is given twice; columns that hold nothing are left out.
 */
export function recogniseColumns(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  remembered: Remembered,
  allowed: ReadonlySet<ImportField>,
): ImportColumn[] {
  const taken = new Set<ImportField>();
  const width = Math.max(headings.length, samples.length);
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = (headings[index] ?? '').trim();
    return { heading, samples: [...(samples[index] ?? [])] };
  });
  const fields = columns.map(({ heading, samples: held }) => {
    if (held.length === 0 || heading === '') return null;
    const key = headingKey(heading);
    return take(remembered.has(key) ? (remembered.get(key) ?? null) : recogniseHeading(heading));
  });
  columns.forEach(({ samples: held }, index) => {
    const looksLikeAddresses = held.length > 0 && held.every((cell) => isEmail(normaliseEmail(cell)));
    if (fields[index] === null && looksLikeAddresses) fields[index] = take('email');
  });
  return columns.map((column, index) => ({ ...column, field: fields[index] ?? null }));

  function take(field: ImportField | null): ImportField | null {
    if (field === null || taken.has(field) || !allowed.has(field)) return null;
    taken.add(field);
    return field;
  }
}

const samplesPerColumn = 4;

/** Collects for each column the first different cells that hold something. */
export function collectSamples(samples: string[][], cells: readonly string[]): void {
  if (isEmptyRow(cells)) return;
  cells.forEach((cell, index) => {
    samples[index] ??= [];
    const held = samples[index];
    const text = cell.trim();
    if (text !== '' && held.length < samplesPerColumn && !held.includes(text)) held.push(text);
  });
}
