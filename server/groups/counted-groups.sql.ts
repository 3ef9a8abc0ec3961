import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import type { Db } from '../db/transact.ts';
import type { GroupKind, StoredGroup } from './groups.sql.ts';

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
