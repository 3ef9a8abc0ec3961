import { erasePerson } from '../accounts/end-account.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { assertMayGive, lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { listRolesOf } from '../roles/roles.sql.ts';
import { assertOtherAdministrator, lockAdministrators } from '../users/last-administrator.ts';
import type { UserRow } from '../users/users.sql.ts';
import { forgetPerson, listDone, lockRow, markRow } from './import-rows.sql.ts';
import { lockImport, updateImport } from './imports.sql.ts';
import { restoreSnapshot, type Snapshot } from './snapshot.ts';
import type { StoredImport, StoredRow } from './stored-import.ts';
import { touchesOf } from './touches-of.ts';

const atOnce = 100;

/** Takes back the next people of a run; who was changed since, or may not be touched any more, stays as they are. */
export async function undoStep(db: Db, stored: StoredImport, actor: Actor): Promise<void> {
  const day = await ensureToday(db);
  const lines = await listDone(db, stored.id, atOnce);
  for (const line of lines) await undoRow(db, stored, actor, line, day);
  if (lines.length > 0) return;
  await transact(db, async (transaction) => {
    const now = await lockImport(transaction, stored.id);
    if (now?.state === 'undoing') await updateImport(transaction, stored.id, { state: 'undone' });
  });
}

async function undoRow(db: Db, stored: StoredImport, actor: Actor, line: number, day: string): Promise<void> {
  try {
    await transact(db, async (transaction) => {
      const now = await lockImport(transaction, stored.id);
      const row = await lockRow(transaction, stored.id, line);
      if (now?.state !== 'undoing' || row?.state !== 'done' || !row.user_id) return;
      await lockAdministrators(transaction);
      const user = await lockVisibleUser(transaction, actor, row.user_id);
      const before = row.before as (Snapshot & { created?: boolean }) | null;
      if (!before || user.version !== before.version) throw new Refused('imports.changed-since');
      const deed = before.created ? undefined : row.plan?.deed;
      for (const touch of deed ? touchesOf(deed) : (['security'] as const)) {
        await assertMayTouch(transaction, actor, user, touch, day);
      }
      await assertNotHeld(transaction, actor, user.id, fieldsOfPlan(row));
      await markRow(transaction, stored.id, line, 'undone');
      if (before.created) await forgetPerson(transaction, stored.id, line);
      if (before.created) await removeNew(transaction, actor, user, day);
      else await restore(transaction, actor, user, before, row, day);
    });
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
    await transact(db, (transaction) => markRow(transaction, stored.id, line, 'kept'));
  }
}

function fieldsOfPlan({ plan }: StoredRow): string[] {
  return (plan?.changes ?? []).map(({ field }) => field);
}

/** Whoever was added by mistake is erased: nobody had come in under that name yet. */
async function removeNew(transaction: Db, actor: Actor, user: UserRow, day: string): Promise<void> {
  if (user.activated_at !== null) throw new Refused('imports.changed-since');
  await erasePerson(transaction, actor, user, day, 'users.import-undone');
}

async function restore(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  before: Snapshot,
  { plan }: StoredRow,
  day: string,
): Promise<void> {
  const held = await listRolesOf(transaction, user.id);
  const taken = held.filter(({ id }) => !before.roles.some(({ roleId }) => roleId === id));
  assertMayGive(actor, taken);
  await restoreSnapshot(transaction, user, before);
  if (user.is_admin) await assertOtherAdministrator(transaction, user.id, day);
  const changes = (plan?.changes ?? []).map(({ field, from, to }) => ({ field, from: to, to: from }));
  await recordDeeds(transaction, actor, [
    { action: 'users.import-undone', target: { kind: 'user', id: user.id }, about: user.id, changes },
  ]);
}
