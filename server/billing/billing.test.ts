import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type {
  getBilling,
  listBilledOrganisations,
  listBilledPeople,
  listCorrections,
} from '../../contract/billing.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';
import { insertPeople } from '../directory/directory.fixtures.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { countMonths, countPeople, listOrganisations } from './billing.sql.ts';

let world: World;
let admin: Client;
let today: Temporal.PlainDate;
/** People without any staff membership, for histories. */
let crowd: string[];

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  const { body } = await admin.get<{ today: string }>('/choices');
  today = Temporal.PlainDate.from(body.today);
  crowd = await insertCrowd(8);
});
after(() => world.close());

const billing = async () => (await admin.get<OutputOf<typeof getBilling>>('/billing')).body;
const monthAgo = (months: number) => today.toPlainYearMonth().subtract({ months }).toString();
const peopleOf = async (month: string) =>
  (await admin.get<OutputOf<typeof listBilledPeople>>(`/billing/people?month=${month}`)).body;

async function countIn(month: string): Promise<number> {
  const { months } = await billing();
  return months.find((one) => one.month === month)?.people ?? -1;
}

async function setUpAgo(months: number): Promise<void> {
  await sql`update installation set claimed_at = now() - make_interval(months => ${months}::int)`.execute(
    world.db,
  );
}

test('a month counts who was here on at least one day of it, and the days that lie ahead count nobody', async () => {
  const before = await countIn(monthAgo(0));
  await aPerson(world);
  await aPerson(world, { state: 'pending' });
  const gone = await aPerson(world, { state: 'deactivated' });
  assert.equal(await countIn(monthAgo(0)), before + (today.day > 1 ? 3 : 2));
  const soon = today.add({ days: 1 }).toString();
  await admin.post('/users', {
    firstName: 'Mila',
    lastName: 'Straks',
    email: 'mila@zonnig.example',
    startsOn: soon,
  });
  assert.equal(await countIn(monthAgo(0)), before + (today.day > 1 ? 3 : 2));
  const { items, total } = await peopleOf(today.subtract({ days: 1 }).toPlainYearMonth().toString());
  assert.equal(items.length, total.count);
  const found = items.find(({ id }) => id === gone.id);
  assert.equal(found?.until, today.subtract({ days: 1 }).toString());
});

test('who is deleted still counts in the months in which they were here, without a name', async () => {
  const organisations = async () =>
    (await admin.get<OutputOf<typeof listBilledOrganisations>>(`/billing/organisations?month=${monthAgo(0)}`))
      .body.items[0]?.people;
  const { body } = await admin.get<{ items: { id: string }[] }>('/organisations');
  const { id } = await aPerson(world);
  await admin.post(`/organisations/${body.items[0]?.id}/members`, { user: id, role: 'member' });
  const before = [await countIn(monthAgo(0)), await countIn(monthAgo(1)), await organisations()];
  assert.equal((await admin.post(`/users/${id}/delete`, { acknowledged: true })).status, 204);
  const after = [await countIn(monthAgo(0)), await countIn(monthAgo(1)), await organisations()];
  assert.deepEqual(after, before);
  const { items } = await peopleOf(monthAgo(0));
  assert.equal(
    items.find((person) => person.id === id),
    undefined,
  );
  assert.ok(((await billing()).months.at(-1)?.deleted ?? 0) > 0);
});

test('a date that is changed afterwards shows as a correction of the months it changed', async () => {
  await setUpAgo(3);
  const person = await admin.post<{ id: string }>('/users', {
    firstName: 'Late',
    lastName: 'Melding',
    email: 'late@zonnig.example',
    startsOn: `${monthAgo(2)}-15`,
  });
  const { id } = person.body;
  const read = async () =>
    (await admin.get<OutputOf<typeof listCorrections>>('/billing/corrections')).body.items
      .filter((correction) => correction.person?.id === id)
      .map(({ month, people }) => [month, people]);
  assert.deepEqual(await read(), [
    [monthAgo(1), 1],
    [monthAgo(2), 1],
  ]);
  await admin.post(`/users/${id}/deactivate`, { leavesOn: `${monthAgo(2)}-20` });
  assert.deepEqual((await read())[0], [monthAgo(1), -1]);
  const shown = (await billing()).months.find(({ month }) => month === monthAgo(1));
  assert.deepEqual([shown?.added, shown?.removed], [1, 1]);
  await admin.post(`/users/${id}/delete`, { acknowledged: true });
  assert.deepEqual(await read(), []);
  await setUpAgo(0);
});

test('CSV has a line for each of them, and only those of an organisation where one is named', async () => {
  const { raw } = await admin.get(`/billing.csv?month=${monthAgo(0)}`);
  const lines = raw.trim().split('\r\n');
  assert.equal(lines.length, 1 + (await peopleOf(monthAgo(0))).total.count);
  assert.ok(lines.some((line) => line.includes('Beheer,Ada')));
  const { body } = await admin.post<{ id: string }>('/organisations', { name: 'Leeg' });
  const empty = await admin.get(`/billing.csv?month=${monthAgo(0)}&organisation=${body.id}`);
  assert.equal(empty.raw.trim().split('\r\n').length, 1);
});

type Period = { startsOn: string; leavesOn: string | null };

/** Periods that do not overlap, from pairs of pauses and lengths in days; the last one may be open. */
const histories = fc.array(
  fc.record({
    periods: fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 })), {
      maxLength: 5,
    }),
    open: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

function layOut({ periods, open }: { periods: [number, number][]; open: boolean }): Period[] {
  let day = today.subtract({ days: 500 });
  return periods.map(([pause, length], index) => {
    const startsOn = day.add({ days: pause });
    day = startsOn.add({ days: length });
    const last = open && index === periods.length - 1;
    return { startsOn: startsOn.toString(), leavesOn: last ? null : day.toString() };
  });
}

function countDayByDay(people: Period[][], month: Temporal.PlainYearMonth): number {
  const days = Array.from({ length: month.daysInMonth }, (_, day) => month.toPlainDate({ day: day + 1 }));
  const come = days.map(String).filter((day) => day <= today.toString());
  return people.filter((periods) =>
    come.some((day) =>
      periods.some(({ startsOn, leavesOn }) => startsOn <= day && (leavesOn === null || day <= leavesOn)),
    ),
  ).length;
}

test('every month is what counting day by day gives, over random histories', async () => {
  const day = today.toString();
  const none = await countMonths(world.db, day, 24);
  const { body } = await admin.post<{ id: string }>('/organisations', { name: 'Van hen' });
  const theirs = body.id;
  await sql`insert into members (organisation_id, user_id, role_id)
    select ${theirs}::uuid, unnest(${crowd}::uuid[]), (select role_id from members limit 1)`.execute(
    world.db,
  );
  await fc.assert(
    fc.asyncProperty(histories, async (given) => {
      await sql`delete from staff_memberships where user_id = any(${crowd}::uuid[])`.execute(world.db);
      const people = given.map(layOut);
      const rows = people.flatMap((periods, at) =>
        periods.map((period) => ({ ...period, userId: crowd[at] ?? '' })),
      );
      if (rows.length > 0) await insertStaffMemberships(world.db, rows);
      const months = await countMonths(world.db, day, 24);
      const expected = none.map(({ month, people: before }) => ({
        month,
        people: before + countDayByDay(people, Temporal.PlainYearMonth.from(month)),
      }));
      assert.deepEqual(
        months.map(({ month, people }) => ({ month, people })),
        expected,
      );
      const last = {
        first: `${monthAgo(1)}-01`,
        last: today.with({ day: 1 }).subtract({ days: 1 }).toString(),
      };
      for (const ago of [0, 1, 5, 16]) {
        const first = today.with({ day: 1 }).subtract({ months: ago });
        const end = first.with({ day: first.daysInMonth }).toString();
        const days = { first: first.toString(), last: end < day ? end : day };
        const listed = await listOrganisations(world.db, days, day, null, 50);
        assert.equal(
          listed.find(({ id }) => id === theirs)?.people,
          await countPeople(world.db, days, [theirs]),
          String(ago),
        );
      }
      const deleted = months.at(-2)?.deleted ?? 0;
      assert.equal((await countPeople(world.db, last, null)) + deleted, expected.at(-2)?.people);
    }),
    { numRuns: 60 },
  );
});

const sums = async () =>
  (
    await sql<{ month: string; sum: string }>`
      select month::text, sum(delta)::text as sum from billed_months group by month having sum(delta) <> 0 order by month`.execute(
      world.db,
    )
  ).rows;

test('what triggers keep of the months is what counting everybody anew gives, whatever changes', async () => {
  const change = fc.record({
    what: fc.constantFrom('shorten', 'lengthen', 'move', 'remove', 'reopen'),
    who: fc.nat({ max: 7 }),
    days: fc.integer({ min: 1, max: 70 }),
  });
  await fc.assert(
    fc.asyncProperty(histories, fc.array(change, { maxLength: 6 }), async (given, changes) => {
      await sql`delete from staff_memberships where user_id = any(${crowd}::uuid[])`.execute(world.db);
      const rows = given.flatMap((history, at) =>
        layOut(history).map((period) => ({ ...period, userId: crowd[at] ?? '' })),
      );
      if (rows.length > 0) await insertStaffMemberships(world.db, rows);
      for (const { what, who, days } of changes) {
        const mine = sql`user_id = ${crowd[who]}::uuid`;
        const last = sql`${mine} and starts_on = (select max(starts_on) from staff_memberships where ${mine})`;
        await {
          shorten: sql`update staff_memberships set leaves_on = greatest(starts_on, leaves_on - ${days}::int) where ${mine}`,
          lengthen: sql`update staff_memberships set leaves_on = leaves_on + ${days}::int where ${last}`,
          move: sql`update staff_memberships set starts_on = starts_on + 1 where starts_on < leaves_on`,
          remove: sql`delete from staff_memberships where ${mine} and extract(day from starts_on) <= ${days}`,
          reopen: sql`update staff_memberships set leaves_on = null where ${last}`,
        }[what].execute(world.db);
      }
      const kept = await sums();
      await sql`select recount_billed_months()`.execute(world.db);
      assert.deepEqual(kept, await sums());
    }),
    { numRuns: 60 },
  );
});

async function insertCrowd(count: number): Promise<string[]> {
  const { rows: before } = await sql<{ id: string }>`select id from users`.execute(world.db);
  await insertPeople(world.db, count);
  const { rows } = await sql<{ id: string }>`
    select id from users where id <> all(${before.map(({ id }) => id)}::uuid[])`.execute(world.db);
  const ids = rows.map(({ id }) => id);
  await sql`delete from staff_memberships where user_id = any(${ids}::uuid[])`.execute(world.db);
  await sql`select refresh_standing(${ids}::uuid[])`.execute(world.db);
  return ids;
}
