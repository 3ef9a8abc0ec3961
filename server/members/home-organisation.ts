import { type Actor, organisationsWhere } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { getFirstOrganisation } from '../organisations/organisations.sql.ts';

/** Everybody belongs somewhere: without a choice in the first organisation, or where alone the actor may add people. */
export async function getHomeOrganisation(db: Db, actor: Actor): Promise<string> {
  const [own] = actor.permissions.has('users.create') ? [] : organisationsWhere(actor, 'users.create');
  return own ?? getFirstOrganisation(db);
}
