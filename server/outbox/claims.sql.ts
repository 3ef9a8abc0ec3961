import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Milliseconds } from '../lib/days.ts';
import { kindsWithLink } from './mail-values.ts';
import type { MailRow } from './mails.sql.ts';

/** Why a link is worth nothing any more; null while it works, or where the mail has none. */
type LinkDeath = 'used' | 'revoked' | 'expired' | null;

/** A mail that this process may send until its claim, `next_try_at`, lapses. */
export type ClaimedMail = MailRow & {
  next_try_at: Temporal.Instant;
  death: LinkDeath;
  time_zone: string | null;
};

// What makes a link dead stands in links, and in the credential that it was made for.
const death = sql<LinkDeath>`case
  when not (m.kind = any(${[...kindsWithLink]})) then null
  else coalesce(
    (select case
      when l.used_at is not null then 'used'
      when l.revoked_at is not null then 'revoked'
      when l.credential_version
        <> coalesce((select c.version from credentials c where c.user_id = l.user_id), 0) then 'revoked'
      when l.expires_at <= now() then 'expired'
      when m.link_path is null then 'revoked'
      else ''
    end from links l where l.id = m.link_id),
    'revoked')
end`;

/**
 * Takes the mail that is due longest, for as long as `lease`, so that no other process sends it meanwhile and it
 * becomes due again when this one dies. Counts the try.
 */
export function claimMail(db: Db, lease: Milliseconds): Promise<ClaimedMail | undefined> {
  return claim(
    db,
    lease,
    sql`
    select due.id from mails due
    where due.state = 'waiting' and due.next_try_at <= now()
    order by due.next_try_at limit 1
    for update skip locked`,
  );
}

/** Takes this mail, also before it is due. */
export function claimMailById(db: Db, id: string, lease: Milliseconds): Promise<ClaimedMail | undefined> {
  return claim(
    db,
    lease,
    sql`
    select one.id from mails one where one.id = ${id} and one.state = 'waiting' for update skip locked`,
  );
}

async function claim(
  db: Db,
  lease: Milliseconds,
  which: RawBuilder<unknown>,
): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update mails m
    set attempts = m.attempts + 1, next_try_at = clock_timestamp() + ${lease} * interval '1 millisecond'
    where m.id = (${which})
    returning m.*, nullif(${death}, '') as death,
      (select u.time_zone from users u where u.id = m.user_id) as time_zone`.execute(db);
  return rows[0];
}

type Claim = Pick<ClaimedMail, 'id' | 'next_try_at'>;

/** The mail has left: its secret is wiped. False when the claim had lapsed or somebody sent it anew meanwhile. */
export async function markSent(db: Db, claim: Claim): Promise<boolean> {
  const { rows } = await sql`
    update mails set state = 'sent', sent_at = now(), next_try_at = null, failure = null, link_path = null
    where ${held(claim)} returning 1`.execute(db);
  return rows.length > 0;
}

/** The mail will never leave. */
export async function markFailed(db: Db, claim: Claim, failure: string): Promise<void> {
  await sql`
    update mails set state = 'failed', next_try_at = null, failure = ${failure}, link_path = null
    where ${held(claim)}`.execute(db);
}

/** The mail is tried again after the pause. */
export async function markWaiting(db: Db, claim: Claim, failure: string, pause: Milliseconds): Promise<void> {
  await sql`
    update mails set failure = ${failure}, next_try_at = clock_timestamp() + ${pause} * interval '1 millisecond'
    where ${held(claim)}`.execute(db);
}

function held({ id, next_try_at }: Claim) {
  return sql`id = ${id} and state = 'waiting' and next_try_at = ${next_try_at.toString()}`;
}

/** True while the link of this mail can still be used. */
export async function isLinkAlive(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ death: string | null }>`
    select ${death} as death from mails m where m.id = ${id}`.execute(db);
  return rows[0]?.death === '';
}

/** Wipes the secrets of links that died while their mail waited. */
export async function wipeDeadLinks(db: Db): Promise<void> {
  await sql`
    update mails m set link_path = null
    where m.link_path is not null and m.state in ('waiting', 'held') and ${death} <> ''`.execute(db);
}
