import type { Db } from '../db/transact.ts';
import type { StoredShift } from './shifts.sql.ts';

type Told = Record<'employee' | 'activity' | 'startsAt' | 'endsAt', unknown>;

export const nothing: Told = { employee: null, activity: null, startsAt: null, endsAt: null };

/** Shifts for the audit, in the same order: people by their number, which names nobody when they are gone. */
export async function tellShifts(db: Db, shifts: StoredShift[]): Promise<Told[]> {
  const users = [...new Set(shifts.flatMap(({ user }) => user ?? []))];
  const kinds = [...new Set(shifts.map(({ activity }) => activity))];
  const people = await db
    .selectFrom('users')
    .select(['id', 'number'])
    .where('id', 'in', [...users, noId])
    .execute();
  const named = await db.selectFrom('activities').select(['id', 'name']).where('id', 'in', kinds).execute();
  const numbers = new Map(people.map(({ id, number }) => [id, String(number)]));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return shifts.map(({ user, activity, startsAt, endsAt }) => ({
    employee: (user && numbers.get(user)) ?? null,
    activity: names.get(activity) ?? null,
    startsAt,
    endsAt,
  }));
}

/** SQL has no empty list. */
const noId = '00000000-0000-0000-0000-000000000000';
