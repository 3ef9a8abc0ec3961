import type { Actor } from '../act/actor.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';

/** Writes down who takes people's data away. For whom they looked stays out: it may name somebody. */
export async function recordExport(
  db: Db,
  actor: Actor,
  columns: readonly string[],
  format: 'csv' | 'xlsx',
): Promise<void> {
  await transact(db, (transaction) =>
    recordDeeds(transaction, actor, [
      {
        action: 'users.exported',
        target: { kind: 'user', id: null },
        about: null,
        changes: [
          { field: 'columns', from: null, to: columns },
          { field: 'format', from: null, to: format },
        ],
      },
    ]),
  );
}
