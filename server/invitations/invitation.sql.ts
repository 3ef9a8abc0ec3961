import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { UserRow } from '../users/users.sql.ts';

/** Whether somebody may still ask this person in: manages members of an organisation of theirs, or people anywhere. */
export async function maySendInvitation(
  db: Db,
  inviterId: string,
  userId: string,
  day: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from users i
    where i.id = ${inviterId}::uuid and i.standing = 'present' and (i.is_admin or exists (
      select from permission_sources(i.id, ${day}::date) p
      where (p.permission = 'members.manage' and p.organisation_id in (
          select organisation_id from members where user_id = ${userId}::uuid))
        or (p.organisation_id is null
          and p.permission in ('members.manage', 'users.create', 'users.change', 'mail.resend'))
    ))`.execute(db);
  return rows.length > 0;
}

/**
 * True while nothing is there of somebody but the invitation: asked in by address alone, never activated, without a
 * password, a role or admin access. Only such a person may say no, or be forgotten when the invitation is withdrawn.
 */
export async function isOnlyInvited(db: Db, user: UserRow): Promise<boolean> {
  if (!user.is_name_guessed || user.activated_at !== null || user.is_admin) return false;
  const { rows } = await sql`
    select 1 where exists (select from role_assignments where user_id = ${user.id}::uuid)
      or exists (select from credentials where user_id = ${user.id}::uuid)`.execute(db);
  return rows.length === 0;
}

/** Lets the link of somebody pending live on for the other organisations that asked them in. */
export async function freeLinks(transaction: Db, userId: string): Promise<void> {
  await sql`update links set made_by = null where user_id = ${userId}::uuid and purpose = 'activation'`.execute(
    transaction,
  );
}
