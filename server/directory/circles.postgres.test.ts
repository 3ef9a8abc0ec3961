import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../db/connect.ts';
import { insertPeople } from './directory.fixtures.ts';

let database: Database;

before(async () => {
  database = await openTestDatabase();
  await insertPeople(database.db, 20, { seed: 5 });
  await sql`select roll_day('2026-06-01')`.execute(database.db);
});
after(() => database.close());

type Statement = RawBuilder<unknown>;

/** Does `first` in a transaction, begins `second` beside it, and commits once that waits or is done. */
async function doAtOnce(first: Statement, second: Statement): Promise<'waited' | 'passed'> {
  let outcome: 'waited' | 'passed' = 'passed';
  let later: Promise<unknown> | undefined;
  await database.db.transaction().execute(async (transaction) => {
    await first.execute(transaction);
    let done = false;
    later = second.execute(database.db).finally(() => {
      done = true;
    });
    while (!done && outcome === 'passed') {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
      if (rows.length > 0) outcome = 'waited';
    }
  });
  await later;
  return outcome;
}

async function countWrong(): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from (
      select a.role_id as circle, u.state, u.sort_key, u.id from role_assignments a join users u on u.id = a.user_id
      where coalesce(a.ends_on, 'infinity') >= (select rolled_on from installation)
    ) r full join (select * from circle_people where circle in (select id from roles)) c
      on (c.circle, c.state, c.sort_key, c.user_id) = (r.circle, r.state, r.sort_key, r.id)
    where c.user_id is null or r.id is null`.execute(database.db);
  return rows[0]?.wrong ?? -1;
}

const person = sql`(select id from users order by number limit 1)`;
const rename = (key: string) => sql`update users set sort_key = ${key} where id = ${person}`;
const give = (until: string | null = null) => sql`
  insert into role_assignments (user_id, role_id, ends_on)
  select ${person}, id, ${until}::date from roles where key = 'auditor'`;
const take = sql`delete from role_assignments where user_id = ${person}`;

test('who is renamed while they are given a role stands under their new name, whoever commits first', async () => {
  await take.execute(database.db);
  assert.equal(await doAtOnce(give(), rename('een')), 'waited');
  assert.equal(await countWrong(), 0);
  await take.execute(database.db);
  assert.equal(await doAtOnce(rename('twee'), give()), 'waited');
  assert.equal(await countWrong(), 0);
  assert.equal(await doAtOnce(rename('drie'), take), 'waited');
  assert.equal(await countWrong(), 0);
  await give().execute(database.db);
  await doAtOnce(take, rename('vier'));
  assert.equal(await countWrong(), 0);
});

test('a role that ends on the day that passes this moment is not left behind', async () => {
  await take.execute(database.db);
  assert.equal(await doAtOnce(give('2026-06-01'), sql`select roll_day('2026-06-02')`), 'waited');
  assert.equal(await countWrong(), 0);
  await take.execute(database.db);
  assert.equal(await doAtOnce(sql`select roll_day('2026-06-03')`, give('2026-06-02')), 'waited');
  assert.equal(await countWrong(), 0);
});

test('whoever signs in does not wait while people are put into a group', async () => {
  await take.execute(database.db);
  assert.equal(
    await doAtOnce(give(), sql`update users set last_sign_in_at = now() where id = ${person}`),
    'passed',
  );
});
