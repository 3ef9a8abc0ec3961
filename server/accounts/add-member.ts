import type { InputOf } from '../../contract/endpoint.ts';
import type { addMember, resendInvitation } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { assertMayGiveIn, getVisibleUser } from '../members/gate.ts';
import { getLockedOrganisation, getOrganisation } from '../members/get-organisation.ts';
import { describeMember } from '../members/list-members.ts';
import { findMember, insertMembers } from '../members/members.sql.ts';
import type { StoredOrganisation } from '../organisations/organisations.sql.ts';
import { putMail } from '../outbox/put-mail.ts';
import { getRoles, type StoredRole } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, findUserByEmail, type UserRow } from '../users/users.sql.ts';
import { addAccount, retryingUsername } from './add-account.ts';
import { nameFromEmail } from './name-from-email.ts';

type Input = InputOf<typeof addMember>;

/**
 * Adds a member to an organisation: somebody who is known already becomes one at once and is told by mail; of
 * somebody new the address is enough, and they stand as pending until they have confirmed it.
 */
export const addMemberAct: Act<typeof addMember> = async (db, actor, input) => {
  const organisation = await getOrganisation(db, actor, input.organisation, 'members.manage');
  const [role] = await getRoles(db, 'organisation', [input.role], 'role');
  if (!role) throw new Refused('roles.unknown');
  assertMayGiveIn(actor, organisation.id, role);
  const userId = await addSomebody(db, actor, organisation, role, input);
  const member = await findMember(db, organisation.id, userId);
  if (!member) throw new Refused('members.not-found');
  return describeMember(actor, organisation.id, member);
};

/** Adds whoever is meant; returns their id. Also used when a request is approved, in the name of who approves. */
export async function addSomebody(
  db: Db,
  actor: Actor,
  organisation: StoredOrganisation,
  role: StoredRole,
  { user, email }: Pick<Input, 'user' | 'email'>,
): Promise<string> {
  if ((user === undefined) === (email === undefined)) throw refuseField('request.invalid', 'email');
  const known =
    user === undefined ? await findUserByEmail(db, email ?? '') : await getVisibleUser(db, actor, user);
  if (known) return addKnown(db, actor, organisation, role, known.id);
  await assertMayInvite(db, actor);
  return retryingUsername(true, (again) => inviteNew(db, actor, organisation, role, email ?? '', again));
}

async function addKnown(
  db: Db,
  actor: Actor,
  organisation: StoredOrganisation,
  role: StoredRole,
  userId: string,
): Promise<string> {
  return transact(db, async (transaction) => {
    const user = await findUser(transaction, userId);
    if (!user) throw new Refused('users.not-found');
    if (await findMember(transaction, organisation.id, userId)) throw refuseField('members.already', 'email');
    await insertMembers(transaction, [{ userId, organisationId: organisation.id, roleId: role.id }]);
    await tellNewMember(transaction, actor, user, organisation);
    await recordDeeds(transaction, actor, [
      {
        action: 'members.added',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [
          { field: 'organisation', from: null, to: organisation.name },
          { field: 'organisationRole', from: null, to: role.key ?? role.name },
        ],
      },
    ]);
    return userId;
  });
}

/** Who has not activated the account yet is asked in once more; who has ended gets no mail about a closed door. */
async function tellNewMember(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  organisation: StoredOrganisation,
): Promise<void> {
  if (user.standing === 'ended') return;
  if (user.activated_at === null) {
    await putActivationMail(transaction, actor, user);
    return;
  }
  const by = actor.userId ? await findUser(transaction, actor.userId) : undefined;
  await putMail(transaction, {
    kind: 'made-member',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name, by: by ? nameOf(by) : null, belongsTo: organisation.name },
  });
}

/** The switch of the installation stops organisation administrators, not those who may add people anyway. */
async function assertMayInvite(db: Db, actor: Actor): Promise<void> {
  if (actor.permissions.has('users.create')) return;
  const { organisationsMayInvite } = await readSettings(db);
  if (!organisationsMayInvite) throw refuseField('members.inviting-is-off', 'email');
}

async function inviteNew(
  db: Db,
  actor: Actor,
  organisation: StoredOrganisation,
  role: StoredRole,
  email: string,
  again: boolean,
): Promise<string> {
  const settings = await readSettings(db);
  const startsOn = await ensureToday(db);
  return transact(db, async (transaction) => {
    await getLockedOrganisation(transaction, actor, organisation.id, 'members.manage');
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
      startsOn,
      leavesOn: null,
      roles: [],
      organisations: [{ organisationId: organisation.id, role }],
      groups: [],
      invite: true,
      again,
    });
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
    await putActivationMail(transaction, actor, user);
    await recordDeeds(transaction, actor, [
      { action: 'users.invited', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
    return describeMember(actor, organisation.id, member);
  });
};
