import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';
import { minutes } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';

/** Clears away what nobody can use any more: dead sessions, devices and old links. Whether they work never depends on it. */
const clearAway: Job = {
  queue: 'sign-in.clear-away',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(10),
  cron: '23 * * * *',
  run: async (db) => {
    const settings = await readSettings(db);
    await sql`
      delete from sessions
      where last_used_at < now() - ${settings.sessionIdleHours} * interval '1 hour'
         or created_at < now() - ${settings.sessionMaximumDays} * interval '1 day'`.execute(db);
    await sql`delete from known_devices where last_used_at < now() - interval '1 year'`.execute(db);
    await sql`delete from sign_in_tries where tried_at < now() - interval '1 hour'`.execute(db);
    await sql`
      delete from links where greatest(expires_at, used_at, revoked_at) < now() - interval '90 days'`.execute(
      db,
    );
  },
};

export const signInJobs: readonly Job[] = [clearAway];
