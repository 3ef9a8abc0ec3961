import { getRoleToGive, joinKnown } from '../accounts/add-member.ts';
import { changeStaffMembershipAct } from '../accounts/change-memberships.ts';
import { setUserRolesAct } from '../accounts/change-rights.ts';
import { changeUserAct } from '../accounts/change-user.ts';
import { deactivateUserAct, reactivateUserAct } from '../accounts/end-account.ts';
import { setUserGroupsAct } from '../accounts/set-groups.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { getOrganisation } from '../members/get-organisation.ts';
import { lockAdministrators } from '../users/last-administrator.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { acting } from './import-actor.ts';
import { lockRow, markRow } from './import-rows.sql.ts';
import { lockImport } from './imports.sql.ts';
import { resolveGroups } from './make-groups.ts';
import { refuseRow } from './refuse-row.ts';
import { readSnapshot } from './snapshot.ts';
import type { PlannedDeed, StoredImport } from './stored-import.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Does what was planned for somebody who is there already, through the acts that the pages use, in one transaction
 * with the note that it was done. Refused when they were changed since the check.
 */
export async function changePerson(
  db: Db,
  stored: StoredImport,
  actor: Actor,
  line: number,
  vocabulary: Vocabulary,
): Promise<void> {
  try {
    await transact(db, async (transaction) => {
      const now = await lockImport(transaction, stored.id);
      const row = await lockRow(transaction, stored.id, line);
      const deed = row?.plan?.deed;
      if (now?.state !== 'running' || row?.state !== 'waiting' || !row.user_id || !deed) return;
      if (touchesPeriods(deed)) await lockAdministrators(transaction);
      const user = await lockUserRow(transaction, row.user_id);
      if (!user) throw new Refused('users.not-found');
      if (user.version !== row.plan?.version) throw new Refused('imports.changed-since');
      const before = await readSnapshot(transaction, user);
      await carryOut(transaction, actor, user.id, deed, vocabulary);
      const after = await lockUserRow(transaction, user.id);
      await markRow(transaction, stored.id, line, 'done', { before: { ...before, version: after?.version } });
    });
  } catch (error) {
    const row = await transact(db, (transaction) => lockRow(transaction, stored.id, line));
    if (row) await refuseRow(db, stored.id, row, error);
  }
}

function touchesPeriods({ startsOn, leavesOn, reactivateFrom }: PlannedDeed): boolean {
  return Boolean(startsOn || reactivateFrom) || leavesOn !== undefined;
}

async function carryOut(
  transaction: Db,
  actor: Actor,
  id: string,
  deed: PlannedDeed,
  vocabulary: Vocabulary,
): Promise<void> {
  const { fields, roles, groups, organisation } = deed;
  if (Object.keys(fields).length > 0) {
    await changeUserAct(transaction, acting(actor, 'users.change'), { id, ...fields });
  }
  if (roles) await setUserRolesAct(transaction, acting(actor, 'users.roles'), { id, roles });
  if (groups) {
    const wanted = resolveGroups(groups, vocabulary);
    await setUserGroupsAct(transaction, acting(actor, 'groups.change'), { id, groups: wanted });
  }
  if (organisation) await join(transaction, actor, id, organisation);
  if (touchesPeriods(deed)) await changePeriods(transaction, actor, id, deed);
}

async function changePeriods(
  transaction: Db,
  actor: Actor,
  id: string,
  { startsOn, membership, leavesOn, reactivateFrom }: PlannedDeed,
): Promise<void> {
  const ending = acting(actor, 'users.deactivate');
  if (reactivateFrom) await reactivateUserAct(transaction, ending, { id, startsOn: reactivateFrom });
  if (startsOn && membership) {
    await changeStaffMembershipAct(transaction, ending, { id, membership, startsOn });
  }
  if (leavesOn === null) await reactivateUserAct(transaction, ending, { id });
  else if (leavesOn !== undefined) await deactivateUserAct(transaction, ending, { id, leavesOn });
}

async function join(transaction: Db, actor: Actor, id: string, organisationId: string): Promise<void> {
  const managing = acting(actor, 'members.manage');
  const organisation = await getOrganisation(transaction, managing, organisationId, 'members.manage');
  const role = await getRoleToGive(transaction, managing, organisation.id, 'member');
  await joinKnown(transaction, managing, { organisation, role }, { id });
}
