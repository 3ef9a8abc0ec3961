import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';

/**
 * Makes sure that users.state and users.billed are those of today, in the installation's time zone, before a list
 * reads them. The first to ask after midnight moves the day; whether somebody may come in never depends on it.
 * Returns today.
 */
export async function ensureToday(db: Db): Promise<string> {
  const settings = await readSettings(db);
  const day = today(settings.timeZone).toString();
  if (settings.rolledOn !== day) await sql`select roll_day(${day}::date)`.execute(db);
  return day;
}
