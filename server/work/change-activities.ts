import type { changeActivity, createActivity, deleteActivity, listActivities } from '../../contract/work.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { assertEverywhere } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import {
  deleteActivity as deleteRow,
  insertActivity,
  listStoredActivities,
  lockActivity,
  replaceNeededSkills,
  updateActivity,
} from './activities.sql.ts';

export const listActivitiesAct: Act<typeof listActivities> = async (db, actor) => ({
  items: await listStoredActivities(db, visibleUsers(actor)),
});

async function getActivity(db: Db, actor: Actor, id: string) {
  const [activity] = await listStoredActivities(db, visibleUsers(actor), id);
  if (!activity) throw new Refused('activities.not-found');
  return activity;
}

export const createActivityAct: Act<typeof createActivity> = async (db, actor, { skills, ...fields }) =>
  transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    const id = await insertActivity(transaction, fields);
    await replaceNeededSkills(transaction, id, skills);
    const made = await getActivity(transaction, actor, id);
    await record(transaction, actor, 'activities.created', id, [
      { field: 'name', from: null, to: fields.name },
      { field: 'colour', from: null, to: fields.colour },
      { field: 'skills', from: null, to: inWords(made.skills) },
    ]);
    return made;
  });

export const changeActivityAct: Act<typeof changeActivity> = async (
  db,
  actor,
  { id, version, skills, ...given },
) =>
  transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    await getLocked(transaction, id, version);
    const before = await getActivity(transaction, actor, id);
    await updateActivity(transaction, id, { name: before.name, colour: before.colour, ...given });
    if (skills) await replaceNeededSkills(transaction, id, skills);
    const after = await getActivity(transaction, actor, id);
    const changes = changesBetween<Record<string, unknown>>(fieldsOf(before), fieldsOf(after));
    if (changes.length > 0) await record(transaction, actor, 'activities.changed', id, changes);
    return after;
  });

export const deleteActivityAct: Act<typeof deleteActivity> = async (db, actor, { id, version }) => {
  await transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    const { name } = await getLocked(transaction, id, version);
    await deleteRow(transaction, id);
    await record(transaction, actor, 'activities.deleted', id, [{ field: 'name', from: name, to: null }]);
  });
  return undefined;
};

type Needed = { name: string; level: number };

function fieldsOf({ name, colour, skills }: { name: string; colour: string; skills: Needed[] }) {
  return { name, colour, skills: inWords(skills) };
}

function inWords(skills: Needed[]): string[] {
  return skills.map(({ name, level }) => `${name} ${level} %`);
}

async function getLocked(transaction: Db, id: string, seen: number | undefined) {
  const activity = await lockActivity(transaction, id);
  if (!activity) throw new Refused('activities.not-found');
  if (seen !== undefined && seen !== activity.version) {
    throw new Refused('request.stale', { values: { current: activity.version } });
  }
  return activity;
}

async function record(db: Db, actor: Actor, action: string, id: string, changes: Change[]): Promise<void> {
  await recordDeeds(db, actor, [{ action, target: { kind: 'activity', id }, about: null, changes }]);
}
