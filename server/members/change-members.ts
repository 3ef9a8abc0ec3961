import type { changeMember } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { getRoles, type StoredRole } from '../roles/roles.sql.ts';
import { assertMayGiveIn, isAboveIn } from './gate.ts';
import { getLockedOrganisation } from './get-organisation.ts';
import { describeMember } from './list-members.ts';
import {
  countOrganisationAdministrators,
  findMember,
  type StoredMember,
  updateMemberRole,
} from './members.sql.ts';

/** Gives a member another role: not above the own rights, and never to the last administrator. */
export const changeMemberAct: Act<typeof changeMember> = async (db, actor, input) => {
  const [role] = await getRoles(db, 'organisation', [input.role], 'role');
  if (!role) throw new Refused('roles.unknown');
  return transact(db, async (transaction) => {
    const organisation = await getLockedOrganisation(
      transaction,
      actor,
      input.organisation,
      'members.manage',
    );
    const member = await getMember(transaction, actor, organisation.id, input.member);
    assertMayGiveIn(actor, organisation.id, role);
    if (role.key !== 'organisation-administrator')
      await assertOtherRemains(transaction, organisation.id, member);
    if (member.role.id !== role.id) {
      await updateMemberRole(transaction, organisation.id, member.id, role.id);
      await record(transaction, actor, 'members.role-changed', member.id, [
        {
          field: 'organisation',
          from: organisation.name,
          to: organisation.name,
          organisation: organisation.id,
        },
        {
          field: 'organisationRole',
          from: nameOfRole(member.role),
          to: nameOfRole(role),
          organisation: organisation.id,
        },
      ]);
    }
    const now = await findMember(transaction, organisation.id, member.id);
    return describeMember(actor, organisation.id, now ?? member);
  });
};

/** A member whose role is not above what the actor may give there. */
export async function getMember(
  db: Db,
  actor: Actor,
  organisationId: string,
  userId: string,
): Promise<StoredMember> {
  const member = await findMember(db, organisationId, userId);
  if (!member) throw new Refused('members.not-found');
  if (isAboveIn(actor, organisationId, member.role)) throw refuseField('roles.above-you', 'role');
  return member;
}

/** The row of the organisation is locked, so that of two last administrators who go at once one stays. */
export async function assertOtherRemains(
  db: Db,
  organisationId: string,
  member: StoredMember,
): Promise<void> {
  if (member.role.key !== 'organisation-administrator') return;
  const others = await countOrganisationAdministrators(db, organisationId, member.id);
  if (others === 0) throw new Refused('members.last-administrator');
}

function nameOfRole(role: Pick<StoredRole, 'key' | 'name'>): string | null {
  return role.key ?? role.name;
}

async function record(
  db: Db,
  actor: Actor,
  action: string,
  userId: string,
  changes: Change[],
): Promise<void> {
  await recordDeeds(db, actor, [{ action, target: { kind: 'user', id: userId }, about: userId, changes }]);
}
