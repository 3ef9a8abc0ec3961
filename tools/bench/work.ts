import { sql } from 'kysely';
import { listBilledOrganisations, listBilledPeople } from '../../contract/billing.ts';
import { deleteUserAct } from '../../server/accounts/end-account.ts';
import { system } from '../../server/act/actor.ts';
import {
  getBillingAct,
  listBilledOrganisationsAct,
  listBilledPeopleAct,
} from '../../server/billing/billing.ts';
import type { Database } from '../../server/db/connect.ts';
import { getScheduleAct } from '../../server/work/get-schedule.ts';
import { measure, short } from './measure.ts';
import type { Topic } from './topic.ts';
import { drawWeek } from './work-in-browser.ts';

const people = Number(process.env.MUSTER_BENCH_PEOPLE ?? 1_000_000);
const team = '00000000-0000-7000-8000-000000000001';
const activity = '00000000-0000-7000-8000-000000000002';
const actor = system('nl');

/** Gives everybody the staff membership that their dates tell, and 200 of them a team with a week of shifts. */
async function prepare(database: Database): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select exists (select from staff_memberships) as done`.execute(database.db);
  if (!rows[0]?.done) {
    await database.run(`
      alter table staff_memberships disable trigger user;
      insert into staff_memberships (id, user_id, starts_on, leaves_on)
      select gen_random_uuid(), id, least(coalesce(starts_on, '2020-01-01'), leaves_on), leaves_on from users;
      alter table staff_memberships enable trigger user;
      select recount_billed_months()`);
    await database.run('vacuum analyze staff_memberships');
  }
  await database.run(`
    delete from shifts; delete from groups where id = '${team}'; delete from activities where id = '${activity}';
    insert into groups (id, kind, name, name_key) values ('${team}', 'team', 'Meting', 'meting');
    insert into activities (id, name, name_key, colour) values ('${activity}', 'Meting', 'meting', '#225588');
    insert into group_members (group_id, user_id, since)
      select '${team}', id, '2020-01-01' from users where standing = 'present' order by id limit 200;
    insert into shifts (id, team_id, user_id, activity_id, starts_at, ends_at)
      select gen_random_uuid(), '${team}', m.user_id, '${activity}', d + interval '8 hours', d + interval '16 hours'
      from group_members m, generate_series('2026-11-16'::timestamptz, '2026-11-29', interval '1 day') d
      where m.group_id = '${team}';
    analyze shifts; analyze group_members`);
}

/** Milliseconds that erasing somebody with 2,000 shifts takes. */
async function deleteSomebody({ db }: Database): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from users where standing = 'ended' and not is_admin order by id desc limit 1`.execute(db);
  const id = rows[0]?.id ?? '';
  await sql`
    insert into shifts (id, team_id, user_id, activity_id, starts_at, ends_at)
    select gen_random_uuid(), ${team}::uuid, ${id}::uuid, ${activity}::uuid,
      now() + make_interval(days => n - 1000), now() + make_interval(days => n - 1000, hours => 8)
    from generate_series(1, 2000) n`.execute(db);
  const began = performance.now();
  await deleteUserAct(db, actor, { id, acknowledged: true });
  return performance.now() - began;
}

/** Billing of a month, the week of a large team, and erasing somebody with many shifts. */
export const work: Topic = {
  name: 'work',
  run: async (stage) => {
    const rows: string[][] = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const database = await stage.open(kind, people);
      const { db } = database;
      await prepare(database);
      const week = { team, from: '2026-11-16', days: 7 };
      const questions: [name: string, most: number, ask: () => Promise<unknown>][] = [
        ['billing, 24 months', 1000, () => getBillingAct(db, actor, {})],
        [
          'billing per organisation',
          1000,
          () => listBilledOrganisationsAct(db, actor, listBilledOrganisations.input.parse({})),
        ],
        [
          'billing, who counted',
          1000,
          () => listBilledPeopleAct(db, actor, listBilledPeople.input.parse({})),
        ],
        ['week of 200 people', 50, () => getScheduleAct(db, actor, week)],
      ];
      for (const [name, most, ask] of questions) {
        const { p50, p95 } = await measure(ask);
        rows.push([kind, name, `${short(p50)} ms`, `${short(p95)} ms`, p50 <= most ? 'yes' : 'no']);
      }
      const drawn = await drawWeek(database, team, week.from);
      const inBrowser: [name: string, most: number, taken: number][] = [
        [`page of the week of ${drawn.rows - 1} people, drawn`, 500, drawn.opened],
        ['the next week, drawn', 500, drawn.nextWeek],
        ['scrolling through it, a frame (p95)', 50, drawn.frame],
      ];
      for (const [name, most, taken] of inBrowser) {
        rows.push([kind, name, `${short(taken)} ms`, '', taken <= most ? 'yes' : 'no']);
      }
      const times = [];
      for (let turn = 0; turn < 5; turn += 1) times.push(await deleteSomebody(database));
      const middle = times.toSorted((a, b) => a - b)[2] ?? 0;
      rows.push([
        kind,
        'erase somebody with 2,000 shifts',
        `${short(middle)} ms`,
        `${short(Math.max(...times))} ms`,
        middle <= 200 ? 'yes' : 'no',
      ]);
    }
    return [
      {
        title: `Work and billing at ${people.toLocaleString('en')} people`,
        columns: ['database', 'what', 'p50', 'p95', 'reached'],
        rows,
        about: [
          'To reach: a month of billing within 1 s, the week of 200 people with 1,400 shifts within 50 ms at the server and drawn within 500 ms in Chromium, erasing somebody with 2,000 shifts within 200 ms.',
          'Drawn: on a warm browser cache, until the first shifts stand there; the middle of 7. Scrolling: 120 pixels a frame.',
        ],
      },
    ];
  },
};
