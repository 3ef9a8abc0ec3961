import type { Permission } from '../../contract/permissions.ts';
import type { userDeeds } from '../../contract/user-shapes.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { isAbove } from '../members/gate.ts';
import { isOpenToAll, type Touch } from '../members/touch.ts';
import type { UserRow } from '../users/users.sql.ts';

type UserDeed = (typeof userDeeds)[number];

const needed: Record<UserDeed, Permission | 'administrator'> = {
  change: 'users.change',
  'sign-in-names': 'users.change',
  roles: 'users.roles',
  security: 'users.security',
  'grant-admin': 'administrator',
  deactivate: 'users.deactivate',
  reactivate: 'users.deactivate',
  periods: 'users.deactivate',
  delete: 'users.delete',
  'welcome-mail': 'mail.resend',
  groups: 'groups.change',
};

/** What the actor may do to this person now, by the rules that the acts themselves hold to. */
export async function allowedDeeds(db: Db, actor: Actor, user: UserRow, day: string): Promise<UserDeed[]> {
  const above = await isAbove(db, actor, user, day);
  const open = (touch: Touch) => !above || isOpenToAll(touch, user);
  const possible: Record<UserDeed, boolean> = {
    change: open('details'),
    'sign-in-names': !above,
    roles: !above,
    security: !above,
    'grant-admin': true,
    deactivate: open('days') && user.standing !== 'ended',
    reactivate: open('days') && (user.standing === 'ended' || user.leaves_on !== null),
    periods: open('days'),
    delete: !above && user.id !== actor.userId,
    groups: true,
    'welcome-mail': !above && user.activated_at === null && user.standing !== 'ended',
  };
  return (Object.keys(needed) as UserDeed[]).filter((deed) => possible[deed] && holds(actor, needed[deed]));
}

function holds(actor: Actor, need: Permission | 'administrator'): boolean {
  return need === 'administrator' ? actor.admin : actor.permissions.has(need);
}
