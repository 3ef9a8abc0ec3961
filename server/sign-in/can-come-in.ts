import type { Db } from '../db/transact.ts';
import { belongsOn } from '../employment/employment.sql.ts';
import type { UserRow } from '../users/users.sql.ts';

/** Activated, and a staff membership covers this day. */
export async function canComeIn(
  db: Db,
  user: Pick<UserRow, 'id' | 'activated_at'>,
  day: string,
): Promise<boolean> {
  return user.activated_at !== null && (await belongsOn(db, user.id, day));
}
