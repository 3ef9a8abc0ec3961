import type { removeDemo } from '../../contract/setup.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { deleteDemo } from '../demo/delete-demo.ts';

/** Removes the demo organisation and everybody in it, for good. Whoever was added by hand stays. */
export const removeDemoAct: Act<typeof removeDemo> = async (db, actor) =>
  transact(db, async (transaction) => {
    const removed = await deleteDemo(transaction);
    if (removed === null) throw new Refused('setup.no-demo');
    await recordDeeds(transaction, actor, [
      {
        action: 'setup.demo-removed',
        target: { kind: 'organisation', id: null },
        about: null,
        changes: [{ field: 'people', from: removed, to: 0 }],
      },
    ]);
    return { removed };
  });
