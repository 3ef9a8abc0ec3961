import type { startBulk, stopBulk } from '../../contract/bulk.ts';
import type { Act } from '../act/act.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { bulkQueue } from './bulk.jobs.ts';
import { countOutcomes, moveRun } from './bulk.sql.ts';
import { assertPerson, describeRun, getOwnRun } from './describe-run.ts';

/** Begins, or goes on after a stop. Of two who press at once, one begins. */
export const startBulkAct: Act<typeof startBulk> = async (db, actor, { id, count }) => {
  assertPerson(actor);
  const run = await getOwnRun(db, actor, id);
  const { counts } = await countOutcomes(db, id);
  if (counts.fits === 0) throw new Refused('bulk.nobody');
  if (run.act.deed === 'delete' && count !== counts.fits) throw refuseField('bulk.wrong-count', 'count');
  await transact(db, async (transaction) => {
    // A preview that was stopped half-way cannot begin: nobody has seen what it would do.
    const ready = counts.waiting === 0 && (await moveRun(transaction, id, ['checked', 'stopped'], 'running'));
    if (!ready) throw new Refused('bulk.not-ready');
    await nudge(transaction, bulkQueue);
  });
  return describeRun(db, actor, await getOwnRun(db, actor, id));
};

/** Whoever is under way is still done; the others stay as they are. */
export const stopBulkAct: Act<typeof stopBulk> = async (db, actor, { id }) => {
  await getOwnRun(db, actor, id);
  if (!(await moveRun(db, id, ['checking', 'running'], 'stopped'))) throw new Refused('bulk.not-ready');
  return describeRun(db, actor, await getOwnRun(db, actor, id));
};
