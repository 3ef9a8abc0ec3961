import { sql } from 'kysely';
import type { RefusalCode } from '../../contract/refusals.ts';
import { refuseField } from '../act/refused.ts';
import { insertMany } from '../db/insert-many.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StaffMembership = { id: string; startsOn: string; leavesOn: string | null };

export async function listStaffMemberships(db: Db, userId: string): Promise<StaffMembership[]> {
  return db
    .selectFrom('staff_memberships')
    .select(['id', 'starts_on as startsOn', 'leaves_on as leavesOn'])
    .where('user_id', '=', userId)
    .orderBy('starts_on', 'desc')
    .execute();
}

export async function insertStaffMemberships(
  transaction: Db,
  memberships: { userId: string; startsOn: string; leavesOn: string | null }[],
  field = 'startsOn',
): Promise<void> {
  await insertMany(
    transaction,
    'staff_memberships',
    memberships.map(({ userId, startsOn, leavesOn }) => ({
      id: newId(),
      user_id: userId,
      starts_on: startsOn,
      leaves_on: leavesOn,
    })),
  ).catch((error: unknown) => refuseImpossible(error, field));
}

export async function updateStaffMembership(
  transaction: Db,
  id: string,
  { startsOn, leavesOn }: { startsOn?: string; leavesOn: string | null },
): Promise<void> {
  await transaction
    .updateTable('staff_memberships')
    .set({ leaves_on: leavesOn, ...(startsOn === undefined ? {} : { starts_on: startsOn }) })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => refuseImpossible(error, startsOn === undefined ? 'leavesOn' : 'startsOn'));
}

export async function deleteStaffMembership(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('staff_memberships').where('id', '=', id).execute();
}

/** Puts back the periods that somebody had before. */
export async function replaceStaffMemberships(
  transaction: Db,
  userId: string,
  memberships: StaffMembership[],
): Promise<void> {
  await transaction.deleteFrom('staff_memberships').where('user_id', '=', userId).execute();
  if (memberships.length === 0) return;
  await transaction
    .insertInto('staff_memberships')
    .values(
      memberships.map(({ id, startsOn, leavesOn }) => ({
        id,
        user_id: userId,
        starts_on: startsOn,
        leaves_on: leavesOn,
      })),
    )
    .execute();
}

const impossible: Record<string, RefusalCode> = {
  staff_memberships_leave_after_start: 'employment.leave-before-start',
  staff_memberships_overlap: 'employment.overlap',
};

function refuseImpossible(error: unknown, field: string): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  const code = impossible[constraint];
  throw code ? refuseField(code, field) : error;
}

/** True when a staff membership covers this day: read from the dates themselves, at the moment of asking. */
export async function belongsOn(db: Db, userId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from staff_memberships
    where user_id = ${userId} and starts_on <= ${day}::date and (leaves_on is null or leaves_on >= ${day}::date)
    limit 1`.execute(db);
  return rows.length > 0;
}
