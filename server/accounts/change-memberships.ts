import type {
  addStaffMembership,
  changeStaffMembership,
  removeStaffMembership,
} from '../../contract/employees.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import {
  belongsOn,
  deleteStaffMembership,
  insertStaffMemberships,
  listStaffMemberships,
  type StaffMembership,
  updateStaffMembership,
} from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { assertVersion, updateVersion } from '../users/users.sql.ts';
import { endDoors, lockToEnd } from './lock-to-end.ts';

/** Adds a period; several may lie ahead and behind, as long as none overlaps another. */
export async function addStaffMembershipAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof addStaffMembership>>,
): Promise<void> {
  const day = await ensureToday(db);
  const { id, startsOn, leavesOn, version } = input;
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertMayTouch(transaction, actor, user, 'days', day);
    assertVersion(user, version);
    await assertNotHeld(transaction, actor, id, ['startsOn', 'leavesOn']);
    await insertStaffMemberships(transaction, [{ userId: id, startsOn, leavesOn }]);
    await finish(transaction, actor, id, 'users.period-added', changesOf(null, { startsOn, leavesOn }));
  });
}

/** Moves the first or the last day of a period. */
export async function changeStaffMembershipAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof changeStaffMembership>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    await lockToEnd(transaction, actor, input, 'days', day);
    const period = await getPeriod(transaction, input.id, input.membership);
    const { startsOn = period.startsOn, leavesOn = period.leavesOn } = input;
    if (leavesOn !== null && leavesOn < startsOn) {
      throw refuseField('employment.leave-before-start', 'leavesOn');
    }
    const changes = changesOf(period, { startsOn, leavesOn });
    if (changes.length === 0) return;
    await assertNotHeld(
      transaction,
      actor,
      input.id,
      changes.map(({ field }) => field),
    );
    await updateStaffMembership(transaction, period.id, { startsOn, leavesOn });
    if (!(await belongsOn(transaction, input.id, day))) await endDoors(transaction, input.id);
    await finish(transaction, actor, input.id, 'users.period-changed', changes);
  });
}

/** Removes a period as if it had never been. */
export async function removeStaffMembershipAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof removeStaffMembership>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    await lockToEnd(transaction, actor, input, 'days', day);
    const period = await getPeriod(transaction, input.id, input.membership);
    await assertNotHeld(transaction, actor, input.id, ['startsOn', 'leavesOn']);
    await deleteStaffMembership(transaction, period.id);
    if (!(await belongsOn(transaction, input.id, day))) await endDoors(transaction, input.id);
    await finish(transaction, actor, input.id, 'users.period-removed', changesOf(period, null));
  });
}

async function getPeriod(transaction: Db, userId: string, id: string): Promise<StaffMembership> {
  const period = (await listStaffMemberships(transaction, userId)).find((one) => one.id === id);
  if (!period) throw new Refused('employment.not-found');
  return period;
}

type Days = Pick<StaffMembership, 'startsOn' | 'leavesOn'>;
const none = { startsOn: null, leavesOn: null };

function changesOf(before: Days | null, after: Days | null): Change[] {
  const days = (one: Days | null) => (one ? { startsOn: one.startsOn, leavesOn: one.leavesOn } : none);
  return changesBetween<Record<string, unknown>>(days(before), days(after));
}

async function finish(
  transaction: Db,
  actor: Actor,
  userId: string,
  action: string,
  changes: Change[],
): Promise<void> {
  await updateVersion(transaction, userId);
  await recordDeeds(transaction, actor, [
    { action, target: { kind: 'user', id: userId }, about: userId, changes },
  ]);
}
