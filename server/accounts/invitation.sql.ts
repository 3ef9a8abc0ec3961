import { sql } from 'kysely';
import type { User } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';

type Row = {
  mailId: string;
  mailState: 'waiting' | 'sent' | 'held' | 'failed';
  sentAt: Temporal.Instant | null;
  expiresAt: Temporal.Instant | null;
  alive: boolean;
};

/** The newest mail that asked this person in, and whether its link is still of use; null when there was none. */
export async function findInvitation(db: Db, userId: string): Promise<User['invitation']> {
  const { rows } = await sql<Row>`
    select m.id as "mailId", m.state as "mailState", m.sent_at as "sentAt", m.link_expires_at as "expiresAt",
      coalesce(l.used_at is null and l.revoked_at is null and l.expires_at > now(), false) as alive
    from mails m left join links l on l.id = m.link_id
    where m.user_id = ${userId} and m.kind in ('activation', 'reminder')
    order by m.created_at desc, m.id desc
    limit 1`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    mailId: row.mailId,
    mailState: row.mailState,
    sentAt: row.sentAt?.toString() ?? null,
    expiresAt: row.expiresAt?.toString() ?? null,
    expired: !row.alive,
  };
}
