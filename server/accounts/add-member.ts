import type { InputOf } from '../../contract/endpoint.ts';
import type { addMember } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { assertOtherRemains, getMember } from '../members/change-members.ts';
import { assertMayGiveIn, getVisibleUser, isVisible } from '../members/gate.ts';
import { getLockedOrganisation } from '../members/get-organisation.ts';
import { describeMember } from '../members/list-members.ts';
import { findMember, insertMembers, updateMemberRole } from '../members/members.sql.ts';
import { putMail } from '../outbox/put-mail.ts';
import { getRoles, type StoredRole } from '../roles/roles.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, findUserByEmail, lockUserRow, type UserRow } from '../users/users.sql.ts';
import { membershipChanges, type NewMembership, retryingTaken } from './add-account.ts';
import { assertMayInvite, inviteMember } from './invite-member.ts';

type Who = Pick<InputOf<typeof addMember>, 'user' | 'email'>;

/**
 * Adds a member to an organisation: somebody who is known already becomes one at once and is told by mail; of
 * somebody new the address is enough, and they stand as pending until they have confirmed it.
 */
export const addMemberAct: Act<typeof addMember> = async (db, actor, { organisation, role, ...who }) => {
  return addingSomebody(db, async (transaction, again) => {
    const userId = await addSomebody(transaction, actor, organisation, role, who, again);
    const member = await findMember(transaction, organisation, userId);
    if (!member) throw new Refused('members.not-found');
    return describeMember(actor, organisation, member);
  });
};

/** A transaction in which somebody is added; it begins anew when the address or the username was taken meanwhile. */
export function addingSomebody<T>(db: Db, work: (transaction: Db, again: boolean) => Promise<T>): Promise<T> {
  return retryingTaken(['users.username-taken', 'users.email-taken'], (again) =>
    transact(db, (transaction) => work(transaction, again)),
  );
}

/** Adds whoever is meant; returns their id. Also used when a request is approved, in the name of who approves. */
export async function addSomebody(
  transaction: Db,
  actor: Actor,
  organisationId: string,
  roleReference: string,
  { user, email }: Who,
  again: boolean,
): Promise<string> {
  if ((user === undefined) === (email === undefined)) throw refuseField('request.invalid', 'email');
  const organisation = await getLockedOrganisation(transaction, actor, organisationId, 'members.manage');
  const role = await getRoleToGive(transaction, actor, organisation.id, roleReference);
  const known =
    user === undefined
      ? await findUserByEmail(transaction, email ?? '')
      : await getVisibleUser(transaction, { ...actor, exercises: 'users.view' }, user);
  if (!known || !(await isVisible(transaction, actor, known.id))) await assertMayInvite(transaction, actor);
  const membership = { organisation, role };
  if (!known) return inviteMember(transaction, actor, membership, email ?? '', again);
  await addKnown(transaction, actor, membership, known);
  return known.id;
}

/** A role in this organisation that the actor may give there. */
export async function getRoleToGive(
  db: Db,
  actor: Actor,
  organisationId: string,
  reference: string,
): Promise<StoredRole> {
  const [role] = await getRoles(db, 'organisation', [reference], 'role');
  if (!role) throw new Refused('roles.unknown');
  assertMayGiveIn(actor, organisationId, role);
  return role;
}

async function addKnown(
  transaction: Db,
  actor: Actor,
  membership: NewMembership,
  known: UserRow,
): Promise<void> {
  const { organisation } = membership;
  // Two organisations may ask the same person in: the second waits here, before it has written anything.
  const user = await lockUserRow(transaction, known.id);
  if (!user) throw new Refused('users.email-taken');
  const member = await findMember(transaction, organisation.id, user.id);
  if (member?.activated_at === null && user.standing !== 'ended') {
    return inviteAgain(transaction, actor, user, membership);
  }
  if (member) throw refuseField('members.already', 'email');
  await joinKnown(transaction, actor, membership, user);
  await tellNewMember(transaction, actor, user, organisation.name);
}

/** Makes somebody who is known a member without telling them. */
export async function joinKnown(
  transaction: Db,
  actor: Actor,
  membership: NewMembership,
  user: { id: string },
): Promise<void> {
  const { organisation, role } = membership;
  await insertMembers(transaction, [{ userId: user.id, organisationId: organisation.id, roleId: role.id }]);
  await recordDeeds(transaction, actor, [
    {
      action: 'members.added',
      target: { kind: 'user', id: user.id },
      about: user.id,
      changes: membershipChanges(membership),
    },
  ]);
}

/** Asking in somebody who stands there as pending is asking again: a mail that got lost is no reason to refuse. */
async function inviteAgain(
  transaction: Db,
  actor: Actor,
  user: UserRow,
  { organisation, role }: NewMembership,
): Promise<void> {
  const member = await getMember(transaction, actor, organisation.id, user.id);
  if (role.key !== 'organisation-administrator')
    await assertOtherRemains(transaction, organisation.id, member);
  await updateMemberRole(transaction, organisation.id, user.id, role.id);
  await putActivationMail(transaction, actor, user, { belongsTo: organisation.name });
  await recordDeeds(transaction, actor, [
    {
      action: 'users.invited',
      target: { kind: 'user', id: user.id },
      about: user.id,
      changes: membershipChanges({ organisation, role }),
    },
  ]);
}

/** Who has not activated the account yet is asked in once more; who has ended gets no mail about a closed door. */
async function tellNewMember(transaction: Db, actor: Actor, user: UserRow, belongsTo: string): Promise<void> {
  if (user.standing === 'ended') return;
  if (user.activated_at === null) {
    await putActivationMail(transaction, actor, user, { belongsTo });
    return;
  }
  const by = actor.userId ? await findUser(transaction, actor.userId) : undefined;
  await putMail(transaction, {
    kind: 'made-member',
    user: { id: user.id, name: nameOf(user), email: user.email },
    to: user.email,
    language: user.language,
    values: { firstName: user.first_name, by: by ? nameOf(by) : null, belongsTo },
  });
}
