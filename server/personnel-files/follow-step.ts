import { type Db, transact } from '../db/transact.ts';
import { brakeOf } from '../imports/brake.ts';
import { startRun } from '../imports/change-import.ts';
import { findImport, lockImport } from '../imports/imports.sql.ts';
import type { StoredImport } from '../imports/stored-import.ts';
import { endAlarm, raiseAlarm } from './alarm.ts';
import { getFileOwner } from './file-owner.ts';
import { lockFile, noteOnFile } from './files.sql.ts';
import { linkPeople } from './link-people.ts';
import { lockRun, updateRun } from './runs.sql.ts';
import { Trouble } from './sources/trouble.ts';
import type { StoredFile, StoredRun } from './stored-file.ts';

/** Takes a run on from where its import has come to. */
export async function followStep(db: Db, file: StoredFile, run: StoredRun): Promise<void> {
  const item = run.import_id === null ? undefined : await findImport(db, run.import_id);
  if (!item) throw new Trouble('import-gone');
  if (item.state === 'failed') throw new Trouble(item.failure ?? 'unexpected');
  if (item.state === 'checked') await afterCheck(db, file, run, item);
  else if (item.state === 'done') await end(db, file, run, item, 'done');
  else throw new Trouble('import-gone');
}

async function afterCheck(db: Db, file: StoredFile, run: StoredRun, item: StoredImport): Promise<void> {
  const { create = 0, change = 0, reactivate = 0, leave = 0 } = item.counts;
  if (run.is_check) return end(db, file, run, item, 'checked');
  if (create + change + reactivate + leave === 0) return end(db, file, run, item, 'done');
  const brake = brakeOf(item);
  if (brake?.stops) return waitForSomebody(db, file, run, item, brake);
  const actor = await getFileOwner(db, file);
  await transact(db, async (transaction) => {
    const now = await lockRun(transaction, run.id);
    const stored = await lockImport(transaction, item.id);
    if (now?.state !== 'checking' || stored?.state !== 'checked') return;
    await updateRun(transaction, run.id, { state: 'running', counts: JSON.stringify(countsOf(item)) });
    await startRun(transaction, actor, stored, { leaving: undefined, newNames: null });
  });
}

/** What became of the rows, without the numbers that only the check needs. */
function countsOf({ counts }: StoredImport) {
  const { invitable: _, otherMails: __, ...rest } = counts;
  return rest;
}

async function waitForSomebody(
  db: Db,
  file: StoredFile,
  run: StoredRun,
  item: StoredImport,
  { count, of }: { count: number; of: number },
): Promise<void> {
  await transact(db, async (transaction) => {
    const stored = await lockFile(transaction, file.id);
    const now = await lockRun(transaction, run.id);
    if (!stored || now?.state !== 'checking') return;
    await updateRun(transaction, run.id, {
      state: 'waiting',
      counts: JSON.stringify(countsOf(item)),
      failure_values: JSON.stringify({ count, of }),
    });
    await raiseAlarm(transaction, stored, { code: 'brake', values: { count, of } });
  });
}

async function end(
  db: Db,
  file: StoredFile,
  run: StoredRun,
  item: StoredImport,
  state: 'done' | 'checked',
): Promise<void> {
  const moment = new Date().toISOString();
  const linked = state === 'done' ? await linkPeople(db, file, item) : undefined;
  await transact(db, async (transaction) => {
    const stored = await lockFile(transaction, file.id);
    const now = await lockRun(transaction, run.id);
    if (!stored || (now?.state !== 'checking' && now?.state !== 'running')) return;
    await updateRun(transaction, run.id, { state, counts: JSON.stringify(countsOf(item)), done_at: moment });
    if (state === 'checked') return;
    await linked?.(transaction);
    // Somebody who saved the link meanwhile wants the file to be read anew.
    const isSame = stored.version === file.version;
    const { hash, etag, modified } = run;
    await noteOnFile(transaction, file.id, {
      done_at: moment,
      ...(isSame ? { done_hash: hash, done_etag: etag, done_modified: modified } : {}),
    });
    await endAlarm(transaction, stored);
  });
}
