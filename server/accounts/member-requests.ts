import type { decideRequest, listRequests, MemberRequest, requestMember } from '../../contract/requests.ts';
import type { Act } from '../act/act.ts';
import { type Actor, holds, organisationsWhere } from '../act/actor.ts';
import { readNamePage } from '../act/name-page.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { getOrganisation } from '../members/get-organisation.ts';
import { findMember } from '../members/members.sql.ts';
import {
  countRequests,
  findRequest,
  insertRequest,
  listRequests as listRows,
  type StoredRequest,
  takeRequest,
} from '../members/requests.sql.ts';
import { roleName } from '../roles/role-name.ts';
import { nameOf } from '../users/name-of.ts';
import { findUserByEmail } from '../users/users.sql.ts';
import { addingSomebody, addSomebody, getRoleToGive } from './add-member.ts';
import { tellAsker, tellDeciders } from './tell-of-request.ts';

export const requestMemberAct: Act<typeof requestMember> = async (db, actor, input) => {
  const organisation = await getOrganisation(db, actor, input.organisation, 'members.manage');
  const role = await getRoleToGive(db, actor, organisation.id, input.role);
  if (await isMember(db, organisation.id, input.email)) throw refuseField('members.already', 'email');
  const day = await ensureToday(db);
  const id = await transact(db, async (transaction) => {
    const made = await insertRequest(transaction, {
      organisationId: organisation.id,
      email: input.email,
      roleId: role.id,
      note: input.note || null,
      by: actor.userId,
    });
    await tellDeciders(transaction, actor, { organisation, email: input.email, note: input.note }, day);
    await recordDeeds(transaction, actor, [
      {
        action: 'requests.created',
        target: { kind: 'organisation', id: organisation.id },
        about: actor.userId,
        changes: [
          { field: 'email', from: null, to: input.email },
          { field: 'organisationRole', from: null, to: role.key ?? role.name },
        ],
      },
    ]);
    return made;
  });
  return answer(db, actor, id);
};

export const listRequestsAct: Act<typeof listRequests> = async (
  db,
  actor,
  { state, organisation, ...page },
) => {
  const mine = actor.permissions.has('members.manage') ? null : organisationsWhere(actor, 'members.manage');
  const one = organisation && (mine === null || mine.includes(organisation)) ? [organisation] : [];
  const wanted = { state, organisations: organisation ? one : mine };
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listRows(db, wanted, after && { at: after[0], id: after[1] }, limit),
      (request) => [request.requested_at.toString(), request.id],
      (request) => describeRequest(actor, request),
    )),
    total: { count: await countRequests(db, wanted), exact: true },
  };
};

/** Approving does what the request asks for, in the name and with the rights of who approves. */
export const decideRequestAct: Act<typeof decideRequest> = async (db, actor, { id, approved }) => {
  const request = await findRequest(db, id);
  if (!request || !holds(actor, 'organisations.view', request.organisation.id)) {
    throw new Refused('requests.not-found');
  }
  const organisation = await getOrganisation(db, actor, request.organisation.id, 'users.create');
  await addingSomebody(db, async (transaction, again) => {
    if (!(await takeRequest(transaction, id, approved ? 'approved' : 'declined', actor.userId))) {
      throw new Refused('requests.decided-already');
    }
    const { email, role } = request;
    if (approved && !(await isMember(transaction, organisation.id, email))) {
      await addSomebody(transaction, actor, organisation.id, role.id, { email }, again);
    }
    await tellAsker(transaction, actor, request, approved);
    await recordDeeds(transaction, actor, [
      {
        action: approved ? 'requests.approved' : 'requests.declined',
        target: { kind: 'organisation', id: organisation.id },
        about: request.requested_by?.id ?? null,
        changes: [{ field: 'email', from: null, to: request.email }],
      },
    ]);
  });
  return answer(db, actor, id);
};

async function isMember(db: Db, organisationId: string, email: string): Promise<boolean> {
  const known = await findUserByEmail(db, email);
  return known !== undefined && (await findMember(db, organisationId, known.id)) !== undefined;
}

async function answer(db: Db, actor: Actor, id: string): Promise<MemberRequest> {
  const request = await findRequest(db, id);
  if (!request) throw new Refused('requests.not-found');
  return describeRequest(actor, request);
}

function describeRequest(actor: Actor, request: StoredRequest): MemberRequest {
  const named = (person: StoredRequest['requested_by']) => person && { id: person.id, name: nameOf(person) };
  return {
    id: request.id,
    organisation: request.organisation,
    email: request.email,
    role: { id: request.role.id, name: roleName(request.role, actor.language) },
    note: request.note,
    requestedBy: named(request.requested_by),
    requestedAt: request.requested_at.toString(),
    state: request.state,
    decidedBy: named(request.decided_by),
    decidedAt: request.decided_at?.toString() ?? null,
  };
}
