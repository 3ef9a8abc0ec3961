import type { resendInvitation } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { getLockedOrganisation } from '../members/get-organisation.ts';
import { describeMember } from '../members/list-members.ts';
import { findMember } from '../members/members.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUser } from '../users/users.sql.ts';
import { addAccount, type NewMembership } from './add-account.ts';
import { nameFromEmail } from './name-from-email.ts';

/**
 * The switch of the installation stops organisation administrators, not those who may add people anyway. Where it does,
 * an address that somebody elsewhere has answers like one that nobody has.
 */
export async function assertMayInvite(db: Db, actor: Actor): Promise<void> {
  if (actor.permissions.has('users.create')) return;
  const { organisationsMayInvite } = await readSettings(db);
  if (!organisationsMayInvite) throw refuseField('members.inviting-is-off', 'email');
}

/** Asks somebody in of whom only the address is known; the name is guessed from it. Returns the new id. */
export async function inviteMember(
  transaction: Db,
  actor: Actor,
  membership: NewMembership,
  email: string,
  again: boolean,
): Promise<string> {
  const settings = await readSettings(transaction);
  return addAccount(transaction, actor, {
    fields: {
      ...nameFromEmail(email),
      salutation: null,
      email,
      phone: null,
      mobile: null,
      jobTitle: null,
      personnelNumber: null,
      language: settings.language,
      timeZone: settings.timeZone,
    },
    username: undefined,
    nameGuessed: true,
    startsOn: await ensureToday(transaction),
    leavesOn: null,
    roles: [],
    organisations: [membership],
    groups: [],
    invite: true,
    again,
  });
}

/** Sends the invitation again; the link before it dies. */
export const resendInvitationAct: Act<typeof resendInvitation> = async (db, actor, input) => {
  await ensureToday(db);
  return transact(db, async (transaction) => {
    const organisation = await getLockedOrganisation(
      transaction,
      actor,
      input.organisation,
      'members.manage',
    );
    const member = await findMember(transaction, organisation.id, input.member);
    const user = member && (await findUser(transaction, member.id));
    if (!member || !user) throw new Refused('members.not-found');
    if (user.activated_at !== null) throw new Refused('users.activated-already');
    if (user.standing === 'ended') throw new Refused('users.cannot-deliver-yet');
    await putActivationMail(transaction, actor, user, { belongsTo: organisation.name });
    await recordDeeds(transaction, actor, [
      { action: 'users.invited', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
    return describeMember(actor, organisation.id, member);
  });
};
