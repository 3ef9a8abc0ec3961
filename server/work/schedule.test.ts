import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getSchedule, Shift } from '../../contract/schedule.ts';
import type { Activity, Skill } from '../../contract/work.ts';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;
let team: string;
let activity: string;
let today: Temporal.PlainDate;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  await admin.patch('/settings', { timeZone: 'Europe/Amsterdam' });
  today = Temporal.PlainDate.from((await admin.get<{ today: string }>('/choices')).body.today);
  team = (await make<{ id: string }>('/groups', { kind: 'team', name: 'Balie' })).id;
  activity = (await make<Activity>('/activities', { name: 'Telefoon', colour: '#225588' })).id;
});
after(() => world.close());

async function make<T>(path: string, input: object): Promise<T> {
  const answer = await admin.post<T>(path, input);
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

const dayFrom = (days: number) => today.add({ days }).toString();

async function anEmployee(more: { may?: boolean } = {}): Promise<string> {
  const { id } = await aPerson(world);
  await admin.post(`/groups/${team}/members`, { users: [id], since: dayFrom(-20) });
  if (more.may !== false) await admin.put(`/users/${id}/activities`, { activities: [activity] });
  return id;
}

const plan = (user: string | null, startsAt: string, endsAt: string, more: object = {}) =>
  admin.post<Shift>('/shifts', { team, activity, user, startsAt, endsAt, ...more });

async function planned(user: string | null, days: number, from = '09:00', until = '17:00'): Promise<Shift> {
  const answer = await plan(user, `${dayFrom(days)}T${from}`, `${dayFrom(days)}T${until}`);
  assert.equal(answer.status, 201, answer.raw);
  return answer.body;
}

const codes = ({ problems }: Shift) => problems.map(({ code }) => code);

async function schedule(from: string, days = 7): Promise<OutputOf<typeof getSchedule>> {
  const answer = await admin.get<OutputOf<typeof getSchedule>>(
    `/schedule?team=${team}&from=${from}&days=${days}`,
  );
  assert.equal(answer.status, 200, answer.raw);
  return answer.body;
}

test('times are those on the clock; the hour that does not exist, 40 hours and a backward end are refused', async () => {
  const id = await anEmployee();
  const refusal = async (from: string, until: string) => {
    const { status, body } = await admin.post('/shifts', {
      team,
      activity,
      user: id,
      startsAt: from,
      endsAt: until,
    });
    return [status, body.code, body.fields?.[0]?.field];
  };
  assert.deepEqual(await refusal('2027-03-28T02:30', '2027-03-28T09:00'), [
    422,
    'shifts.no-such-time',
    'startsAt',
  ]);
  assert.deepEqual(await refusal('2027-04-01T09:00', '2027-04-03T01:00'), [422, 'shifts.too-long', 'endsAt']);
  assert.deepEqual(await refusal('2027-04-01T09:00', '2027-04-01T08:00'), [
    422,
    'shifts.end-before-start',
    'endsAt',
  ]);
  assert.equal((await refusal('2027-02-30T09:00', '2027-03-01T08:00'))[1], 'request.invalid');
  const spring = await plan(id, '2027-03-27T23:00', '2027-03-28T07:00');
  assert.deepEqual([spring.body.minutes, spring.body.endsAt], [7 * 60, '2027-03-28T07:00']);
  const autumn = await plan(id, '2026-10-24T23:00', '2026-10-25T07:00');
  assert.equal(autumn.body.minutes, 9 * 60);
});

test('in the hour that comes twice a shift begins the first time, and one of the second time stays there', async () => {
  const id = await anEmployee();
  const early = await plan(id, '2026-10-25T02:30', '2026-10-25T09:00');
  assert.equal(early.body.minutes, 7.5 * 60);
  await sql`update shifts set starts_at = starts_at + interval '1 hour' where id = ${early.body.id}`.execute(
    world.db,
  );
  const longer = await admin.patch<Shift>(`/shifts/${early.body.id}`, {
    startsAt: '2026-10-25T02:30',
    endsAt: '2026-10-25T10:00',
  });
  assert.deepEqual([longer.body.startsAt, longer.body.minutes], ['2026-10-25T02:30', 7.5 * 60]);
  const within = await plan(id, '2026-10-25T02:45', '2026-10-25T02:15');
  assert.equal(within.body.minutes, 30);
});

test('of somebody who leaves that week the days until then fit, and those after it do not', async () => {
  const id = await anEmployee();
  const before = await planned(id, 3);
  await admin.post(`/users/${id}/deactivate`, { leavesOn: dayFrom(3) });
  const after = await planned(id, 4);
  assert.deepEqual(codes(after), ['outside-membership']);
  const { people, shifts } = await schedule(dayFrom(1));
  assert.deepEqual(people.find((person) => person.id === id)?.away, [4, 5, 6, 7].map(dayFrom));
  assert.deepEqual(
    [before, after].map((shift) => codes(shifts.find((one) => one.id === shift.id) as Shift)),
    [[], ['outside-membership']],
  );
});

test('what does not fit is shown with its reason, and nothing of it is refused', async () => {
  const skill = await make<Skill>('/skills', { name: 'Frans' });
  const french = await make<Activity>('/activities', {
    name: 'Frans aan de telefoon',
    colour: '#883322',
    skills: [{ skill: skill.id, level: 60 }],
  });
  const id = await anEmployee();
  assert.deepEqual(codes(await planned(id, 10)), []);
  assert.deepEqual(codes(await planned(id, 10, '16:00', '18:00')), ['overlap']);
  assert.deepEqual(codes(await planned(id, 11, '01:00', '05:00')), ['rest']);
  const other = await plan(id, `${dayFrom(14)}T09:00`, `${dayFrom(14)}T10:00`, { activity: french.id });
  assert.deepEqual(other.body.problems, [
    { code: 'missing-activity', skill: null },
    { code: 'missing-skill', skill: 'Frans 60 %' },
  ]);
  assert.deepEqual(codes(await planned(id, -400)), ['outside-membership']);
  const weekday = today.add({ days: 20 }).dayOfWeek;
  await admin.put(`/users/${id}/availability`, {
    week: [
      { weekday, from: '09:00', until: '12:00' },
      { weekday, from: '12:00', until: '17:00' },
    ],
    exceptions: [{ day: dayFrom(27), from: null, until: null }],
  });
  assert.deepEqual(codes(await planned(id, 20)), []);
  assert.deepEqual(codes(await planned(id, 20, '18:00', '19:00')), ['outside-availability']);
  assert.deepEqual(codes(await planned(id, 22)), ['outside-availability']);
  assert.deepEqual(codes(await planned(id, 27)), ['outside-availability']);
});

test('a morning and an afternoon of one day need no night between them', async () => {
  const id = await anEmployee();
  await planned(id, 3, '08:00', '12:00');
  assert.deepEqual(codes(await planned(id, 3, '13:00', '17:00')), []);
});

test('two planners who move the same shift: the second is told, and nothing is overwritten', async () => {
  const shift = await planned(await anEmployee(), 1);
  const move = (hour: string) =>
    admin.send(
      'PATCH',
      `/api/v1/shifts/${shift.id}`,
      { endsAt: `${dayFrom(1)}T${hour}:00` },
      {
        'if-match': `"${shift.version}"`,
      },
    );
  const answers = await Promise.all(['12', '13', '14', '15', '16', '18', '19', '20', '21', '22'].map(move));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ status }) => status === 412).length, 9);
  const { body } = await admin.get<Shift>(`/shifts/${shift.id}`);
  assert.equal(body.version, shift.version + 1);
  const deleted = await admin.send('DELETE', `/api/v1/shifts/${shift.id}`, undefined, {
    'if-match': `"${shift.version}"`,
  });
  assert.equal(deleted.status, 412);
  assert.equal((await admin.delete(`/shifts/${shift.id}`)).status, 204);
  assert.equal((await admin.get(`/shifts/${shift.id}`)).status, 404);
});

test('who leaves keeps every shift; those after the leave date show as uncovered, and come right again', async () => {
  const id = await anEmployee();
  const [past, ahead] = [await planned(id, -7), await planned(id, 7)];
  await admin.post(`/users/${id}/deactivate`, { leavesOn: dayFrom(-1) });
  const week = async (days: number) => {
    const { people, shifts } = await schedule(dayFrom(days));
    return {
      away: people.find((person) => person.id === id)?.away,
      shift: shifts.find(({ user }) => user === id),
    };
  };
  assert.deepEqual(codes((await week(7)).shift as Shift), ['outside-membership']);
  assert.equal((await week(7)).shift?.id, ahead.id);
  assert.equal((await week(7)).away?.length, 7);
  assert.deepEqual([(await week(-7)).shift?.id, (await week(-7)).away], [past.id, []]);
  assert.equal((await week(14)).away, undefined);
  await admin.post(`/users/${id}/reactivate`, { startsOn: dayFrom(0) });
  assert.deepEqual(codes((await week(7)).shift as Shift), []);
});

test('who is deleted is out of shifts from now on, which stay open, and out of the names of past ones', async () => {
  const id = await anEmployee();
  const [past, ahead] = [await planned(id, -7), await planned(id, 7)];
  const running = await planned(id, 0, '00:00', '23:59');
  const { body } = await admin.get<{ counts: { futureShifts: number } }>(`/users/${id}/removal`);
  assert.equal(body.counts.futureShifts, 2);
  await admin.post(`/users/${id}/delete`, { acknowledged: true });
  const seen = async (shift: Shift) => {
    const { user, former } = (await admin.get<Shift>(`/shifts/${shift.id}`)).body;
    return [user, former];
  };
  assert.deepEqual(await seen(past), [null, true]);
  assert.deepEqual(await seen(ahead), [null, false]);
  assert.deepEqual(await seen(running), [null, false]);
  const { people, shifts } = await schedule(dayFrom(7));
  assert.equal(
    people.find((person) => person.id === id),
    undefined,
  );
  assert.ok(shifts.some((shift) => shift.id === ahead.id));
});

test('an activity that shifts have stays; CSV has a line for each shift of the team', async () => {
  const shift = await planned(await anEmployee(), 40);
  const refused = await admin.delete(`/activities/${activity}`);
  assert.deepEqual([refused.status, refused.body.code], [409, 'activities.in-use']);
  const { raw } = await admin.get(`/schedule.csv?team=${team}&from=${dayFrom(40)}&days=1`);
  const lines = raw.trim().split('\r\n');
  assert.equal(lines.length, 2);
  assert.ok(lines[1]?.includes(shift.startsAt.replace('T', ' ')));
});

test('somebody with 2,000 shifts leaves all of them', async () => {
  const { id } = await aPerson(world);
  await sql`
    insert into shifts (id, team_id, user_id, activity_id, starts_at, ends_at)
    select gen_random_uuid(), ${team}::uuid, ${id}::uuid, ${activity}::uuid,
      now() + make_interval(days => n - 1000), now() + make_interval(days => n - 1000, hours => 8)
    from generate_series(1, 2000) n`.execute(world.db);
  assert.equal((await admin.post(`/users/${id}/delete`, { acknowledged: true })).status, 204);
  const { rows } = await sql<{ former: number; open: number }>`
    select count(*) filter (where is_former)::int as former, count(*) filter (where not is_former)::int as open
    from shifts where starts_at < now() - interval '100 days' or starts_at > now() + interval '100 days'`.execute(
    world.db,
  );
  assert.ok((rows[0]?.former ?? 0) > 890 && (rows[0]?.open ?? 0) > 890);
});
