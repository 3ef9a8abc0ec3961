import { sql } from 'kysely';
import type { Group, getGroup, listGroupMembers, listGroups } from '../../contract/groups.ts';
import type { Act } from '../act/act.ts';
import { readNamePage } from '../act/name-page.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import { type CountedGroup, countGroups, findCounted, listCounted } from './counted-groups.sql.ts';
import { listGroupMembers as listRows } from './group-links.sql.ts';
import { findGroup } from './groups.sql.ts';

export async function todayHere(db: Db): Promise<string> {
  return today((await readSettings(db)).timeZone).toString();
}

export const listGroupsAct: Act<typeof listGroups> = async (db, _actor, { kind, search = '', ...page }) => {
  const day = await todayHere(db);
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listCounted(db, kind, search, day, after, limit),
      (group) => [group.name_key, group.id],
      describeGroup,
    )),
    total: { count: await countGroups(db, kind, search), exact: true },
  };
};

export const getGroupAct: Act<typeof getGroup> = async (db, _actor, { id }) => {
  const group = await findCounted(db, id, await todayHere(db));
  if (!group) throw new Refused('groups.not-found');
  return describeGroup(group);
};

export const listGroupMembersAct: Act<typeof listGroupMembers> = async (db, actor, { id, ...page }) => {
  if (!(await findGroup(db, id))) throw new Refused('groups.not-found');
  const visible = visibleUsers(actor);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from group_members m join users u on u.id = m.user_id
    where m.group_id = ${id}::uuid and ${visible ?? sql`true`}`.execute(db);
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listRows(db, id, visible, after, limit),
      (member) => [member.sort_key, member.id],
      (member) => ({ ...member, name: nameOf(member) }),
    )),
    total: { count: rows[0]?.count ?? 0, exact: true },
  };
};

function describeGroup({ name_key: _, ...group }: CountedGroup): Group {
  return group;
}
