import { setTimeout as pause } from 'node:timers/promises';
import { bulkPermissions } from '../../contract/bulk.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { refusalOf } from '../http/write-problem.ts';
import { actorLater } from '../sign-in/actor-later.ts';
import {
  type CheckedPerson,
  listNext,
  listOpenRuns,
  moveRun,
  type StoredRun,
  settle,
  writeChecked,
} from './bulk.sql.ts';
import { doToOne } from './do-to-one.ts';

/** So many people of one run before the next one has its turn, and before it is asked anew who acts. */
const slice = 20;

const longestRest = 10;

/**
 * Works on every run that is open, in turns, until none is left or the signal says stop. Everybody has a transaction of
 * their own in which they are also marked as done: whatever dies in between, nothing is done twice.
 */
export async function workOnRuns(db: Db, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const open = await listOpenRuns(db);
    if (open.length === 0) return;
    for (const run of open) {
      if (signal?.aborted) return;
      const actor = await actorFor(db, run);
      const left = await (run.state === 'checking' ? checkSome : carryOutSome)(db, run, actor, signal);
      if (!left) await moveRun(db, run.id, [run.state], run.state === 'checking' ? 'checked' : 'done');
    }
  }
}

/** Lets the rest of the program at the database, for half as long as it was kept busy. */
async function rest(began: number): Promise<void> {
  await pause(Math.min((performance.now() - began) / 2, longestRest));
}

/** Who made the run, with the rights that they have now. */
async function actorFor(db: Db, { made_by, act, origin }: StoredRun): Promise<Actor | null> {
  const actor = await actorLater(db, made_by, origin);
  const exercises = bulkPermissions[act.deed];
  return actor && holdsSomewhere(actor, exercises) ? { ...actor, exercises } : null;
}

/** Finds out whether it can be done by doing it and taking it back: no rule stands in two places. */
async function checkSome(
  db: Db,
  run: StoredRun,
  actor: Actor | null,
  signal?: AbortSignal,
): Promise<boolean> {
  const next = await listNext(db, run.id, 'waiting', slice);
  const checked: CheckedPerson[] = [];
  for (const { position, userId } of next) {
    if (signal?.aborted) break;
    const began = performance.now();
    const back = new Error('taken back');
    const refused = await refusalFrom(
      () =>
        transact(db, async (transaction) => {
          await attempt(transaction, run, actor, userId);
          throw back;
        }),
      back,
    );
    checked.push({ position, state: refused ? 'refused' : 'fits', why: refused?.code ?? null });
    await rest(began);
  }
  await writeChecked(db, run.id, checked);
  return next.length > 0;
}

async function carryOutSome(
  db: Db,
  run: StoredRun,
  actor: Actor | null,
  signal?: AbortSignal,
): Promise<boolean> {
  const next = await listNext(db, run.id, 'fits', slice);
  for (const { position, userId } of next) {
    if (signal?.aborted) break;
    const began = performance.now();
    const refused = await refusalFrom(() =>
      transact(db, async (transaction) => {
        const mine = await settle(transaction, run.id, position, 'done');
        if (mine) await attempt(transaction, run, actor, userId);
      }),
    );
    if (refused) await settle(db, run.id, position, 'refused', refused.code);
    await rest(began);
  }
  return next.length > 0;
}

async function attempt(transaction: Db, { act }: StoredRun, actor: Actor | null, userId: string | null) {
  if (!actor) throw new Refused('session.not-allowed');
  if (userId === null) throw new Refused('users.not-found');
  await doToOne(transaction, actor, act, userId);
}

/** What stands in the way of one person. What stands in the way of everybody, such as a database away, is thrown. */
async function refusalFrom(work: () => Promise<unknown>, expected?: Error): Promise<Refused | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error === expected) return null;
    const refused = refusalOf(error);
    if (refused?.status === 503) throw error;
    return refused ?? new Refused('server.failed', { values: { id: '' } });
  }
}
