import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { findImport, lockImport, visibleImports } from './imports.sql.ts';
import type { StoredImport } from './stored-import.ts';

/** An import that the actor may know of; any other answers like one that does not exist. */
export async function getStoredImport(db: Db, actor: Actor, id: string): Promise<StoredImport> {
  return present(await findImport(db, id, visibleImports(actor)));
}

/** The same, locked, in one of these states and in the version that the caller saw. */
export async function getImportToChange(
  transaction: Db,
  actor: Actor,
  { id, version }: { id: string; version?: number },
  states: readonly StoredImport['state'][],
): Promise<StoredImport> {
  const stored = present(await lockImport(transaction, id, visibleImports(actor)));
  if (version !== undefined && version !== stored.version) {
    throw new Refused('request.stale', { values: { current: stored.version } });
  }
  // What a personnel file brought goes on with its run; taking it back is for people.
  const isOver = stored.state === 'done' || stored.state === 'failed';
  const ofFile = stored.personnel_file_id !== null && !isOver;
  if (ofFile || !states.includes(stored.state)) throw new Refused('imports.wrong-moment');
  return stored;
}

function present(stored: StoredImport | undefined): StoredImport {
  if (!stored) throw new Refused('imports.not-found');
  return stored;
}
