import { sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import { type Permission, permissions } from '../../contract/permissions.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { usernameKey } from '../users/users.sql.ts';
import type { Credential } from './credentials.sql.ts';

/** Somebody who tries to sign in, with everything that decides whether they may and what their session can do. */
export type Candidate = {
  id: string;
  first_name: string;
  infix: string | null;
  last_name: string;
  email: string;
  language: Language;
  time_zone: string;
  is_admin: boolean;
  locked_at: Temporal.Instant | null;
  /** Activated, and a staff membership covers the day. */
  mayComeIn: boolean;
  credential: Credential | null;
  permissions: Permission[];
};

/** By e-mail address or username (which never holds an `@`), in one statement: this road must be short. */
export async function findCandidate(db: Db, identifier: string, day: string): Promise<Candidate | undefined> {
  const mine = identifier.includes('@')
    ? sql`u.email_key = ${emailKey(identifier)}`
    : sql`u.username_key = ${usernameKey(identifier)}`;
  const { rows } = await sql<Candidate>`
    select u.id, u.first_name, u.infix, u.last_name, u.email, u.language, u.time_zone, u.is_admin, u.locked_at,
      u.activated_at is not null and exists (
        select 1 from staff_memberships m
        where m.user_id = u.id and m.starts_on <= ${day}::date and (m.leaves_on is null or m.leaves_on >= ${day}::date)
      ) as "mayComeIn",
      case when c.user_id is null then null else jsonb_build_object(
        'passwordHash', c.password_hash, 'mustChange', c.must_change, 'version', c.version
      ) end as credential,
      array(
        select distinct p from role_assignments a join roles r on r.id = a.role_id, unnest(r.permissions) p
        where a.user_id = u.id and (a.ends_on is null or a.ends_on >= ${day}::date)
      ) as permissions
    from users u left join credentials c on c.user_id = u.id
    where ${mine}`.execute(db);
  const found = rows[0];
  return found && { ...found, permissions: permissions.filter((name) => found.permissions.includes(name)) };
}
