import type { declineInvitation } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { findActivation } from '../invitations/activate-account.ts';
import { isOnlyInvited } from '../invitations/invitation.sql.ts';
import { listAdministratorsOf, listMembershipsOf } from '../members/members.sql.ts';
import { putMail } from '../outbox/put-mail.ts';
import { deleteCounts } from '../sign-in/counts.sql.ts';
import { takeLink } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, lockUserRow, type UserRow } from '../users/users.sql.ts';
import { erasePerson } from './end-account.ts';

/**
 * Somebody who was asked in by address alone says no. Nothing of them stays: they never asked to be known. Whoever
 * invited them, and who administrates the organisations, hear of it.
 */
export const declineInvitationAct: Act<typeof declineInvitation> = async (db, actor, { token }) => {
  const day = await ensureToday(db);
  const found = await findActivation(db, token);
  if (!found) throw new Refused('links.invalid');
  const { link } = found;
  if (link.expired) throw new Refused('links.expired');
  await transact(db, async (transaction) => {
    await deleteCounts(transaction, link.userId);
    const user = await lockUserRow(transaction, link.userId);
    if (!user || !(await takeLink(transaction, link.id)) || !(await isOnlyInvited(transaction, user))) {
      throw new Refused('links.invalid');
    }
    await tellInviters(transaction, user, link.madeBy);
    await erasePerson(transaction, actor, user, day, 'invitations.declined');
  });
  return undefined;
};

async function tellInviters(transaction: Db, user: UserRow, inviterId: string | null): Promise<void> {
  for (const { organisationId, organisationName } of await listMembershipsOf(transaction, user.id, null)) {
    const administrators = await listAdministratorsOf(transaction, organisationId);
    const inviter = inviterId ? await findUser(transaction, inviterId) : undefined;
    const told = [...administrators, ...(inviter?.standing === 'present' ? [inviter] : [])];
    for (const person of new Map(told.map((one) => [one.id, one])).values()) {
      await putMail(transaction, {
        kind: 'invitation-declined',
        user: { id: person.id, name: nameOf(person), email: person.email },
        to: person.email,
        language: person.language,
        values: { firstName: person.first_name, belongsTo: organisationName, about: user.email },
      });
    }
  }
}
