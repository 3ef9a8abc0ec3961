import type { changeGroup, createGroup, deleteGroup, Group } from '../../contract/groups.ts';
import type { Act } from '../act/act.ts';
import { type FieldRefusal, Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, type RecordedDeed, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { deleteAllLinks, moveLinks } from './group-links.sql.ts';
import {
  deleteGroup as deleteGroupRow,
  findGroup,
  type GroupFields,
  type GroupKind,
  insertGroup,
  lockGroup,
  type StoredGroup,
  updateGroup,
} from './groups.sql.ts';
import { getGroupAct } from './list-groups.ts';

const none = { description: null, email: null, displayName: null, code: null };

export const createGroupAct: Act<typeof createGroup> = async (db, actor, { kind, ...given }) => {
  const fields = { ...none, ...given };
  assertFits(kind, fields);
  const id = await transact(db, async (transaction) => {
    const made = await insertGroup(transaction, kind, fields);
    const changes = Object.entries({ kind, ...fields })
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({ field, from: null, to: value }));
    await recordDeeds(transaction, actor, [deed('groups.created', made, changes)]);
    return made;
  });
  return getGroupAct(db, actor, { id });
};

export const changeGroupAct: Act<typeof changeGroup> = async (db, actor, { id, version, ...given }) => {
  await transact(db, async (transaction) => {
    const group = await getLocked(transaction, id, version);
    const before: GroupFields = {
      name: group.name,
      description: group.description,
      email: group.email,
      displayName: group.displayName,
      code: group.code,
    };
    const after = { ...before, ...given };
    assertFits(group.kind, after);
    const changes = changesBetween<Record<string, unknown>>(before, after);
    if (changes.length === 0) return;
    await updateGroup(transaction, id, after);
    await recordDeeds(transaction, actor, [deed('groups.changed', id, changes)]);
  });
  return getGroupAct(db, actor, { id });
};

/** Deletes it; who is linked moves to another of the same kind or loses the link, each with a line in their history. */
export const deleteGroupAct: Act<typeof deleteGroup> = async (db, actor, { id, version, members }) => {
  await transact(db, async (transaction) => {
    const group = await getLocked(transaction, id, version);
    const linked = (await getGroupAct(transaction, actor, { id })).members;
    if (linked > 0 && members === undefined) throw refuseField('groups.in-use', 'members');
    const next =
      members === undefined || members === 'remove' ? null : await getNext(transaction, group, members);
    if (next) await moveLinks(transaction, id, next.id);
    const people = await deleteAllLinks(transaction, id);
    await deleteGroupRow(transaction, id);
    const changes = [{ field: 'groups', from: group.name, to: next?.name ?? null }];
    const action = next ? 'groups.member-moved' : 'groups.member-removed';
    await recordDeeds(transaction, actor, [
      ...people.map((userId) => ({
        action,
        target: { kind: 'user' as const, id: userId },
        about: userId,
        changes,
      })),
      deed('groups.deleted', id, [
        { field: 'name', from: group.name, to: null },
        { field: 'members', from: linked, to: members ?? null },
      ]),
    ]);
  });
  return undefined;
};

/** A mailbox has an address; the others have none. Only an administration has a code. */
function assertFits(kind: GroupKind, fields: Pick<Group, 'email' | 'displayName' | 'code'>): void {
  const wrong: FieldRefusal[] = [];
  if (kind === 'mailbox' && fields.email === null) wrong.push({ field: 'email', code: 'fields.required' });
  if (kind !== 'mailbox' && fields.email !== null) wrong.push({ field: 'email', code: 'fields.unknown' });
  if (kind !== 'mailbox' && fields.displayName !== null) {
    wrong.push({ field: 'displayName', code: 'fields.unknown' });
  }
  if (kind !== 'administration' && fields.code !== null)
    wrong.push({ field: 'code', code: 'fields.unknown' });
  if (wrong.length > 0) throw new Refused('request.invalid', { fields: wrong });
}

async function getLocked(transaction: Db, id: string, seen: number | undefined): Promise<StoredGroup> {
  const group = await lockGroup(transaction, id);
  if (!group) throw new Refused('groups.not-found');
  if (seen !== undefined && seen !== group.version) {
    throw new Refused('request.stale', { values: { current: group.version } });
  }
  return group;
}

async function getNext(transaction: Db, group: StoredGroup, id: string): Promise<StoredGroup> {
  const next = await findGroup(transaction, id);
  if (!next || next.id === group.id || next.kind !== group.kind) {
    throw refuseField('groups.unknown', 'members');
  }
  return next;
}

function deed(action: string, id: string, changes: Change[]): RecordedDeed {
  return { action, target: { kind: 'group', id }, about: null, changes };
}
