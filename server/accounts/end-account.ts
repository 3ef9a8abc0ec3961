import type { deactivateUser, deleteUser, reactivateUser } from '../../contract/accounts.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { eraseParts } from '../audit/audit.sql.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import {
  insertStaffMemberships,
  listStaffMemberships,
  updateStaffMembership,
} from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { deleteCounts } from '../sign-in/counts.sql.ts';
import { assertVersion, deleteUserRow, type UserRow, updateVersion } from '../users/users.sql.ts';
import { releaseShifts } from '../work/shifts.sql.ts';
import { endDoors, lockToEnd } from './lock-to-end.ts';

/**
 * Sets the last day. It may lie ahead, be moved, or lie in the past, and then counts at once. Everything else
 * stays, so that reactivating brings it back.
 */
export async function deactivateUserAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof deactivateUser>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockToEnd(transaction, actor, input, 'days', day);
    const current = await currentMembership(transaction, user, day);
    if (!current) throw new Refused('employment.ended-already');
    if (input.leavesOn < current.startsOn) throw refuseField('employment.leave-before-start', 'leavesOn');
    if (current.leavesOn === input.leavesOn) return;
    await assertNotHeld(transaction, actor, user.id, ['leavesOn']);
    await updateStaffMembership(transaction, current.id, { leavesOn: input.leavesOn });
    await updateVersion(transaction, user.id);
    if (input.leavesOn < day) await endDoors(transaction, user.id);
    await recordDeeds(transaction, actor, [
      {
        action: 'users.deactivated',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'leavesOn', from: current.leavesOn, to: input.leavesOn }],
      },
    ]);
  });
}

/** The period that covers this day, else the first one ahead. */
async function currentMembership(transaction: Db, user: UserRow, day: string) {
  const all = await listStaffMemberships(transaction, user.id);
  const open = all.filter(({ leavesOn }) => leavesOn === null || leavesOn >= day);
  return open.at(-1);
}

/** Adds a period from `startsOn` (default today); the old ones stay as history. An end that lies ahead is taken back. */
export async function reactivateUserAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof reactivateUser>>,
): Promise<void> {
  const day = await ensureToday(db);
  const startsOn = input.startsOn ?? day;
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertMayTouch(transaction, actor, user, 'days', day);
    assertVersion(user, input.version);
    const current = await currentMembership(transaction, user, day);
    if (current && current.leavesOn === null) throw new Refused('employment.present-already');
    await assertNotHeld(transaction, actor, user.id, current ? ['leavesOn'] : ['startsOn', 'leavesOn']);
    if (current) await updateStaffMembership(transaction, current.id, { leavesOn: null });
    else await insertStaffMemberships(transaction, [{ userId: user.id, startsOn, leavesOn: null }]);
    await updateVersion(transaction, user.id);
    await recordDeeds(transaction, actor, [
      {
        action: 'users.reactivated',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: current
          ? [{ field: 'leavesOn', from: current.leavesOn, to: null }]
          : [{ field: 'startsOn', from: null, to: startsOn }],
      },
    ]);
  });
}

/** Erases a person for good; the audit log keeps what was done, without names. */
export async function deleteUserAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof deleteUser>>,
): Promise<undefined> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    // The count comes first, as when wrong passwords are counted, so that the two never wait for each other.
    await deleteCounts(transaction, input.id);
    const user = await lockToEnd(transaction, actor, input, 'security', day);
    if (user.id === actor.userId) throw new Refused('users.yourself');
    if (!input.acknowledged) throw refuseField('users.not-acknowledged', 'acknowledged');
    await erasePerson(transaction, actor, user, day, 'users.deleted');
  });
  return undefined;
}

/** Erases somebody whose row is locked, and writes down that it happened, without the name. */
export async function erasePerson(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  day: string,
  action: 'users.deleted' | 'users.import-undone' | 'invitations.declined' | 'invitations.revoked',
): Promise<void> {
  await releaseShifts(transaction, user.id);
  await deleteUserRow(transaction, user, day);
  await eraseParts(transaction, [user.id]);
  await recordDeeds(transaction, actor, [
    {
      action,
      target: { kind: 'user', id: user.id },
      about: null,
      changes: [{ field: 'number', from: user.number, to: null }],
    },
  ]);
}
