import type { InputOf } from '../../contract/endpoint.ts';
import type { createUser } from '../../contract/users.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readLinks } from '../groups/read-links.ts';
import { assertMayGive } from '../members/gate.ts';
import { assertOrganisations, getFirstOrganisation } from '../organisations/organisations.sql.ts';
import { readWishes } from '../roles/read-wishes.ts';
import { getRoles, type StoredRole } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { PersonFields } from '../users/users.sql.ts';
import { addAccount, retryingUsername } from './add-account.ts';
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
  const day = await ensureToday(db);
  const startsOn = input.startsOn ?? day;
  const roles = await readWishes(db, input.roles ?? [], day);
  if (roles.length > 0 && !actor.permissions.has('users.roles')) throw new Refused('session.not-allowed');
  assertMayGive(actor, roles);
  const organisations = await chooseOrganisations(db, actor, input.organisations);
  const groups = await readLinks(db, actor, input.groups ?? [], 'groups');
  const fields = fieldsFrom(input, settings);
  const wanted = { ...fields, username: input.username };
  const account = {
    fields,
    username: input.username,
    startsOn,
    leavesOn: input.leavesOn ?? null,
    roles,
    organisations,
    groups,
    invite: input.sendWelcomeMail,
  };
  return namingTheOwner(db, actor, wanted, () =>
    retryingUsername(input.username === undefined, (again) =>
      transact(db, (transaction) => addAccount(transaction, actor, { ...account, again })),
    ),
  );
}

function fieldsFrom(
  input: Input,
  defaults: Pick<PersonFields, 'language' | 'timeZone'>,
): Omit<PersonFields, 'username'> {
  return {
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
