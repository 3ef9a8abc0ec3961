import { fold } from '../../contract/fold.ts';
import { type GroupField, groupFields, type ImportField } from '../../contract/import-fields.ts';
import type { Db } from '../db/transact.ts';
import { differByLittle } from '../lib/differ-by-little.ts';
import type { NameInFile, Plan } from './stored-import.ts';

const mostNames = 200;

/**
 * Counts names that nothing is called, so that one typing mistake is seen at once and not in every row: those for which
 * rows are refused, and those of groups that the run would make.
 */
export function collectNames(names: NameInFile[], { problems, deed }: Plan): void {
  const count = (field: ImportField, name: string, willBeMade: boolean) => {
    const found = names.find((one) => one.field === field && one.name === name);
    if (found) found.rows += 1;
    else if (names.length < mostNames) names.push({ field, name, rows: 1, willBeMade });
  };
  for (const { field, code, values } of problems) {
    if (field && code.startsWith('unknown-')) count(field, String(values?.name ?? ''), false);
  }
  for (const { id, kind, name } of deed?.groups ?? []) {
    if (id === null) count(`${kind}s` as ImportField, name, true);
  }
}

/** The same names, each with the one that was probably meant: one that exists, or one that more rows have. */
export async function findMeantNames(db: Db, names: NameInFile[]): Promise<NameInFile[]> {
  if (names.length === 0) return [];
  const groups = await db.selectFrom('groups').select(['kind', 'name']).execute();
  return names.map((one) => {
    const kind = groupFields[one.field as GroupField];
    const existing = groups.filter((group) => group.kind === kind).map(({ name }) => name);
    const frequent = names
      .filter(({ field, rows }) => field === one.field && rows > one.rows)
      .map(({ name }) => name);
    const meant = [...existing, ...frequent].find((name) => differByLittle(fold(name), fold(one.name)));
    return { ...one, like: meant ?? null };
  });
}
