import type { listMembers, Member } from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { readNamePage } from '../act/name-page.ts';
import { roleName } from '../roles/role-name.ts';
import { nameOf } from '../users/name-of.ts';
import { mayManage } from './gate.ts';
import { getOrganisation } from './get-organisation.ts';
import { countMembers, listMembers as listRows, type StoredMember } from './members.sql.ts';

export const listMembersAct: Act<typeof listMembers> = async (db, actor, input) => {
  const { organisation, search = '', state, onlyHere = false, ...page } = input;
  await getOrganisation(db, actor, organisation, 'organisations.view');
  const wanted = { organisationId: organisation, search, states: state, onlyHere };
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listRows(db, wanted, after, limit),
      (member) => [member.sort_key, member.id],
      (member) => describeMember(actor, organisation, member),
    )),
    total: { count: await countMembers(db, wanted), exact: true },
  };
};

/** A member as the contract answers it, with what the actor may do. */
export function describeMember(actor: Actor, organisationId: string, member: StoredMember): Member {
  const manages = mayManage(actor, organisationId, member.role);
  const state = member.activated_at === null ? 'pending' : 'active';
  return {
    id: member.id,
    user: {
      id: member.id,
      number: member.number,
      username: member.username,
      name: nameOf(member),
      email: member.email,
      state: member.state,
      admin: member.is_admin,
    },
    role: { id: member.role.id, key: member.role.key, name: roleName(member.role, actor.language) },
    since: member.since.toString(),
    state,
    allowed: manages ? ['change-role', 'remove', ...(state === 'pending' ? (['resend'] as const) : [])] : [],
  };
}
