import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { seconds } from '../lib/days.ts';
import { newId } from '../lib/ids.ts';
import { getStarter } from './import-actor.ts';
import { claimImport, isAnyOpen, lockImport, releaseImports, updateImport } from './imports.sql.ts';
import { runStep } from './run-step.ts';
import type { StoredImport } from './stored-import.ts';
import { undoStep } from './undo-step.ts';

/** Jobs of this queue only say that there is something to look for. */
export const workQueue = 'imports.work';

/** Longer than any step takes; what a process that died was doing is taken over then. */
const lease = seconds(10);
const betweenLooks = seconds(1);

const steps = {
  checking: async (...given: Parameters<typeof runStep>) =>
    (await import('./check-step.ts')).checkStep(...given),
  running: runStep,
  undoing: undoStep,
};

/**
 * Works on all open imports, a step of each in turn, until none is left or the signal says stop. It stays while others
 * work on some, to take over from one that died.
 */
export async function workOnImports(db: Db, signal?: AbortSignal): Promise<void> {
  const worker = newId();
  try {
    while (!signal?.aborted) {
      const stored = await claimImport(db, worker, lease);
      if (stored) await takeStep(db, stored);
      else if (await isAnyOpen(db)) await pause(betweenLooks, undefined, { signal }).catch(() => undefined);
      else return;
    }
  } finally {
    await releaseImports(db, worker);
  }
}

async function takeStep(db: Db, stored: StoredImport): Promise<void> {
  const step = steps[stored.state as keyof typeof steps];
  try {
    await step(db, stored, await getStarter(db, stored));
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
    await stop(db, stored, error.code);
  }
}

/** Whoever started it may not import any more: what is done stays, the rest is not done. */
async function stop(db: Db, { id, state }: StoredImport, failure: string): Promise<void> {
  await transact(db, async (transaction) => {
    const now = await lockImport(transaction, id);
    if (now?.state !== state) return;
    const done = state === 'checking' ? {} : { done_at: new Date().toISOString() };
    await updateImport(transaction, id, { state: 'failed', failure, ...done });
  });
}
