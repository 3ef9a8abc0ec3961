import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { refuseField } from '../act/refused.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type GroupKind = Tables['groups']['kind'];

export type StoredGroup = {
  id: string;
  kind: GroupKind;
  name: string;
  description: string | null;
  email: string | null;
  displayName: string | null;
  code: string | null;
  version: number;
};

export type GroupFields = Pick<StoredGroup, 'name' | 'description' | 'email' | 'displayName' | 'code'>;

const columns = [
  'id',
  'kind',
  'name',
  'description',
  'email',
  'display_name as displayName',
  'code',
  'version',
] as const;

export async function findGroup(db: Db, id: string): Promise<StoredGroup | undefined> {
  return db.selectFrom('groups').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function lockGroup(transaction: Db, id: string): Promise<StoredGroup | undefined> {
  return transaction.selectFrom('groups').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findGroups(db: Db, ids: string[]): Promise<StoredGroup[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('groups').select(columns).where('id', 'in', ids).execute();
}

export async function insertGroup(
  transaction: Db,
  kind: GroupKind,
  fields: GroupFields,
  demo = false,
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('groups')
    .values({ id, kind, is_demo: demo, ...stored(fields) })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateGroup(transaction: Db, id: string, fields: GroupFields): Promise<void> {
  await transaction
    .updateTable('groups')
    .set((eb) => ({ ...stored(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

function stored({ name, description, email, displayName, code }: GroupFields) {
  return {
    name,
    name_key: fold(name),
    description,
    email,
    email_key: email === null ? null : emailKey(email),
    display_name: displayName,
    code,
    code_key: code === null ? null : fold(code),
  };
}

const taken: Record<string, { code: RefusalCode; field: string }> = {
  groups_name: { code: 'groups.name-taken', field: 'name' },
  groups_email: { code: 'groups.email-taken', field: 'email' },
  groups_code: { code: 'groups.code-taken', field: 'code' },
};

function refuseTaken(error: unknown): never {
  const known = taken[error instanceof Error && 'constraint' in error ? String(error.constraint) : ''];
  throw known ? refuseField(known.code, known.field) : error;
}

/** Deletes the groups of the demo, with the links of whoever was linked to them. */
export async function deleteDemoGroups(transaction: Db): Promise<void> {
  await transaction.deleteFrom('groups').where('is_demo', '=', true).execute();
}

export async function deleteGroup(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('groups').where('id', '=', id).execute();
}

export type CountedGroup = StoredGroup & { name_key: string; members: number; managers: number };

const counted = (day: string) => sql`
  select g.id, g.kind, g.name, g.description, g.email, g.display_name as "displayName", g.code, g.version, g.name_key,
    c.members, c.managers
  from groups g, lateral (
    select count(*)::int as members, (count(*) filter (where m.is_manager))::int as managers
    from group_members m where m.group_id = g.id and (m.until is null or m.until >= ${day}::date)
  ) c`;

function matching(kind: GroupKind | undefined, search: string): RawBuilder<SqlBool> {
  const pattern = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${kind === undefined ? sql`true` : sql`g.kind = ${kind}`}
    and (g.name_key like ${pattern} or g.email_key like ${pattern} or g.code_key like ${pattern}))`;
}

/** Groups of a kind by name, with how many people each links on this day. */
export async function listCounted(
  db: Db,
  kind: GroupKind | undefined,
  search: string,
  day: string,
  after: [string, string] | null,
  limit: number,
): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    ${counted(day)}
    where ${matching(kind, search)}
      and ${after === null ? sql`true` : sql`(g.name_key, g.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by g.name_key, g.id
    limit ${limit}`.execute(db);
  return rows;
}

export async function countGroups(db: Db, kind: GroupKind | undefined, search: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from groups g where ${matching(kind, search)}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function findCounted(db: Db, id: string, day: string): Promise<CountedGroup | undefined> {
  const { rows } = await sql<CountedGroup>`${counted(day)} where g.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Links everybody of one group to another as well, with their dates; who is linked there already stays as they are. */
export async function moveLinks(transaction: Db, from: string, to: string): Promise<void> {
  await sql`
    insert into group_members (group_id, user_id, since, until, is_manager)
    select ${to}::uuid, user_id, since, until, is_manager from group_members where group_id = ${from}::uuid
    on conflict do nothing`.execute(transaction);
}

/** A group that somebody is linked to from the side of the person. */
export type GroupLink = { id: string; name: string };

export type LinkedGroup = StoredGroup & { since: string; until: string | null; manager: boolean };

/** What somebody is linked to, also links whose last day has passed. */
export async function listGroupsOf(db: Db, userId: string): Promise<LinkedGroup[]> {
  return db
    .selectFrom('group_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(columns.map((column) => `g.${column}` as const))
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

/** Links people from a day of their own each: for the demo. */
export async function insertLinks(transaction: Db, links: NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await transaction
    .insertInto('group_members')
    .values(
      links.map(({ groupId, userId, since, manager }) => ({
        group_id: groupId,
        user_id: userId,
        since,
        until: null,
        is_manager: manager,
      })),
    )
    .execute();
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
