import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';
import { minutes } from '../lib/days.ts';

/** Adds up the rows that triggers left in the counts, so that reading a sum stays a matter of a few rows. */
const addUp: Job = {
  queue: 'users.add-up-counts',
  again: { times: 2, pause: minutes(1) },
  atMost: minutes(5),
  cron: '*/10 * * * *',
  run: async (db) => {
    await sql`
      with taken as (delete from user_counts returning state, delta)
      insert into user_counts select state, sum(delta) from taken group by state having sum(delta) <> 0`.execute(
      db,
    );
    await sql`
      with taken as (delete from circle_counts returning circle, state, delta)
      insert into circle_counts select circle, state, sum(delta) from taken
      group by circle, state having sum(delta) <> 0`.execute(db);
    await sql`
      with taken as (delete from billed_months returning month, delta)
      insert into billed_months select month, sum(delta) from taken group by month having sum(delta) <> 0`.execute(
      db,
    );
  },
};

export const usersJobs: readonly Job[] = [addUp];
