import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';
import type { UserRow } from '../users/users.sql.ts';

type Person = { id: string; first_name: string; infix: string | null; last_name: string };

export type StoredRequest = {
  id: string;
  organisation: { id: string; name: string };
  email: string;
  role: { id: string; key: string | null; name: string | null };
  note: string | null;
  requested_by: Person | null;
  requested_at: Temporal.Instant;
  state: 'open' | 'approved' | 'declined';
  decided_by: Person | null;
  decided_at: Temporal.Instant | null;
};

const person = (
  alias: string,
) => sql`case when ${sql.ref(`${alias}.id`)} is null then null else jsonb_build_object(
  'id', ${sql.ref(`${alias}.id`)}, 'first_name', ${sql.ref(`${alias}.first_name`)},
  'infix', ${sql.ref(`${alias}.infix`)}, 'last_name', ${sql.ref(`${alias}.last_name`)}) end`;

const requests = sql`
  select q.id, q.email, q.note, q.requested_at, q.state, q.decided_at,
    jsonb_build_object('id', o.id, 'name', o.name) as organisation,
    jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) as role,
    ${person('asker')} as requested_by, ${person('decider')} as decided_by
  from member_requests q
  join organisations o on o.id = q.organisation_id
  join roles r on r.id = q.role_id
  left join users asker on asker.id = q.requested_by
  left join users decider on decider.id = q.decided_by`;

export async function insertRequest(
  transaction: Db,
  request: { organisationId: string; email: string; roleId: string; note: string | null; by: string | null },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('member_requests')
    .values({
      id,
      organisation_id: request.organisationId,
      email: request.email,
      role_id: request.roleId,
      note: request.note,
      requested_by: request.by,
      decided_by: null,
      decided_at: null,
    })
    .execute()
    .catch((error: unknown) => {
      const open =
        error instanceof Error && 'constraint' in error && error.constraint === 'member_requests_once';
      throw open ? refuseField('requests.open-already', 'email') : error;
    });
  return id;
}

export async function findRequest(db: Db, id: string): Promise<StoredRequest | undefined> {
  const { rows } = await sql<StoredRequest>`${requests} where q.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Decides a request: true for exactly one of all who try at the same time. */
export async function takeRequest(
  transaction: Db,
  id: string,
  state: 'approved' | 'declined',
  by: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    update member_requests set state = ${state}, decided_by = ${by}::uuid, decided_at = now()
    where id = ${id}::uuid and state = 'open' returning 1`.execute(transaction);
  return rows.length > 0;
}

/** Where a request stands in the list. */
export type RequestPlace = { at: string; id: string };

export type WantedRequests = {
  state: StoredRequest['state'] | undefined;
  /** Null: of all organisations. */
  organisations: string[] | null;
};

/** Requests, newest first. */
export async function listRequests(
  db: Db,
  wanted: WantedRequests,
  after: RequestPlace | null,
  limit: number,
): Promise<StoredRequest[]> {
  const { rows } = await sql<StoredRequest>`
    ${requests}
    where ${matching(wanted)}
      and ${after === null ? sql`true` : sql`(q.requested_at, q.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by q.requested_at desc, q.id desc
    limit ${limit}`.execute(db);
  return rows;
}

export async function countRequests(db: Db, wanted: WantedRequests): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from member_requests q where ${matching(wanted)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function matching({ state, organisations }: WantedRequests): RawBuilder<SqlBool> {
  return sql`(${state === undefined ? sql`true` : sql`q.state = ${state}`} and ${
    organisations === null ? sql`true` : sql`q.organisation_id = any(${organisations}::uuid[])`
  })`;
}

/** Everybody who can read and decide requests, and can read their mail: activated, and not gone. */
export async function listDeciders(db: Db, day: string): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select u.* from users u
    where u.activated_at is not null and u.standing = 'present' and u.id in (
      select id from users where is_admin
      union
      select a.user_id from role_assignments a join roles r on r.id = a.role_id
      where r.permissions && array['users.create', 'members.manage'] and (a.ends_on is null or a.ends_on >= ${day}::date)
      group by a.user_id
      having bool_or('users.create' = any(r.permissions)) and bool_or('members.manage' = any(r.permissions))
    )
    order by u.id`.execute(db);
  return rows;
}
