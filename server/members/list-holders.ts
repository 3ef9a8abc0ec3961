import type { listRoleHolders } from '../../contract/roles.ts';
import type { Act } from '../act/act.ts';
import { readNamePage } from '../act/name-page.ts';
import { Refused } from '../act/refused.ts';
import { holdersToday } from '../roles/list-roles.ts';
import { findRole, listHolders } from '../roles/roles.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { visibleUsers } from './visible-users.ts';

/** Who holds a role, among those whom the actor may see. */
export const listRoleHoldersAct: Act<typeof listRoleHolders> = async (db, actor, { id, ...page }) => {
  const role = await findRole(db, id);
  if (!role) throw new Refused('roles.not-found');
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listHolders(db, role, visibleUsers(actor), after, limit),
      (holder) => [holder.sort_key, holder.id],
      (holder) => ({
        user: { id: holder.id, name: nameOf(holder), email: holder.email },
        organisation: holder.organisation,
        endsOn: holder.ends_on,
      }),
    )),
    total: { count: (await holdersToday(db)).get(id) ?? 0, exact: true },
  };
};
