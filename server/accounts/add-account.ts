import type { RefusalCode } from '../../contract/refusals.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Change, recordDeeds } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { type GroupLink, insertGroupLinks } from '../groups/group-links.sql.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { newId } from '../lib/ids.ts';
import { insertMembers } from '../members/members.sql.ts';
import { assignmentsFor, type WishedRole } from '../roles/read-wishes.ts';
import { replaceRoles, type StoredRole } from '../roles/roles.sql.ts';
import { chooseUsername, nextUserNumber } from '../users/choose-username.ts';
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

/**
 * Adds a person with everything they belong to, and perhaps the mail that asks them in, within one transaction, so
 * that a failure leaves nothing half-made. The caller has checked what the actor may give. Returns the new id.
 */
export async function addAccount(transaction: Db, actor: Actor, account: NewAccount): Promise<string> {
  const id = newId();
  const number = await nextUserNumber(transaction);
  const username =
    account.username ?? (await chooseUsername(transaction, account.fields.email, account.again));
  const { nameGuessed = false } = account;
  await insertUsers(transaction, [
    { ...account.fields, username, id, number, admin: false, activatedAt: null, nameGuessed },
  ]);
  await insertStaffMemberships(transaction, [
    { userId: id, startsOn: account.startsOn, leavesOn: account.leavesOn },
  ]);
  await replaceRoles(transaction, id, assignmentsFor(account.roles, []));
  await insertMembers(
    transaction,
    account.organisations.map(({ organisation, role }) => ({
      userId: id,
      organisationId: organisation.id,
      roleId: role.id,
    })),
  );
  await insertGroupLinks(transaction, id, account.groups, account.startsOn);
  if (account.invite) await inviteNew(transaction, actor, id);
  await recordDeeds(transaction, actor, [
    {
      action: 'users.created',
      target: { kind: 'user', id },
      about: id,
      changes: changesOf({ ...account.fields, username }, account),
    },
  ]);
  return id;
}

async function inviteNew(transaction: Db, actor: Actor, id: string): Promise<void> {
  const user = await findUser(transaction, id);
  if (user && user.standing !== 'ended') await putActivationMail(transaction, actor, user);
}

function changesOf(
  fields: PersonFields,
  { roles, startsOn, leavesOn, organisations, groups, invite }: NewAccount,
): Change[] {
  const typed = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, from: null, to: value }));
  return [
    ...typed,
    { field: 'roles', from: null, to: roles.map((role) => role.key ?? role.name) },
    ...organisations.flatMap(membershipChanges),
    ...(groups.length > 0 ? [{ field: 'groups', from: null, to: groups.map(({ name }) => name) }] : []),
    { field: 'startsOn', from: null, to: startsOn },
    ...(leavesOn ? [{ field: 'leavesOn', from: null, to: leavesOn }] : []),
    { field: 'welcomeMail', from: null, to: invite },
  ];
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
