import type { InputOf } from '../../contract/endpoint.ts';
import type { createUser } from '../../contract/users.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Change, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { putActivationMail } from '../invitations/invite.ts';
import { newId } from '../lib/ids.ts';
import { assertMayGive } from '../members/gate.ts';
import { insertMembers } from '../members/members.sql.ts';
import { assertOrganisations, getFirstOrganisation } from '../organisations/organisations.sql.ts';
import { getRoles, replaceRoles, type StoredRole } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { chooseUsername, nextUserNumber } from '../users/choose-username.ts';
import { findUser, insertUsers, type PersonFields } from '../users/users.sql.ts';
import { namingTheOwner } from './name-taken.ts';
import { assertPerson } from './read-person.ts';

type Input = InputOf<typeof createUser>;

/**
 * Adds a person with their roles, organisation and staff membership, and unless told otherwise the mail that asks
 * them in: all in one transaction, so that a failure leaves nothing half-made. Returns the new id.
 */
export async function createUserAct(db: Db, actor: Actor, input: Input): Promise<string> {
  assertPerson(input);
  const settings = await readSettings(db);
  const startsOn = input.startsOn ?? (await ensureToday(db));
  const roles = await getRoles(db, 'installation', input.roles ?? [], 'roles');
  if (roles.length > 0 && !actor.permissions.has('users.roles')) throw new Refused('session.not-allowed');
  assertMayGive(actor, roles);
  const organisations = await chooseOrganisations(db, actor, input.organisations);
  const fields = fieldsFrom(input, settings);
  const wanted = { ...fields, username: input.username };
  return namingTheOwner(db, actor, wanted, () =>
    retryingUsername(input.username === undefined, (attempt) =>
      transact(db, async (transaction) => {
        const id = newId();
        const number = await nextUserNumber(transaction);
        const username = input.username ?? (await chooseUsername(transaction, fields.email, attempt > 1));
        await insertUsers(transaction, [
          { ...fields, username, id, number, admin: false, activatedAt: null },
        ]);
        await insertStaffMemberships(transaction, [
          { userId: id, startsOn, leavesOn: input.leavesOn ?? null },
        ]);
        await replaceRoles(
          transaction,
          id,
          roles.map((role) => role.id),
        );
        await insertMembers(
          transaction,
          organisations.map(({ organisationId, role }) => ({ userId: id, organisationId, roleId: role.id })),
        );
        if (input.sendWelcomeMail) await inviteNew(transaction, actor, id);
        await recordDeeds(transaction, actor, [
          {
            action: 'users.created',
            target: { kind: 'user', id },
            about: id,
            changes: creationChanges({ ...fields, username }, roles, startsOn, input),
          },
        ]);
        return id;
      }),
    ),
  );
}

async function inviteNew(transaction: Db, actor: Actor, id: string): Promise<void> {
  const user = await findUser(transaction, id);
  if (user && user.standing !== 'ended') await putActivationMail(transaction, actor, user);
}

function fieldsFrom(input: Input, defaults: Pick<PersonFields, 'language' | 'timeZone'>): PersonFields {
  return {
    username: '',
    salutation: input.salutation ?? null,
    firstName: input.firstName,
    infix: input.infix ?? null,
    lastName: input.lastName,
    email: input.email,
    phone: input.phone ?? null,
    mobile: input.mobile ?? null,
    jobTitle: input.jobTitle ?? null,
    personnelNumber: input.personnelNumber ?? null,
    language: input.language ?? defaults.language,
    timeZone: input.timeZone ?? defaults.timeZone,
  };
}

/** Without a choice: member of the first organisation, because everybody belongs somewhere. */
async function chooseOrganisations(
  db: Db,
  actor: Actor,
  given: Input['organisations'],
): Promise<{ organisationId: string; role: StoredRole }[]> {
  const chosen = given?.length ? given : [{ id: await getFirstOrganisation(db), role: 'member' }];
  await assertOrganisations(
    db,
    chosen.map((organisation) => organisation.id),
    'organisations',
  );
  return Promise.all(
    chosen.map(async ({ id, role: reference }) => {
      const [role] = await getRoles(db, 'organisation', [reference], 'organisations');
      if (!role) throw new Refused('roles.unknown');
      assertMayGive(actor, [role]);
      return { organisationId: id, role };
    }),
  );
}

const attempts = 5;

/** Two people with the same address part at the same moment: the second gets the next suffix. */
async function retryingUsername<T>(generated: boolean, work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const taken = error instanceof Refused && error.code === 'users.username-taken';
      if (!taken || !generated || attempt === attempts) throw error;
    }
  }
}

function creationChanges(
  fields: PersonFields,
  roles: StoredRole[],
  startsOn: string,
  input: Input,
): Change[] {
  const typed = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, from: null, to: value }));
  return [
    ...typed,
    { field: 'roles', from: null, to: roles.map((role) => role.key ?? role.name) },
    { field: 'startsOn', from: null, to: startsOn },
    ...(input.leavesOn ? [{ field: 'leavesOn', from: null, to: input.leavesOn }] : []),
    { field: 'welcomeMail', from: null, to: input.sendWelcomeMail },
  ];
}
