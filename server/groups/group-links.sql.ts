import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { refuseField } from '../act/refused.ts';
import { insertMany } from '../db/insert-many.ts';
import type { Db } from '../db/transact.ts';
import { groupColumns, type StoredGroup } from './groups.sql.ts';

/** Links everybody of one group to another as well, with their dates; who is linked there already stays as they are. */
export async function moveLinks(transaction: Db, from: string, to: string): Promise<void> {
  await sql`
    insert into group_members (group_id, user_id, since, until, is_manager)
    select ${to}::uuid, user_id, since, until, is_manager from group_members where group_id = ${from}::uuid
    on conflict do nothing`.execute(transaction);
}

/** Takes everybody out of a group, and tells who that was. */
export async function deleteAllLinks(transaction: Db, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    delete from group_members where group_id = ${groupId}::uuid returning user_id`.execute(transaction);
  return rows.map((row) => row.user_id);
}

/** A group that somebody is linked to from the side of the person. */
export type GroupLink = { id: string; kind: StoredGroup['kind']; name: string };

export type LinkedGroup = StoredGroup & { since: string; until: string | null; manager: boolean };

/** What somebody is linked to, also links whose last day has passed. */
export async function listGroupsOf(db: Db, userId: string): Promise<LinkedGroup[]> {
  return db
    .selectFrom('group_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(groupColumns.map((column) => `g.${column}` as const))
    .select(['m.since', 'm.until', 'm.is_manager as manager'])
    .where('m.user_id', '=', userId)
    .orderBy('g.kind')
    .orderBy('g.name_key')
    .execute();
}

export async function insertGroupLinks(
  transaction: Db,
  userId: string,
  groups: GroupLink[],
  since: string,
): Promise<void> {
  if (groups.length === 0) return;
  await transaction
    .insertInto('group_members')
    .values(groups.map(({ id }) => ({ group_id: id, user_id: userId, since, until: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteGroupLinks(transaction: Db, userId: string, groupIds: string[]): Promise<void> {
  if (groupIds.length === 0) return;
  await transaction
    .deleteFrom('group_members')
    .where('user_id', '=', userId)
    .where('group_id', 'in', groupIds)
    .execute();
}

/** Links many people at once; who is linked already stays as they are. Returns who is new. */
export async function insertGroupMembers(
  transaction: Db,
  groupId: string,
  userIds: string[],
  since: string,
): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    insert into group_members (group_id, user_id, since)
    select ${groupId}::uuid, id, ${since}::date from unnest(${userIds}::uuid[]) id
    on conflict do nothing
    returning user_id`.execute(transaction);
  return rows.map((row) => row.user_id);
}

export type NewLink = { groupId: string; userId: string; since: string; manager: boolean };

/** Links people to groups from a day of their own each. */
export async function insertLinks(transaction: Db, links: NewLink[]): Promise<void> {
  await insertMany(
    transaction,
    'group_members',
    links.map(({ groupId, userId, since, manager }) => ({
      group_id: groupId,
      user_id: userId,
      since,
      until: null,
      is_manager: manager,
    })),
  );
}

export type GroupMember = {
  id: string;
  first_name: string;
  infix: string | null;
  last_name: string;
  email: string;
  state: 'pending' | 'active' | 'starting' | 'deactivated';
  sort_key: string;
  since: string;
  until: string | null;
  manager: boolean;
};

/** Who is linked to a group, by name, among those whom the condition on `u` lets through. */
export async function listGroupMembers(
  db: Db,
  groupId: string,
  visible: RawBuilder<SqlBool> | null,
  after: [string, string] | null,
  limit: number,
): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select u.id, u.first_name, u.infix, u.last_name, u.email, u.state, u.sort_key,
      m.since, m.until, m.is_manager as manager
    from group_members m join users u on u.id = m.user_id
    where m.group_id = ${groupId}::uuid and ${visible ?? sql`true`}
      and ${after === null ? sql`true` : sql`(u.sort_key, u.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by u.sort_key, u.id
    limit ${limit}`.execute(db);
  return rows;
}

export async function findGroupMember(db: Db, groupId: string, userId: string) {
  return db
    .selectFrom('group_members')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function updateGroupMember(
  transaction: Db,
  groupId: string,
  userId: string,
  change: { since: string; until: string | null; manager: boolean },
): Promise<void> {
  await transaction
    .updateTable('group_members')
    .set({ since: change.since, until: change.until, is_manager: change.manager })
    .where('group_id', '=', groupId)
    .where('user_id', '=', userId)
    .execute()
    .catch((error: unknown) => {
      const before =
        error instanceof Error &&
        'constraint' in error &&
        error.constraint === 'group_members_until_after_since';
      throw before ? refuseField('employment.leave-before-start', 'until') : error;
    });
}
