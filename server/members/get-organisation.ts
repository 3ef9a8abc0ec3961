import type { Permission } from '../../contract/permissions.ts';
import { type Actor, holds } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import {
  findOrganisation,
  lockOrganisation,
  type StoredOrganisation,
} from '../organisations/organisations.sql.ts';

/**
 * An organisation in which the actor holds the permission. One that they may not see answers like one that does not
 * exist.
 */
export async function getOrganisation(
  db: Db,
  actor: Actor,
  id: string,
  permission: Permission,
): Promise<StoredOrganisation> {
  return decide(actor, await findOrganisation(db, id), permission);
}

/** The same, locked: of two who change its members at the same time one waits for the other. */
export async function getLockedOrganisation(
  transaction: Db,
  actor: Actor,
  id: string,
  permission: Permission,
): Promise<StoredOrganisation> {
  return decide(actor, await lockOrganisation(transaction, id), permission);
}

function decide(
  actor: Actor,
  organisation: StoredOrganisation | undefined,
  permission: Permission,
): StoredOrganisation {
  if (!organisation || !holds(actor, 'organisations.view', organisation.id)) {
    throw new Refused('organisations.not-found');
  }
  if (!holds(actor, permission, organisation.id)) throw new Refused('session.not-allowed');
  return organisation;
}
