import type { Actor } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { changePerson } from './change-person.ts';
import { createPeople } from './create-people.ts';
import { listWaitingLines } from './import-rows.sql.ts';
import { lockImport, updateImport } from './imports.sql.ts';
import { makeGroups } from './make-groups.ts';
import type { StoredImport } from './stored-import.ts';
import { readVocabulary } from './vocabulary.ts';

const peopleAtOnce = 50;

/**
 * Does the next part of a run. Each part is a transaction together with the note that it was done, so whoever takes
 * over from a process that died does nothing twice, and no mail goes out twice.
 */
export async function runStep(db: Db, stored: StoredImport, actor: Actor): Promise<void> {
  const first = await listWaitingLines(db, stored.id, ['create'], 1);
  if (stored.findings.newNames?.some(({ willBeMade }) => willBeMade)) await makeGroups(db, stored, actor);
  const vocabulary = await readVocabulary(db);
  if (first.length > 0 && (await createPeople(db, stored, actor, vocabulary))) return;
  const lines = await listWaitingLines(db, stored.id, ['change', 'reactivate', 'leave'], peopleAtOnce);
  for (const line of lines) await changePerson(db, stored, actor, line, vocabulary);
  if (lines.length === 0) await finish(db, stored);
}

async function finish(db: Db, stored: StoredImport): Promise<void> {
  await transact(db, async (transaction) => {
    const now = await lockImport(transaction, stored.id);
    if (now?.state !== 'running') return;
    await updateImport(transaction, stored.id, { state: 'done', done_at: new Date().toISOString() });
  });
}
