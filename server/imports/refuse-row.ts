import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { markRow } from './import-rows.sql.ts';
import type { Plan, Problem, StoredRow } from './stored-import.ts';

/** Writes down why a row could not be done after all; anything but a refusal is thrown on. */
export async function refuseRow(
  db: Db,
  importId: string,
  { line, plan }: StoredRow,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Refused) || error.status >= 500) throw error;
  const owner = error.fields[0]?.about;
  const problem: Problem = {
    field: null,
    column: null,
    value: '',
    code: error.code,
    values: error.values,
    ...(owner ? { about: owner } : {}),
  };
  const { deed: _, ...rest } = plan ?? { name: '', changes: [], notes: [] };
  const refused: Plan = { ...rest, problems: [problem] };
  await transact(db, (transaction) => markRow(transaction, importId, line, 'failed', { plan: refused }));
}
