import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { listFilesOf } from './held-fields.sql.ts';
import { findHeld } from './held-fields.ts';

/**
 * Refuses to change fields that come from a personnel file, by whatever way somebody comes; only that file changes
 * them. Fields are named as columns of an import are. With several people: where one of them is held.
 */
export async function assertNotHeld(
  transaction: Db,
  actor: Actor,
  userIds: string | string[],
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0) return;
  const found = await listFilesOf(transaction, [userIds].flat());
  const held = [...found.values()].flatMap((files) => findHeld(files, fields, actor.personnelFile ?? null));
  const [first] = held;
  if (!first) return;
  throw new Refused('personnel-files.held', {
    values: { file: first.file },
    fields: held.map(({ field, file }) => ({ field, code: 'personnel-files.held', values: { file } })),
  });
}
