import type { previewDemo, removeDemo } from '../../contract/setup.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { deleteDemo, listTouchedByDemo } from '../demo/delete-demo.ts';
import { nameOf } from '../users/name-of.ts';

const namedAtMost = 50;

/** Who was added by hand and belongs to the demo: said before it is removed. */
export const previewDemoAct: Act<typeof previewDemo> = async (db) => {
  const touched = await listTouchedByDemo(db);
  return {
    people: touched.slice(0, namedAtMost).map(nameOf),
    count: touched.length,
    homeless: touched.filter(({ homeless }) => homeless).length,
  };
};

/** Removes the demo organisation and everybody in it, for good. Whoever was added by hand stays, and belongs somewhere. */
export const removeDemoAct: Act<typeof removeDemo> = async (db, actor) =>
  transact(db, async (transaction) => {
    const done = await deleteDemo(transaction);
    if (done === null) throw new Refused('setup.no-demo');
    const { removed, housed } = done;
    await recordDeeds(transaction, actor, [
      ...housed.map(({ userId, organisationId, organisationName }) => ({
        action: 'members.added',
        target: { kind: 'user' as const, id: userId },
        about: userId,
        changes: [{ field: 'organisation', from: null, to: organisationName, organisation: organisationId }],
      })),
      {
        action: 'setup.demo-removed',
        target: { kind: 'organisation', id: null },
        about: null,
        changes: [{ field: 'people', from: removed, to: 0 }],
      },
    ]);
    return { removed };
  });
