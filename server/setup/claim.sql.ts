import { sql } from 'kysely';
import type { Settings } from '../../contract/settings.ts';
import type { Db } from '../db/transact.ts';
import { hashToken, newToken } from '../lib/tokens.ts';

/** True until the installation has its first administrator. */
export async function isUnclaimed(db: Db): Promise<boolean> {
  const row = await db.selectFrom('installation').select('claimed_at').executeTakeFirstOrThrow();
  return row.claimed_at === null;
}

/** Whether this is the token that claims the installation, as things are now; the claim itself looks once more. */
export async function fitsSetupToken(db: Db, token: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from installation where claimed_at is null and setup_token_hash = ${hashToken(token)}`.execute(
    db,
  );
  return rows.length > 0;
}

/** A new one-time token for the first run; an older one is worthless from here. Null once claimed. */
export async function renewSetupToken(db: Db): Promise<string | null> {
  const token = newToken();
  const { rows } = await sql`
    update installation set setup_token_hash = ${hashToken(token)} where claimed_at is null returning 1`.execute(
    db,
  );
  return rows.length > 0 ? token : null;
}

/** Claims the installation: true for exactly one of all who try with the right token (null: from the command line). */
export async function takeSetupToken(transaction: Db, token: string | null): Promise<boolean> {
  const { rows } = await sql`
    update installation set claimed_at = now(), setup_token_hash = null
    where claimed_at is null and ${token === null ? sql`true` : sql`setup_token_hash = ${hashToken(token)}`}
    returning 1`.execute(transaction);
  return rows.length > 0;
}

export async function writeFirstSettings(transaction: Db, settings: Partial<Settings>): Promise<void> {
  await transaction
    .updateTable('installation')
    .set({ settings: JSON.stringify(settings) })
    .execute();
}
