import { sql } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';
import { momentOf } from '../lib/wall-times.ts';
import { insertActivity } from '../work/activities.sql.ts';
import { insertDemoShifts } from '../work/shifts.sql.ts';
import { insertSkill } from '../work/skills.sql.ts';
import { replaceUserActivities, replaceUserSkills } from '../work/user-work.sql.ts';
import { makeDice } from './roll-dice.ts';

const activities = [
  { nl: 'Telefoon', en: 'Phone', colour: '#2563a8' },
  { nl: 'Balie', en: 'Reception', colour: '#2f7d5b' },
  { nl: 'Administratie', en: 'Office work', colour: '#8a4baf' },
] as const;

const skills = [
  { nl: 'Engels', en: 'English' },
  { nl: 'Eerste hulp', en: 'First aid' },
] as const;

const times = [
  ['08:00', '16:30'],
  ['09:00', '17:30'],
  ['12:00', '20:30'],
] as const;

const weeksBefore = 1;
const weeks = 4;

type Place = { timeZone: string; language: Language; today: string };

/** Four weeks of shifts around today for two teams of the demo, with what their people can do. */
export async function writeShifts(transaction: Db, { timeZone, language, today }: Place): Promise<void> {
  const { chance, between } = makeDice(20_261_123);
  const kinds = [];
  for (const { colour, ...names } of activities) {
    kinds.push(await insertActivity(transaction, { name: names[language], colour }, true));
  }
  const known = [];
  for (const names of skills) known.push(await insertSkill(transaction, names[language], true));
  const first = Temporal.PlainDate.from(today);
  const monday = first.subtract({ days: first.dayOfWeek - 1 + 7 * weeksBefore });
  for (const { team, users } of await listTeams(transaction)) {
    const shifts = [];
    for (const user of users) {
      await replaceUserActivities(transaction, user, kinds);
      const mine = known.filter(() => chance(0.6));
      const level = () => between(4, 10) * 10;
      await replaceUserSkills(
        transaction,
        user,
        mine.map((skill) => ({ skill, level: level(), startsOn: null, endsOn: null })),
      );
      for (let day = 0; day < 7 * weeks; day += 1) {
        const date = monday.add({ days: day });
        if (date.dayOfWeek > 5 || chance(0.25)) continue;
        const [from, until] = times[between(0, times.length - 1)] ?? times[0];
        const starts = momentOf(`${date}T${from}`, timeZone);
        const ends = momentOf(`${date}T${until}`, timeZone);
        const activity = kinds[between(0, kinds.length - 1)] ?? '';
        if (starts && ends) shifts.push({ id: newId(), team, user, activity, starts, ends });
      }
    }
    await insertDemoShifts(transaction, shifts);
  }
}

/** The first two teams of the demo with the people of today; who belongs to both works for the first. */
async function listTeams(transaction: Db): Promise<{ team: string; users: string[] }[]> {
  const { rows } = await sql<{ team: string; users: string[] }>`
    with teams as (select id, name_key from groups where is_demo and kind = 'team' order by name_key limit 2),
    people as (
      select distinct on (m.user_id) m.user_id, t.id, t.name_key
      from teams t join group_members m on m.group_id = t.id join users u on u.id = m.user_id
      where u.standing = 'present' order by m.user_id, t.name_key
    )
    select id as team, array_agg(user_id::text order by user_id) as users
    from people group by id, name_key order by name_key`.execute(transaction);
  return rows;
}
