import type { BulkAct } from '../../contract/bulk.ts';
import { setUserRolesAct } from '../accounts/change-rights.ts';
import { changeUserAct } from '../accounts/change-user.ts';
import { deactivateUserAct, deleteUserAct, reactivateUserAct } from '../accounts/end-account.ts';
import { sendWelcomeMailAct } from '../accounts/send-welcome-mail.ts';
import { setUserGroupsAct } from '../accounts/set-groups.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { listGroupsOf } from '../groups/group-links.sql.ts';
import { getRoles, listRolesOf } from '../roles/roles.sql.ts';
import { requireTwoFactorAct } from '../second-factors/guard-two-factor.ts';
import { unlockUserAct } from '../sign-in/guard-user.ts';
import { findUser } from '../users/users.sql.ts';

/**
 * Does it to one person, through the act that the call for one person has: the same rules, the same audit. Refuses
 * what changes nothing, so that nobody counts as done to whom nothing was done.
 */
export async function doToOne(transaction: Db, actor: Actor, act: BulkAct, id: string): Promise<void> {
  const before = await findUser(transaction, id);
  await perform(transaction, actor, act, id);
  const after = await findUser(transaction, id);
  if (before && after && before.version === after.version) throw new Refused('bulk.already-so');
}

async function perform(transaction: Db, actor: Actor, act: BulkAct, id: string): Promise<unknown> {
  switch (act.deed) {
    case 'welcome-mail':
      return sendWelcomeMailAct(transaction, actor, { id });
    case 'give-roles':
    case 'take-roles':
      return setUserRolesAct(transaction, actor, { id, roles: await rolesAfter(transaction, act, id) });
    case 'add-to-groups':
    case 'remove-from-groups':
      return setUserGroupsAct(transaction, actor, { id, groups: await groupsAfter(transaction, act, id) });
    case 'set-language':
      return changeUserAct(transaction, actor, { id, language: act.language });
    case 'set-time-zone':
      return changeUserAct(transaction, actor, { id, timeZone: act.timeZone });
    case 'require-two-factor':
      return requireTwoFactorAct(transaction, actor, { id, required: true });
    case 'unlock':
      return unlockUserAct(transaction, actor, { id });
    case 'set-leave-date':
      return deactivateUserAct(transaction, actor, { id, leavesOn: act.leavesOn });
    case 'reactivate':
      return reactivateUserAct(transaction, actor, { id, startsOn: act.startsOn });
    case 'delete':
      return deleteUserAct(transaction, actor, { id, acknowledged: true });
  }
}

type OnRoles = Extract<BulkAct, { roles: string[] }>;

/** The roles that somebody has then; those who keep one keep its last day. */
async function rolesAfter(transaction: Db, { deed, roles }: OnRoles, id: string): Promise<string[]> {
  const named = (await getRoles(transaction, 'installation', roles, 'roles')).map((role) => role.id);
  return join(
    (await listRolesOf(transaction, id)).map((role) => role.id),
    named,
    deed === 'give-roles',
  );
}

type OnGroups = Extract<BulkAct, { groups: string[] }>;

async function groupsAfter(transaction: Db, { deed, groups }: OnGroups, id: string): Promise<string[]> {
  return join(
    (await listGroupsOf(transaction, id)).map((group) => group.id),
    groups,
    deed === 'add-to-groups',
  );
}

function join(before: string[], named: string[], add: boolean): string[] {
  return add ? [...new Set([...before, ...named])] : before.filter((one) => !named.includes(one));
}
