import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import type { UserRow } from '../users/users.sql.ts';
import { assertNotAbove } from './gate.ts';

/**
 * What an act changes of somebody: what an employer writes down about them, the days of their staff membership, or
 * anything that they come in by or get rights from.
 */
export type Touch = 'details' | 'days' | 'security';

/**
 * Whether this is changed also by who lacks a right of this person (decision 16): details, and the days of an account
 * that has not ended. To bring an ended account back gives its rights anew. Administrators are left to administrators.
 */
export function isOpenToAll(touch: Touch, user: Pick<UserRow, 'is_admin' | 'standing'>): boolean {
  if (user.is_admin || touch === 'security') return false;
  return touch === 'details' || user.standing !== 'ended';
}

export async function assertMayTouch(
  db: Db,
  actor: Actor,
  user: UserRow,
  touch: Touch,
  day: string,
): Promise<void> {
  if (!isOpenToAll(touch, user)) await assertNotAbove(db, actor, user, day);
}
