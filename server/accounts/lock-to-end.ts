import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch, type Touch } from '../members/touch.ts';
import { revokeLinks } from '../sign-in/links.sql.ts';
import { deleteSessions } from '../sign-in/sessions.sql.ts';
import { assertOtherAdministrator, lockAdministrators } from '../users/last-administrator.ts';
import { assertVersion, type UserRow } from '../users/users.sql.ts';
import { assertStillAdministrator } from './change-rights.ts';

/** Whoever is about to end: open to the actor for this, and not the last administrator. */
export async function lockToEnd(
  transaction: Db,
  actor: Actor,
  { id, version }: { id: string; version?: number | undefined },
  touch: Touch,
  day: string,
): Promise<UserRow> {
  await lockAdministrators(transaction);
  if (actor.admin) await assertStillAdministrator(transaction, actor);
  const user = await lockVisibleUser(transaction, actor, id);
  await assertMayTouch(transaction, actor, user, touch, day);
  assertVersion(user, version);
  if (user.is_admin) await assertOtherAdministrator(transaction, user.id, day);
  return user;
}

/** Nobody could use them any more anyway: every request looks at the dates. This only leaves nothing lying about. */
export async function endDoors(transaction: Db, userId: string): Promise<void> {
  await deleteSessions(transaction, userId);
  await revokeLinks(transaction, userId, ['activation', 'reset', 'email']);
}
