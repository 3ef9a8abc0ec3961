import type { listStaffMemberships as listCall } from '../../contract/employees.ts';
import type {
  Availability,
  getWork,
  setAvailability,
  setUserActivities,
  setUserSkills,
  Work,
} from '../../contract/work.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { listStaffMemberships } from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { listGroupsOf } from '../groups/group-links.sql.ts';
import { getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { nameOf } from '../users/name-of.ts';
import { assertVersion, type UserRow, updateVersion } from '../users/users.sql.ts';
import {
  listUserActivities,
  listUserSkills,
  readAvailability,
  replaceAvailability,
  replaceUserActivities,
  replaceUserSkills,
} from './user-work.sql.ts';

export const getWorkAct: Act<typeof getWork> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  return describe(db, actor, await getVisibleUser(db, actor, id), day);
};

export const listStaffMembershipsAct: Act<typeof listCall> = async (db, actor, { id }) => {
  await getVisibleUser(db, actor, id);
  return { items: await listStaffMemberships(db, id) };
};

export const setUserActivitiesAct: Act<typeof setUserActivities> = async (db, actor, input) =>
  change(db, actor, input, 'users.activities-changed', {
    read: async (transaction) => ({ activities: names(await listUserActivities(transaction, input.id)) }),
    write: (transaction) => replaceUserActivities(transaction, input.id, input.activities),
  });

export const setUserSkillsAct: Act<typeof setUserSkills> = async (db, actor, input) =>
  change(db, actor, input, 'users.skills-changed', {
    read: async (transaction) => ({ skills: skillWords(await listUserSkills(transaction, input.id)) }),
    write: (transaction) => replaceUserSkills(transaction, input.id, input.skills),
  });

export const setAvailabilityAct: Act<typeof setAvailability> = async (db, actor, input) =>
  change(db, actor, input, 'users.availability-changed', {
    read: async (transaction) => availabilityWords(await readAvailability(transaction, input.id)),
    write: (transaction) => replaceAvailability(transaction, input.id, input),
  });

type Part = {
  /** The part in words, for the audit. */
  read: (transaction: Db) => Promise<Record<string, unknown>>;
  write: (transaction: Db) => Promise<void>;
};

async function change(
  db: Db,
  actor: Actor,
  { id, version }: { id: string; version?: number },
  action: string,
  { read, write }: Part,
): Promise<Work> {
  const day = await ensureToday(db);
  return transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    assertVersion(user, version);
    const before = await read(transaction);
    await write(transaction);
    const changes: Change[] = changesBetween(before, await read(transaction));
    if (changes.length > 0) await updateVersion(transaction, id);
    const now = await getVisibleUser(transaction, actor, id);
    const answer = await describe(transaction, actor, now, day);
    if (changes.length > 0) {
      await recordDeeds(transaction, actor, [{ action, target: { kind: 'user', id }, about: id, changes }]);
    }
    return answer;
  });
}

async function describe(db: Db, actor: Actor, user: UserRow, day: string): Promise<Work> {
  const groups = await listGroupsOf(db, user.id);
  const mine = groups.filter(({ kind, until }) => kind === 'team' && (until === null || until >= day));
  return {
    id: user.id,
    name: nameOf(user),
    state: user.state,
    personnelNumber: user.personnel_number,
    jobTitle: user.job_title,
    teams: mine.map(({ id, name }) => ({ id, name })),
    staffMemberships: await listStaffMemberships(db, user.id),
    activities: await listUserActivities(db, user.id),
    skills: await listUserSkills(db, user.id),
    availability: await readAvailability(db, user.id),
    version: user.version,
    mayChange: actor.permissions.has('employees.change'),
  };
}

function names(things: { name: string }[]): string[] {
  return things.map(({ name }) => name);
}

function skillWords(skills: Work['skills']): string[] {
  return skills.map(({ name, level, startsOn, endsOn }) =>
    [`${name} ${level} %`, (startsOn || endsOn) && `${startsOn ?? '…'} – ${endsOn ?? '…'}`]
      .filter(Boolean)
      .join(', '),
  );
}

function availabilityWords({ week, exceptions }: Availability): Record<string, string[]> {
  return {
    availability: week.map(({ weekday, from, until }) => `${weekday}: ${from} – ${until}`),
    exceptions: exceptions.map(({ day, from, until }) => `${day}: ${from ?? '–'} – ${until ?? '–'}`),
  };
}
