import { sql } from 'kysely';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Availability, Work } from '../../contract/work.ts';
import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { minutesOf, timeOf } from '../lib/times.ts';

export async function listUserActivities(db: Db, userId: string): Promise<Work['activities']> {
  return db
    .selectFrom('user_activities as u')
    .innerJoin('activities as a', 'a.id', 'u.activity_id')
    .select(['a.id', 'a.name', 'a.colour'])
    .where('u.user_id', '=', userId)
    .orderBy('a.name_key')
    .execute();
}

/** Makes these the activities of somebody; refuses one that does not exist. */
export async function replaceUserActivities(transaction: Db, userId: string, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  await transaction.deleteFrom('user_activities').where('user_id', '=', userId).execute();
  const { rows } = await sql`
    insert into user_activities (user_id, activity_id)
    select ${userId}::uuid, a.id from activities a where a.id = any(${wanted}::uuid[])
    returning activity_id`.execute(transaction);
  if (rows.length < wanted.length) throw refuseField('activities.unknown', 'activities');
}

export async function listUserSkills(db: Db, userId: string): Promise<Work['skills']> {
  return db
    .selectFrom('user_skills as u')
    .innerJoin('skills as s', 's.id', 'u.skill_id')
    .select(['s.id as skill', 's.name', 'u.level', 'u.starts_on as startsOn', 'u.ends_on as endsOn'])
    .where('u.user_id', '=', userId)
    .orderBy('s.name_key')
    .orderBy('u.starts_on')
    .execute();
}

type SkillWish = Omit<Work['skills'][number], 'name'>;

/** Makes these the skills of somebody; one skill may stand there several times, with days that do not overlap. */
export async function replaceUserSkills(transaction: Db, userId: string, skills: SkillWish[]): Promise<void> {
  await transaction.deleteFrom('user_skills').where('user_id', '=', userId).execute();
  if (skills.length === 0) return;
  await transaction
    .insertInto('user_skills')
    .values(
      skills.map(({ skill, level, startsOn, endsOn }) => ({
        user_id: userId,
        skill_id: skill,
        level,
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    )
    .execute()
    .catch((error: unknown) => refuseImpossible(error, 'skills'));
}

export async function readAvailability(db: Db, userId: string): Promise<Availability> {
  const week = await db
    .selectFrom('availability')
    .select(['weekday', 'from_minute', 'until_minute'])
    .where('user_id', '=', userId)
    .orderBy('weekday')
    .orderBy('from_minute')
    .execute();
  const exceptions = await db
    .selectFrom('availability_exceptions')
    .select(['day', 'from_minute', 'until_minute'])
    .where('user_id', '=', userId)
    .orderBy('day')
    .orderBy('from_minute')
    .execute();
  return {
    week: week.map(({ weekday, from_minute, until_minute }) => ({
      weekday,
      from: timeOf(from_minute),
      until: timeOf(until_minute),
    })),
    exceptions: exceptions.map(({ day, from_minute, until_minute }) => ({
      day,
      from: from_minute === null ? null : timeOf(from_minute),
      until: until_minute === null ? null : timeOf(until_minute),
    })),
  };
}

/** Replaces the week and the days that differ. */
export async function replaceAvailability(
  transaction: Db,
  userId: string,
  { week, exceptions }: Availability,
): Promise<void> {
  await transaction.deleteFrom('availability').where('user_id', '=', userId).execute();
  await transaction.deleteFrom('availability_exceptions').where('user_id', '=', userId).execute();
  if (week.length > 0) {
    const rows = week.map(({ weekday, from, until }) => ({
      user_id: userId,
      weekday,
      from_minute: minutesOf(from),
      until_minute: minutesOf(until),
    }));
    await transaction
      .insertInto('availability')
      .values(rows)
      .execute()
      .catch((error: unknown) => refuseImpossible(error, 'week'));
  }
  if (exceptions.length > 0) {
    const rows = exceptions.map(({ day, from, until }) => ({
      user_id: userId,
      day,
      from_minute: from === null ? null : minutesOf(from),
      until_minute: until === null ? null : minutesOf(until),
    }));
    await transaction
      .insertInto('availability_exceptions')
      .values(rows)
      .execute()
      .catch((error: unknown) => refuseImpossible(error, 'exceptions'));
  }
}

const impossible: Record<string, RefusalCode> = {
  user_skills_skill_id_fkey: 'skills.unknown',
  user_skills_overlap: 'skills.overlap',
  user_skills_end_after_start: 'employment.leave-before-start',
  availability_overlap: 'work.availability-overlap',
  availability_exceptions_overlap: 'work.availability-overlap',
};

function refuseImpossible(error: unknown, field: string): never {
  const code = impossible[error instanceof Error && 'constraint' in error ? String(error.constraint) : ''];
  throw code ? refuseField(code, field) : error;
}
