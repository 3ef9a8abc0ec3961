import { sql } from 'kysely';
import type { addGroupMembers, changeGroupMember, removeGroupMember } from '../../contract/groups.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { changesBetween, type RecordedDeed, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { fieldOfKind } from '../held-fields/held-fields.ts';
import { getVisibleUser } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { nameOf } from '../users/name-of.ts';
import {
  deleteGroupLinks,
  findGroupMember,
  insertGroupMembers,
  updateGroupMember,
} from './group-links.sql.ts';
import { lockGroup, type StoredGroup } from './groups.sql.ts';
import { todayHere } from './list-groups.ts';

/** Links many people at once, each with a line in their own history. */
export const addGroupMembersAct: Act<typeof addGroupMembers> = async (db, actor, { id, users, since }) => {
  const day = since ?? (await todayHere(db));
  return transact(db, async (transaction) => {
    const group = await getLocked(transaction, id);
    await assertAllVisible(transaction, actor, users);
    await assertNotHeld(transaction, actor, users, [fieldOfKind[group.kind]]);
    const added = await insertGroupMembers(transaction, id, users, day);
    await recordDeeds(
      transaction,
      actor,
      added.map((userId) =>
        deed('groups.member-added', group, userId, [{ field: 'groups', from: null, to: group.name }]),
      ),
    );
    return { added: added.length };
  });
};

export const changeGroupMemberAct: Act<typeof changeGroupMember> = async (
  db,
  actor,
  { id, user, ...given },
) =>
  transact(db, async (transaction) => {
    const group = await getLocked(transaction, id);
    const person = await getVisibleUser(transaction, actor, user);
    const member = await findGroupMember(transaction, id, user);
    if (!member) throw new Refused('members.not-found');
    const before = { since: member.since, until: member.until, manager: member.is_manager };
    const after = { ...before, ...given };
    const changes = changesBetween<Record<string, unknown>>(before, after);
    // To end a link on a day is to take it away.
    const ends = changes.some(({ field }) => field === 'until');
    if (ends) await assertNotHeld(transaction, actor, user, [fieldOfKind[group.kind]]);
    if (changes.length > 0) {
      await updateGroupMember(transaction, id, user, after);
      await recordDeeds(transaction, actor, [deed('groups.member-changed', group, user, changes)]);
    }
    return { id: user, name: nameOf(person), email: person.email, state: person.state, ...after };
  });

export const removeGroupMemberAct: Act<typeof removeGroupMember> = async (db, actor, { id, user }) => {
  await transact(db, async (transaction) => {
    const group = await getLocked(transaction, id);
    await getVisibleUser(transaction, actor, user);
    if (!(await findGroupMember(transaction, id, user))) throw new Refused('members.not-found');
    await assertNotHeld(transaction, actor, user, [fieldOfKind[group.kind]]);
    await deleteGroupLinks(transaction, user, [id]);
    await recordDeeds(transaction, actor, [
      deed('groups.member-removed', group, user, [{ field: 'groups', from: group.name, to: null }]),
    ]);
  });
  return undefined;
};

async function getLocked(transaction: Db, id: string): Promise<StoredGroup> {
  const group = await lockGroup(transaction, id);
  if (!group) throw new Refused('groups.not-found');
  return group;
}

async function assertAllVisible(db: Db, actor: Actor, users: string[]): Promise<void> {
  const wanted = [...new Set(users)];
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from users u
    where u.id = any(${wanted}::uuid[]) and ${visibleUsers(actor) ?? sql`true`}`.execute(db);
  if (rows[0]?.count !== wanted.length) {
    throw new Refused('users.not-found', { fields: [{ field: 'users', code: 'users.not-found' }] });
  }
}

function deed(
  action: string,
  group: StoredGroup,
  userId: string,
  changes: RecordedDeed['changes'],
): RecordedDeed {
  const named = [
    ...(changes ?? []),
    ...(changes?.some(({ field }) => field === 'groups')
      ? []
      : [{ field: 'group', from: null, to: group.name }]),
  ];
  return { action, target: { kind: 'user', id: userId }, about: userId, changes: named };
}
