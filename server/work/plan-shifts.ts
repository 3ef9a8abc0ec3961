import type { Actor } from '../act/actor.ts';
import { refuseField } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { findGroup } from '../groups/groups.sql.ts';
import { assertEverywhere, getVisibleUser } from '../members/gate.ts';
import { findShifts, insertShifts, type PlannedShift, type StoredShift } from './shifts.sql.ts';
import { nothing, tellShifts } from './tell-shifts.ts';

/** Adds shifts to a team: one by hand, or as many as a file holds. All of them, or none. */
export async function planShifts(
  transaction: Db,
  actor: Actor,
  timeZone: string,
  team: string,
  shifts: PlannedShift[],
): Promise<StoredShift[]> {
  for (const user of new Set(shifts.map((shift) => shift.user))) {
    await assertMayPlan(transaction, actor, user);
  }
  if ((await findGroup(transaction, team))?.kind !== 'team') throw refuseField('groups.unknown', 'team');
  const ids = await insertShifts(transaction, team, shifts);
  const made = await findShifts(transaction, timeZone, ids);
  const told = await tellShifts(transaction, made);
  await recordDeeds(
    transaction,
    actor,
    made.map(({ id, user }, index) => ({
      action: 'shifts.created',
      target: { kind: 'shift', id },
      about: user,
      changes: changesBetween(nothing, told[index] ?? nothing),
    })),
  );
  return made;
}

/** Open shifts are everybody's, so they are for who plans everybody. */
export async function assertMayPlan(db: Db, actor: Actor, user: string | null): Promise<void> {
  if (user === null) assertEverywhere(actor, 'schedule.change');
  else await getVisibleUser(db, actor, user);
}
