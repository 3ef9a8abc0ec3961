import type { removeMember } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { freeLinks, isOnlyInvited } from '../invitations/invitation.sql.ts';
import { assertOtherRemains, getMember } from '../members/change-members.ts';
import { getLockedOrganisation } from '../members/get-organisation.ts';
import { deleteMember, listMembershipsOf } from '../members/members.sql.ts';
import { deleteCounts } from '../sign-in/counts.sql.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { erasePerson } from './end-account.ts';

/**
 * Takes somebody out, which revokes an open invitation. The account stays, so somebody who belongs nowhere else cannot
 * be taken out this way; unless nothing is there of them but the invitation, which is then forgotten.
 */
export const removeMemberAct: Act<typeof removeMember> = async (db, actor, input) => {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const organisation = await getLockedOrganisation(
      transaction,
      actor,
      input.organisation,
      'members.manage',
    );
    const member = await getMember(transaction, actor, organisation.id, input.member);
    await assertOtherRemains(transaction, organisation.id, member);
    const others = (await listMembershipsOf(transaction, member.id, null)).length - 1;
    if (others === 0) return forget(transaction, actor, member.id, day);
    await deleteMember(transaction, organisation.id, member.id);
    if (member.activated_at === null) await freeLinks(transaction, member.id);
    await recordDeeds(transaction, actor, [
      {
        action: 'members.removed',
        target: { kind: 'user', id: member.id },
        about: member.id,
        changes: [
          { field: 'organisation', from: organisation.name, to: null, organisation: organisation.id },
        ],
      },
    ]);
  });
  return undefined;
};

async function forget(transaction: Db, actor: Actor, userId: string, day: string): Promise<void> {
  await deleteCounts(transaction, userId);
  const user = await lockUserRow(transaction, userId);
  if (!user || !(await isOnlyInvited(transaction, user))) throw new Refused('members.only-organisation');
  await erasePerson(transaction, actor, user, day, 'invitations.revoked');
}
