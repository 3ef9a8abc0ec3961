import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { appendDeeds } from '../audit/audit.sql.ts';
import { type Change, describeDeeds, type RecordedDeed } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { type GroupLink, insertLinks } from '../groups/group-links.sql.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { newId } from '../lib/ids.ts';
import { insertMembers } from '../members/members.sql.ts';
import type { WishedRole } from '../roles/read-wishes.ts';
import { insertRoleAssignments, type StoredRole } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { chooseUsername, chooseUsernames, nextUserNumbers } from '../users/choose-username.ts';
import { findUser, insertUsers, type PersonFields } from '../users/users.sql.ts';

/** What somebody is to be in an organisation. */
export type NewMembership = { organisation: { id: string; name: string }; role: StoredRole };

export type NewAccount = {
  fields: Omit<PersonFields, 'username'>;
  /** Undefined: made from the address. */
  username: string | undefined;
  /** True when the name was guessed from the address; the person corrects it when they activate the account. */
  nameGuessed?: boolean;
  startsOn: string;
  leavesOn: string | null;
  roles: WishedRole[];
  organisations: NewMembership[];
  groups: GroupLink[];
  /** Whether the mail that asks them in goes out now. */
  invite: boolean;
  /** Whether an earlier attempt found the username taken meanwhile. */
  again?: boolean;
};

type Made = NewAccount & { id: string; number: number; username: string };

/** Adds one person, as `addAccounts` does. Returns the new id. */
export async function addAccount(transaction: Db, actor: Actor, account: NewAccount): Promise<string> {
  const username =
    account.username ?? (await chooseUsername(transaction, account.fields.email, account.again));
  const [id = ''] = await addAccounts(transaction, actor, [{ ...account, username }]);
  return id;
}

/**
 * Adds people with everything they belong to, and perhaps the mails that ask them in, within one transaction, so that
 * a failure leaves nothing half-made. The caller has checked what the actor may give. Returns the new ids in order.
 */
export async function addAccounts(transaction: Db, actor: Actor, accounts: NewAccount[]): Promise<string[]> {
  const made = await nameAndNumber(transaction, accounts);
  const { rolledOn } = await readSettings(transaction);
  const users = made.map(({ fields, id, number, username, nameGuessed = false, startsOn, leavesOn }) => ({
    ...fields,
    id,
    number,
    username,
    admin: false,
    activatedAt: null,
    nameGuessed,
    firstPeriod: { startsOn, leavesOn, today: rolledOn },
  }));
  // Putting the deeds of many in words takes a while, in which the database can add them.
  const [deeds] = await Promise.all([
    afterSending(() => describeDeeds(actor, made.map(deedOf))),
    insertUsers(transaction, users),
  ]);
  await insertBelongings(transaction, made);
  for (const { id, invite } of made) if (invite) await inviteNew(transaction, actor, id);
  if (made.length > 0) await appendDeeds(transaction, deeds);
  return made.map(({ id }) => id);
}

/** Does this once the statement that was just begun is on its way to the database. */
async function afterSending<T>(work: () => T): Promise<T> {
  await nextTurn();
  return work();
}

async function nameAndNumber(transaction: Db, accounts: NewAccount[]): Promise<Made[]> {
  const numbers = await nextUserNumbers(transaction, accounts.length);
  const nameless = accounts.filter(({ username }) => username === undefined);
  const chosen = await chooseUsernames(
    transaction,
    nameless.map(({ fields }) => fields.email),
  );
  return accounts.map((account, index) => ({
    ...account,
    id: newId(),
    number: numbers[index] as number,
    username: account.username ?? (chosen.shift() as string),
  }));
}

async function insertBelongings(transaction: Db, made: Made[]): Promise<void> {
  await insertStaffMemberships(
    transaction,
    made.map(({ id, startsOn, leavesOn }) => ({ userId: id, startsOn, leavesOn })),
  );
  await insertRoleAssignments(
    transaction,
    made.flatMap(({ id, roles }) =>
      roles.map((role) => ({ userId: id, roleId: role.id, endsOn: role.endsOn ?? null })),
    ),
  );
  await insertMembers(
    transaction,
    made.flatMap(({ id, organisations }) =>
      organisations.map(({ organisation, role }) => ({
        userId: id,
        organisationId: organisation.id,
        roleId: role.id,
      })),
    ),
  );
  await insertLinks(
    transaction,
    made.flatMap(({ id, groups, startsOn }) =>
      groups.map((group) => ({ groupId: group.id, userId: id, since: startsOn, manager: false })),
    ),
  );
}

async function inviteNew(transaction: Db, actor: Actor, id: string): Promise<void> {
  const user = await findUser(transaction, id);
  if (user && user.standing !== 'ended') await putActivationMail(transaction, actor, user);
}

function deedOf(made: Made): RecordedDeed {
  const { id, fields, username, roles, startsOn, leavesOn, organisations, groups, invite } = made;
  const typed: Change[] = Object.entries({ ...fields, username })
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, from: null, to: value }));
  const changes = [
    ...typed,
    { field: 'roles', from: null, to: roles.map((role) => role.key ?? role.name) },
    ...organisations.flatMap(membershipChanges),
    ...(groups.length > 0 ? [{ field: 'groups', from: null, to: groups.map(({ name }) => name) }] : []),
    { field: 'startsOn', from: null, to: startsOn },
    ...(leavesOn ? [{ field: 'leavesOn', from: null, to: leavesOn }] : []),
    { field: 'welcomeMail', from: null, to: invite },
  ];
  return { action: 'users.created', target: { kind: 'user', id }, about: id, changes };
}

/** A new membership, as the audit log tells it to those who may know of the organisation. */
export function membershipChanges({ organisation: { id, name }, role }: NewMembership): Change[] {
  return [
    { field: 'organisation', from: null, to: name, organisation: id },
    { field: 'organisationRole', from: null, to: role.key ?? role.name, organisation: id },
  ];
}

const attempts = 5;

/**
 * Does it again when one of these was taken at the same moment: two people whose addresses suggest the same username, or
 * two who ask the same person in.
 */
export async function retryingTaken<T>(
  codes: RefusalCode[],
  work: (again: boolean) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt > 1);
    } catch (error) {
      const taken = error instanceof Refused && codes.includes(error.code);
      if (!taken || attempt === attempts) throw error;
    }
  }
}
