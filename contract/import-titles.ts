import { type ImportField, importFields } from './import-fields.ts';
import type { TextKey } from './texts.ts';

const own: Partial<Record<ImportField, TextKey>> = { groups: 'imports.field.groups' };

/** What a column of a file is called, in the template and on the pages; each name is recognised as a heading. */
export const importTitles = Object.fromEntries(
  importFields.map((field) => [field, own[field] ?? `fields.name.${field}`]),
) as Record<ImportField, TextKey>;
