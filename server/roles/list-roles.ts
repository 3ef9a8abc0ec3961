import { permissions } from '../../contract/permissions.ts';
import type { exportRoles, getRole, listRoles } from '../../contract/roles.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Act, StreamingAct } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { csvLine } from '../lib/csv.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { describeRole } from './describe-role.ts';
import { roleName } from './role-name.ts';
import { countHolders, findRole, listStoredRoles } from './roles.sql.ts';

export async function holdersToday(db: Db): Promise<Map<string, number>> {
  return countHolders(db, today((await readSettings(db)).timeZone).toString());
}

export const listRolesAct: Act<typeof listRoles> = async (db, actor, { scope }) => {
  const roles = await listStoredRoles(db, scope);
  const counts = actor.permissions.has('roles.view') ? await holdersToday(db) : null;
  return { items: roles.map((role) => describeRole(actor, role, counts && (counts.get(role.id) ?? 0))) };
};

export const getRoleAct: Act<typeof getRole> = async (db, actor, { id }) => {
  const role = await findRole(db, id);
  if (!role) throw new Refused('roles.not-found');
  return describeRole(actor, role, (await holdersToday(db)).get(id) ?? 0);
};

/** The table roles × permissions: a line for each permission, a column for each role, `x` where it is given. */
export const exportRolesAct: StreamingAct<typeof exportRoles> = async (db, actor) => {
  const roles = await listStoredRoles(db);
  const header = ['', ...roles.map((role) => roleName(role, actor.language))];
  const lines = permissions.map((permission) => {
    const key = `permissions.${permission}`;
    const words = isTextKey(key) ? translate(actor.language, key) : permission;
    return [words, ...roles.map((role) => (role.permissions.includes(permission) ? 'x' : ''))];
  });
  async function* chunks() {
    yield [header, ...lines].map(csvLine).join('');
  }
  return { fileName: 'roles.csv', chunks: chunks() };
};
