import {
  type changeView,
  type createView,
  type deleteView,
  type listViews,
  type View,
  viewsAtMost,
} from '../../contract/views.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import {
  countViews,
  deleteStoredView,
  insertView,
  listStoredViews,
  lockView,
  type StoredView,
  updateView,
} from './views.sql.ts';

/**
 * A shared view has no owner: whoever shares one gives it to the installation, and it stays when they leave. One's own
 * is as private as the choice of columns, so only what happens to shared ones is written down.
 */

export const listViewsAct: Act<typeof listViews> = async (db, actor) => ({
  items: (await listStoredViews(db, actor.userId)).map((view) => describe(actor, view)),
  mayShare: mayShare(actor),
});

export const createViewAct: Act<typeof createView> = async (db, actor, { shared, ...fields }) => {
  if (shared ? !mayShare(actor) : actor.userId === null) throw new Refused('session.not-allowed');
  const owner = shared ? null : actor.userId;
  return transact(db, async (transaction) => {
    if ((await countViews(transaction, owner)) >= viewsAtMost) throw new Refused('views.too-many');
    const view = await insertView(transaction, owner, fields);
    await record(transaction, actor, view, 'views.shared', [{ field: 'name', from: null, to: view.name }]);
    return describe(actor, view);
  });
};

export const changeViewAct: Act<typeof changeView> = async (db, actor, { id, ...given }) =>
  transact(db, async (transaction) => {
    const view = await lockToChange(transaction, actor, id);
    const after = { ...view, ...given };
    const changes = changesBetween(view, after);
    if (changes.length > 0) {
      await updateView(transaction, id, after);
      await record(transaction, actor, view, 'views.changed', changes);
    }
    return describe(actor, after);
  });

export const deleteViewAct: Act<typeof deleteView> = async (db, actor, { id }) => {
  await transact(db, async (transaction) => {
    const view = await lockToChange(transaction, actor, id);
    await deleteStoredView(transaction, id);
    await record(transaction, actor, view, 'views.deleted', [{ field: 'name', from: view.name, to: null }]);
  });
  return undefined;
};

function mayShare(actor: Actor): boolean {
  return actor.permissions.has('settings.change');
}

async function lockToChange(transaction: Db, actor: Actor, id: string): Promise<StoredView> {
  const view = await lockView(transaction, id, actor.userId);
  if (!view) throw new Refused('views.not-found');
  if (!describe(actor, view).mayChange) throw new Refused('session.not-allowed');
  return view;
}

function describe(actor: Actor, { id, owner, name, address }: StoredView): View {
  return { id, name, address, shared: owner === null, mayChange: owner !== null || mayShare(actor) };
}

async function record(
  transaction: Db,
  actor: Actor,
  { owner }: StoredView,
  action: string,
  changes: Change[],
): Promise<void> {
  if (owner !== null) return;
  await recordDeeds(transaction, actor, [
    { action, target: { kind: 'settings', id: null }, about: null, changes },
  ]);
}
