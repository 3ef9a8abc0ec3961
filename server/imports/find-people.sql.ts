import { type Selectable, sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import type { StaffMembership } from '../employment/employment.sql.ts';
import { filesOfPerson } from '../held-fields/held-fields.sql.ts';
import type { FileOfPerson } from '../held-fields/held-fields.ts';
import { visibleUsers } from '../members/visible-users.ts';

/** Somebody as the check compares them with a row. */
export type KnownPerson = Selectable<Tables['users']> & {
  /** False for somebody of whom the actor may not know. */
  visible: boolean;
  hasInvitation: boolean;
  /** The newest first. */
  memberships: StaffMembership[];
  roles: { id: string; key: string | null; name: string | null }[];
  /** `isOver`: its last day has passed. */
  groups: { id: string; kind: string; name: string; isOver: boolean }[];
  organisations: { id: string; name: string }[];
  files: FileOfPerson[];
};

export type Keys = { personnelNumbers: string[]; emails: string[] };

function peopleWhere(actor: Actor, where: ReturnType<typeof sql>) {
  return sql<KnownPerson>`
    select u.*, ${visibleUsers(actor, 'users.import') ?? sql`true`} as visible,
      exists (
        select from links l
        where l.user_id = u.id and l.purpose = 'activation' and l.used_at is null and l.revoked_at is null
      ) as "hasInvitation",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'startsOn', m.starts_on, 'leavesOn', m.leaves_on)
          order by m.starts_on desc)
        from staff_memberships m where m.user_id = u.id
      ), '[]') as memberships,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) order by r.position, r.name)
        from role_assignments a join roles r on r.id = a.role_id where a.user_id = u.id
      ), '[]') as roles,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name,
          'isOver', coalesce(m.until < (select rolled_on from installation), false)) order by g.name_key)
        from group_members m join groups g on g.id = m.group_id where m.user_id = u.id
      ), '[]') as groups,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name_key)
        from members m join organisations o on o.id = m.organisation_id where m.user_id = u.id
      ), '[]') as organisations,
      ${filesOfPerson} as files
    from users u
    where ${where}`;
}

/** Everybody who has one of these numbers or addresses, also those of whom the actor may not know. */
export async function findPeople(
  db: Db,
  actor: Actor,
  { personnelNumbers, emails }: Keys,
): Promise<KnownPerson[]> {
  const where = sql`u.id in (
    select id from users where email_key = any(${emails}::text[])
    union select id from users where personnel_number_key = any(${personnelNumbers}::text[])
  )`;
  const { rows } = await peopleWhere(actor, where).execute(db);
  return rows;
}

/** People who belong to the list but stand on none of its rows. */
export async function findMissing(
  db: Db,
  actor: Actor,
  importId: string,
  withNumber: boolean,
  limit: number,
): Promise<KnownPerson[]> {
  const where = sql`${inList(actor, withNumber)}
    and not exists (select from import_rows r where r.import_id = ${importId}::uuid and r.user_id = u.id)
    and not exists (
      select from personnel_file_people p
      where p.user_id = u.id and p.file_id = ${actor.personnelFile ?? null}::uuid and not p.linked
    )
    order by u.id limit ${limit}`;
  const { rows } = await peopleWhere(actor, where).execute(db);
  return rows;
}

/** How many people a complete list is about. */
export async function countInList(db: Db, actor: Actor, withNumber: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from users u where ${inList(actor, withNumber)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Whom a complete list is about: all who belong to the organisation now or later without a known end; where people
 * are recognised by their personnel number, only those who have one.
 */
function inList(actor: Actor, withNumber: boolean) {
  return sql`(u.standing in ('present', 'starting') and u.leaves_on is null
    and ${withNumber ? sql`u.personnel_number_key is not null` : sql`true`}
    and ${visibleUsers(actor, 'users.import') ?? sql`true`})`;
}
