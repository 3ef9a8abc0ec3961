import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../db/connect.ts';
import { usersJobs } from '../users/users.jobs.ts';
import { insertPeople } from './directory.fixtures.ts';

let database: Database;

before(async () => {
  database = await openTestDatabase();
  await insertPeople(database.db, 60, { seed: 3 });
  await sql`insert into groups (id, kind, name, name_key)
    select gen_random_uuid(), 'group', 'Groep ' || n, 'groep ' || n from generate_series(1, 3) n`.execute(
    database.db,
  );
});
after(() => database.close());

const day = (offset: number) => sql`('2026-06-01'::date + ${sql.lit(offset)}::int)`;
/** The nth person, role and so on, whoever is left. */
const nth = (table: 'users' | 'roles' | 'groups' | 'organisations', n: number) =>
  sql`(select id from ${sql.table(table)} order by id offset ${sql.lit(n)} % (select count(*) from ${sql.table(table)}) limit 1)`;
const few = (n: number, of = 5) => sql`hashint8(number) % ${sql.lit(of)} = ${sql.lit(n % of)}`;
const end = fc.option(fc.integer({ min: -4, max: 4 }));
const endOf = (offset: number | null) => (offset === null ? sql`null::date` : day(offset));
const n = fc.nat(200);

/** What may happen to people, one statement each. */
const deeds = {
  'is given a role': fc.tuple(n, n, end).map(
    ([person, role, until]) => sql`
    insert into role_assignments (user_id, role_id, ends_on)
    values (${nth('users', person)}, ${nth('roles', role)}, ${endOf(until)})
    on conflict (user_id, role_id) do update set ends_on = excluded.ends_on`,
  ),
  'many are given a role': fc.tuple(n, n, end).map(
    ([some, role, until]) => sql`
    insert into role_assignments (user_id, role_id, ends_on)
    select id, ${nth('roles', role)}, ${endOf(until)} from users where ${few(some)} on conflict do nothing`,
  ),
  'keeps a role for longer or shorter': fc.tuple(n, n, end).map(
    ([some, role, until]) => sql`
    update role_assignments set ends_on = ${endOf(until)}
    where role_id = ${nth('roles', role)} and user_id in (select id from users where ${few(some, 2)})`,
  ),
  'another role takes the place of one': fc.tuple(n, n).map(
    ([from, to]) => sql`
    update role_assignments a set role_id = ${nth('roles', to)} where role_id = ${nth('roles', from)}
    and not exists (select from role_assignments b where b.user_id = a.user_id and b.role_id = ${nth('roles', to)})`,
  ),
  'a role is taken away': fc.tuple(n, n).map(
    ([some, role]) => sql`
    delete from role_assignments
    where role_id = ${nth('roles', role)} and user_id in (select id from users where ${few(some)})`,
  ),
  'comes into an organisation': fc.tuple(n, n).map(
    ([some, organisation]) => sql`
    insert into members (user_id, organisation_id, role_id)
    select id, ${nth('organisations', organisation)}, (select id from roles where key = 'member')
    from users where ${few(some)} on conflict do nothing`,
  ),
  'goes over to another organisation': fc.tuple(n, n).map(
    ([from, to]) => sql`
    update members m set organisation_id = ${nth('organisations', to)}
    where organisation_id = ${nth('organisations', from)} and not exists (
      select from members o where o.user_id = m.user_id and o.organisation_id = ${nth('organisations', to)})`,
  ),
  'is something else in an organisation': n.map(
    (organisation) => sql`
    update members set role_id = coalesce((select id from roles where key = 'editor'), role_id)
    where organisation_id = ${nth('organisations', organisation)}`,
  ),
  'goes out of an organisation': fc.tuple(n, n).map(
    ([some, organisation]) => sql`
    delete from members
    where organisation_id = ${nth('organisations', organisation)} and user_id in (select id from users where ${few(some)})`,
  ),
  'an organisation goes': n.map(
    (organisation) => sql`
    delete from organisations where id = ${nth('organisations', organisation)}
    and (select count(*) from organisations) > 3`,
  ),
  'comes into a group': fc.tuple(n, n, end).map(
    ([some, group, until]) => sql`
    insert into group_members (user_id, group_id, since, until)
    select id, ${nth('groups', group)}, ${day(-9)}, ${endOf(until)} from users where ${few(some)} on conflict do nothing`,
  ),
  'leaves a group on a day': fc.tuple(n, end).map(
    ([group, until]) => sql`
    update group_members set until = ${endOf(until)}, is_manager = not is_manager where group_id = ${nth('groups', group)}`,
  ),
  'goes out of a group': fc.tuple(n, n).map(
    ([some, group]) => sql`
    delete from group_members
    where group_id = ${nth('groups', group)} and user_id in (select id from users where ${few(some)})`,
  ),
  'a group goes': n.map(
    (group) => sql`
    delete from groups where id = ${nth('groups', group)} and (select count(*) from groups) > 1`,
  ),
  'is called otherwise': fc
    .tuple(
      n,
      fc.string({ minLength: 1, maxLength: 5 }).filter((name) => !name.includes('\0')),
    )
    .map(([person, name]) => sql`update users set sort_key = ${name} where id = ${nth('users', person)}`),
  'many activate their accounts': n.map(
    (some) => sql`
    update users set activated_at = case when activated_at is null then now() end where ${few(some)}`,
  ),
  'are locked and unlocked': n.map(
    (some) => sql`
    update users set locked_at = case when locked_at is null then now() end where ${few(some)}`,
  ),
  'is marked otherwise': fc.tuple(n, fc.boolean(), fc.boolean()).map(
    ([some, admin, twoFactor]) => sql`
    update users set is_admin = ${sql.lit(admin)}, two_factor_on = ${sql.lit(twoFactor)}, last_sign_in_at = now()
    where ${few(some)}`,
  ),
  'signs in': n.map((some) => sql`update users set last_sign_in_at = now() where ${few(some)}`),
  'works for a time': fc.tuple(n, fc.integer({ min: -9, max: 9 }), fc.option(fc.nat(9))).map(
    ([some, from, days]) => sql`
    insert into staff_memberships (id, user_id, starts_on, leaves_on)
    select gen_random_uuid(), id, ${day(from)}, ${days === null ? sql`null::date` : day(from + days)}
    from users where ${few(some)} and not exists (select from staff_memberships s where s.user_id = users.id)`,
  ),
  'stays shorter': fc.tuple(n, fc.nat(4)).map(
    ([some, days]) => sql`
    update staff_memberships set leaves_on = starts_on + ${sql.lit(days)}::int
    where user_id in (select id from users where ${few(some)})`,
  ),
  'worked never': n.map(
    (some) => sql`
    delete from staff_memberships where user_id in (select id from users where ${few(some)})`,
  ),
  'is deleted': fc.nat(500).map((person) => sql`delete from users where number % 500 = ${sql.lit(person)}`),
  'another day comes': fc
    .integer({ min: -3, max: 3 })
    .map((offset) => sql`select roll_day(${day(offset)}::date)`),
} as const;

const anything = fc.oneof(
  ...Object.entries(deeds).map(([name, made]) => made.map((statement) => ({ name, statement }))),
);

/** Everything that stands in the circles, read plainly from where it comes from. */
const plain = sql<{ line: string }>`
  select concat_ws(' | ', b.circle, u.state, u.sort_key, u.id, coalesce(b.until, 'infinity')) as line from (
    select role_id as circle, user_id, ends_on as until from role_assignments
    union all select organisation_id, user_id, null from members
    union all select group_id, user_id, until from group_members
    union all select '00000000-0000-0000-0000-000000000001', id, null from users where locked_at is not null
    union all select '00000000-0000-0000-0000-000000000002', id, null from users where is_admin
    union all select '00000000-0000-0000-0000-000000000003', id, null from users where two_factor_on
    union all select '00000000-0000-0000-0000-000000000004', id, leaves_on from users
      where billed and leaves_on is not null
  ) b join users u on u.id = b.user_id
  where coalesce(b.until, 'infinity') >= (select rolled_on from installation) order by 1`;
const kept = sql<{ line: string }>`
  select concat_ws(' | ', circle, state, sort_key, user_id, until) as line from circle_people order by 1`;
const counted = sql<{ line: string }>`
  select concat_ws(' | ', circle, state, sum(delta)) as line from circle_counts
  group by circle, state having sum(delta) <> 0 order by 1`;
const count = sql<{ line: string }>`
  select concat_ws(' | ', circle, state, count(*)) as line from circle_people group by circle, state order by 1`;

async function assertKept(what: string) {
  const lines = async (query: typeof kept) => (await query.execute(database.db)).rows.map(({ line }) => line);
  const right = await lines(plain);
  assert.ok(right.length > 0);
  assert.deepEqual(await lines(kept), right, what);
  assert.deepEqual(await lines(counted), await lines(count), what);
}

test('circles hold at every moment who belongs, whatever happens to people', async () => {
  await sql`select roll_day(${day(0)}::date)`.execute(database.db);
  for (const [name, made] of Object.entries(deeds)) {
    const [statement] = fc.sample<RawBuilder<unknown>>(made, 1);
    assert.ok(statement);
    await statement.execute(database.db);
    await assertKept(name);
  }
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 5, maxLength: 12 }), async (things) => {
      for (const { name, statement } of things) {
        await statement.execute(database.db);
        await assertKept(name);
      }
    }),
    // What was done stays done, so nothing smaller can be tried.
    { numRuns: 15, endOnFailure: true },
  );
  for (const { run } of usersJobs) await run(database.db, null, new AbortController().signal);
  await assertKept('the counts are added up');
});
