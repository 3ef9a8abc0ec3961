import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { readSettings } from '../settings/read-settings.ts';

/** Erases mail that is over and older than the settings keep it. What waits or is held stays. */
export async function forgetMails(db: Db): Promise<void> {
  const { mailKeptDays } = await readSettings(db);
  if (mailKeptDays === null) return;
  await sql`
    delete from mails
    where state in ('sent', 'failed') and created_at < now() - make_interval(days => ${mailKeptDays}::int)`.execute(
    db,
  );
}
