import { setTimeout as pause } from 'node:timers/promises';
import { type Db, transact } from '../db/transact.ts';
import { workOnImports } from '../imports/work-on-imports.ts';
import { days, seconds } from '../lib/days.ts';
import { newId } from '../lib/ids.ts';
import { readSettings } from '../settings/read-settings.ts';
import { raiseAlarm } from './alarm.ts';
import { fetchStep, TakenOver } from './fetch-step.ts';
import { nextMoment } from './file-schedule.ts';
import { findFile, lockDueFiles, lockFile, noteOnFile } from './files.sql.ts';
import { followStep } from './follow-step.ts';
import {
  claimRun,
  discardOldRuns,
  insertRun,
  isAnyRunOpen,
  lockRun,
  releaseRuns,
  renewLease,
  updateRun,
} from './runs.sql.ts';
import { Trouble } from './sources/trouble.ts';
import type { StoredRun } from './stored-file.ts';
import { asTrouble } from './test-file.ts';

/** Jobs of this queue only say that there is something to look for. */
export const filesQueue = 'personnel-files.work';

/** What a process that died was doing is taken over after this long. */
const lease = seconds(10);
const betweenLooks = seconds(1);
const longestWait = days(14);

/**
 * Starts the runs whose time has come and takes all open ones to their end, until none is left or the signal says stop.
 * It stays while others work on some, to take over from one that died.
 */
export async function workOnPersonnelFiles(db: Db, signal?: AbortSignal): Promise<void> {
  const worker = newId();
  try {
    while (!signal?.aborted) {
      await startDue(db);
      const run = await claimRun(db, worker, lease);
      if (run) await keepingLease(db, run, worker, signal, (until) => takeStep(db, run, until));
      else if (await isAnyRunOpen(db))
        await pause(betweenLooks, undefined, { signal }).catch(() => undefined);
      else return;
    }
  } finally {
    await releaseRuns(db, worker);
  }
}

async function startDue(db: Db): Promise<void> {
  const { timeZone } = await readSettings(db);
  const now = Temporal.Now.instant();
  await discardOldRuns(db, now.subtract({ milliseconds: longestWait }));
  await transact(db, async (transaction) => {
    for (const file of await lockDueFiles(transaction)) {
      // Where one waits for somebody, this time is passed over.
      await insertRun(transaction, {
        id: newId(),
        file_id: file.id,
        state: 'fetching',
        is_check: false,
        again: false,
        cause: 'schedule',
      });
      await noteOnFile(transaction, file.id, {
        next_at: nextMoment(file.schedule, timeZone, now)?.toString() ?? null,
      });
    }
  });
}

/** Works for as long as it takes, and stops when somebody else has taken over. */
async function keepingLease(
  db: Db,
  run: StoredRun,
  worker: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const until = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal;
  const timer = setInterval(() => {
    renewLease(db, run.id, worker, lease).then(
      (kept) => kept || lost.abort(),
      () => lost.abort(),
    );
  }, lease / 3);
  try {
    await work(until);
  } catch (error) {
    // Stopped from outside: whoever comes next goes on from what is written down.
    if (!until.aborted && !(error instanceof TakenOver)) throw error;
  } finally {
    clearInterval(timer);
  }
}

async function takeStep(db: Db, run: StoredRun, signal: AbortSignal): Promise<void> {
  const file = await findFile(db, run.file_id);
  if (!file) return;
  try {
    if (run.state === 'fetching') return await fetchStep(db, file, run, signal);
    await workOnImports(db, signal);
    if (!signal.aborted) await followStep(db, file, run);
  } catch (error) {
    if (signal.aborted || error instanceof TakenOver) throw error;
    await fail(db, run, error);
  }
}

/** Ends a run that cannot go on; what is a fault of ours is told to the log as well. */
async function fail(db: Db, run: StoredRun, error: unknown): Promise<void> {
  const known = explain(error);
  const trouble = known ?? new Trouble('unexpected');
  await transact(db, async (transaction) => {
    const file = await lockFile(transaction, run.file_id);
    const now = await lockRun(transaction, run.id);
    if (!file || now?.state !== run.state) return;
    await updateRun(transaction, run.id, {
      state: 'failed',
      failure: trouble.code,
      failure_values: JSON.stringify(trouble.values),
      done_at: new Date().toISOString(),
    });
    if (!run.is_check) await raiseAlarm(transaction, file, trouble);
  });
  if (!known) throw error;
}

function explain(error: unknown): Trouble | undefined {
  try {
    return asTrouble(error);
  } catch {
    return undefined;
  }
}
