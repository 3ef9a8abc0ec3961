import type { decideFileRun, runPersonnelFile } from '../../contract/personnel-files.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { startRun } from '../imports/change-import.ts';
import { acting } from '../imports/import-actor.ts';
import { lockImport } from '../imports/imports.sql.ts';
import { nudge } from '../jobs/leave-job.ts';
import { newId } from '../lib/ids.ts';
import { assertEverywhere } from '../members/gate.ts';
import { lockFile } from './files.sql.ts';
import { getFileRunAct, present } from './read-files.ts';
import { insertRun, lockRun, updateRun } from './runs.sql.ts';
import type { StoredFile } from './stored-file.ts';
import { filesQueue } from './work-on-files.ts';

/** Asks for a run now; it acts in the name of whoever saved the link, as on its schedule. */
export const runPersonnelFileAct: Act<typeof runPersonnelFile> = async (db, actor, { id, check, again }) => {
  const runId = newId();
  await transact(db, async (transaction) => {
    const file = present(await lockFile(transaction, id));
    assertEverywhere(actor, 'users.import');
    const began = await insertRun(transaction, {
      id: runId,
      file_id: id,
      state: 'fetching',
      is_check: check,
      again,
      cause: actor.kind === 'command-line' ? 'command-line' : 'user',
      started_by: actor.userId,
    });
    if (!began) throw new Refused('personnel-files.busy');
    await record(
      transaction,
      actor,
      check ? 'personnel-files.check-started' : 'personnel-files.run-started',
      file,
    );
    await nudge(transaction, filesQueue);
  });
  return getFileRunAct(db, actor, { id: runId });
};

/** Decides about a run that stopped at the brake. From here on it happens in the name of who lets it go on. */
export const decideFileRunAct: Act<typeof decideFileRun> = async (db, actor, input) => {
  assertEverywhere(actor, 'users.import');
  const { id, version, go, leaving } = input;
  await transact(db, async (transaction) => {
    const run = await lockRun(transaction, id);
    if (!run) throw new Refused('personnel-file-runs.not-found');
    if (version !== undefined && version !== run.version) {
      throw new Refused('request.stale', { values: { current: run.version } });
    }
    if (run.state !== 'waiting') throw new Refused('personnel-files.not-waiting');
    if (!go) {
      await updateRun(transaction, id, { state: 'discarded', done_at: new Date().toISOString() });
      const file = present(await lockFile(transaction, run.file_id));
      await record(transaction, actor, 'personnel-files.discarded', file);
      return;
    }
    const item = run.import_id === null ? undefined : await lockImport(transaction, run.import_id);
    if (item?.state !== 'checked') throw new Refused('imports.not-found');
    await updateRun(transaction, id, { state: 'running' });
    await startRun(transaction, acting(actor, 'users.import'), item, { leaving, newNames: null });
    await nudge(transaction, filesQueue);
  });
  return getFileRunAct(db, actor, { id });
};

async function record(
  transaction: Db,
  actor: Actor,
  action: string,
  { id, name }: StoredFile,
): Promise<void> {
  await recordDeeds(transaction, actor, [
    {
      action,
      target: { kind: 'personnel-file', id },
      about: null,
      changes: [{ field: 'personnelFile', from: null, to: name }],
    },
  ]);
}
