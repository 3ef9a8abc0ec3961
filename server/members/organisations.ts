import type {
  changeOrganisation,
  createOrganisation,
  deleteOrganisation,
  getOrganisation as getCall,
  listOrganisations,
  Organisation,
} from '../../contract/organisations.ts';
import type { Act } from '../act/act.ts';
import { type Actor, holds, seenOrganisations } from '../act/actor.ts';
import { readNamePage } from '../act/name-page.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import {
  type CountedOrganisation,
  countOrganisations,
  deleteOrganisation as deleteRow,
  insertOrganisation,
  listCounted,
  updateOrganisation,
} from '../organisations/organisations.sql.ts';
import { assertEverywhere } from './gate.ts';
import { getLockedOrganisation, getOrganisation } from './get-organisation.ts';
import { getHomeOrganisation } from './home-organisation.ts';
import { countOnlyHere, moveMembers } from './members.sql.ts';

export const listOrganisationsAct: Act<typeof listOrganisations> = async (
  db,
  actor,
  { search = '', home = false, ...page },
) => {
  const seen = seenOrganisations(actor);
  const mine = home ? await homeAmong(db, actor, seen) : seen;
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listCounted(db, mine, search, after, limit),
      (organisation) => [organisation.name_key, organisation.id],
      (organisation) => describe(actor, organisation),
    )),
    total: { count: await countOrganisations(db, mine, search), exact: true },
  };
};

async function homeAmong(db: Db, actor: Actor, seen: string[] | null): Promise<string[]> {
  const home = await getHomeOrganisation(db, actor);
  return seen === null || seen.includes(home) ? [home] : [];
}

export const getOrganisationAct: Act<typeof getCall> = async (db, actor, { id }) => {
  await getOrganisation(db, actor, id, 'organisations.view');
  const [organisation] = await listCounted(db, [id], '', null, 1);
  if (!organisation) throw new Refused('organisations.not-found');
  return describe(actor, organisation);
};

export const createOrganisationAct: Act<typeof createOrganisation> = async (db, actor, { name }) => {
  assertEverywhere(actor, 'organisations.change');
  const id = await transact(db, async (transaction) => {
    const made = await insertOrganisation(transaction, name);
    await record(transaction, actor, 'organisations.created', made, [
      { field: 'name', from: null, to: name },
    ]);
    return made;
  });
  return getOrganisationAct(db, actor, { id });
};

export const changeOrganisationAct: Act<typeof changeOrganisation> = async (
  db,
  actor,
  { id, version, ...given },
) => {
  await transact(db, async (transaction) => {
    const organisation = await getLockedOrganisation(transaction, actor, id, 'organisations.change');
    assertVersion(organisation, version);
    const before = { name: organisation.name, twoFactorRequired: organisation.two_factor_required };
    const changes = changesBetween(before, given);
    if (changes.length === 0) return;
    await updateOrganisation(transaction, id, {
      name: given.name ?? before.name,
      two_factor_required: given.twoFactorRequired ?? before.twoFactorRequired,
    });
    await record(transaction, actor, 'organisations.changed', id, changes);
  });
  return getOrganisationAct(db, actor, { id });
};

/**
 * Deletes an organisation. Its members go to the successor; with `none` they lose this membership, which is only
 * possible while each of them belongs somewhere else too.
 */
export const deleteOrganisationAct: Act<typeof deleteOrganisation> = async (db, actor, input) => {
  const { id, version, successor } = input;
  await getOrganisation(db, actor, id, 'organisations.change');
  assertEverywhere(actor, 'organisations.change');
  await transact(db, async (transaction) => {
    const organisation = await getLockedOrganisation(transaction, actor, id, 'organisations.change');
    assertVersion(organisation, version);
    if ((await countOrganisations(transaction, null, '')) === 1) throw new Refused('organisations.last');
    const [counted] = await listCounted(transaction, [id], '', null, 1);
    const members = counted?.members ?? 0;
    if (members > 0 && successor === undefined) throw refuseField('organisations.in-use', 'successor');
    if (successor === 'none' && (await countOnlyHere(transaction, id)) > 0) {
      throw refuseField('members.only-organisation', 'successor');
    }
    if (successor !== undefined && successor !== 'none') {
      if (successor === id) throw refuseField('organisations.unknown', 'successor');
      await getLockedOrganisation(transaction, actor, successor, 'organisations.view');
      await moveMembers(transaction, id, successor);
    }
    await deleteRow(transaction, id);
    await record(transaction, actor, 'organisations.deleted', id, [
      { field: 'name', from: organisation.name, to: null },
      { field: 'members', from: members, to: successor ?? null },
    ]);
  });
  return undefined;
};

function assertVersion(organisation: { version: number }, seenVersion: number | undefined): void {
  if (seenVersion === undefined || seenVersion === organisation.version) return;
  throw new Refused('request.stale', { values: { current: organisation.version } });
}

function describe(actor: Actor, organisation: CountedOrganisation): Organisation {
  const { id, name, members, two_factor_required: twoFactorRequired, version } = organisation;
  const allowed: Organisation['allowed'] = [];
  if (holds(actor, 'organisations.change', id)) allowed.push('change');
  if (holds(actor, 'members.manage', id)) allowed.push('manage-members');
  if (actor.permissions.has('organisations.change')) allowed.push('delete');
  return { id, name, members, twoFactorRequired, version, allowed };
}

async function record(db: Db, actor: Actor, action: string, id: string, changes: Change[]): Promise<void> {
  await recordDeeds(db, actor, [{ action, target: { kind: 'organisation', id }, about: null, changes }]);
}
