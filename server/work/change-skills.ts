import type { changeSkill, createSkill, deleteSkill, listSkills } from '../../contract/work.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Change, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { assertEverywhere } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import {
  deleteSkill as deleteRow,
  insertSkill,
  listStoredSkills,
  lockSkill,
  updateSkill,
} from './skills.sql.ts';

export const listSkillsAct: Act<typeof listSkills> = async (db, actor) => ({
  items: await listStoredSkills(db, visibleUsers(actor)),
});

async function getSkill(db: Db, actor: Actor, id: string) {
  const [skill] = await listStoredSkills(db, visibleUsers(actor), id);
  if (!skill) throw new Refused('skills.not-found');
  return skill;
}

export const createSkillAct: Act<typeof createSkill> = async (db, actor, { name }) =>
  transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    const id = await insertSkill(transaction, name);
    await record(transaction, actor, 'skills.created', id, { field: 'name', from: null, to: name });
    return getSkill(transaction, actor, id);
  });

export const changeSkillAct: Act<typeof changeSkill> = async (db, actor, { id, version, name }) =>
  transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    const before = await getLocked(transaction, id, version);
    if (before.name !== name) {
      await updateSkill(transaction, id, name);
      await record(transaction, actor, 'skills.changed', id, { field: 'name', from: before.name, to: name });
    }
    return getSkill(transaction, actor, id);
  });

export const deleteSkillAct: Act<typeof deleteSkill> = async (db, actor, { id, version }) => {
  await transact(db, async (transaction) => {
    assertEverywhere(actor, 'employees.change');
    const { name } = await getLocked(transaction, id, version);
    await deleteRow(transaction, id);
    await record(transaction, actor, 'skills.deleted', id, { field: 'name', from: name, to: null });
  });
  return undefined;
};

async function getLocked(transaction: Db, id: string, seen: number | undefined) {
  const skill = await lockSkill(transaction, id);
  if (!skill) throw new Refused('skills.not-found');
  if (seen !== undefined && seen !== skill.version) {
    throw new Refused('request.stale', { values: { current: skill.version } });
  }
  return skill;
}

async function record(db: Db, actor: Actor, action: string, id: string, change: Change): Promise<void> {
  await recordDeeds(db, actor, [{ action, target: { kind: 'skill', id }, about: null, changes: [change] }]);
}
