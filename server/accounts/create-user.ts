import type { InputOf } from '../../contract/endpoint.ts';
import type { createUser } from '../../contract/users.ts';
import { type Actor, holds } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readLinks } from '../groups/read-links.ts';
import { assertMayGive, assertMayGiveIn } from '../members/gate.ts';
import { getHomeOrganisation } from '../members/home-organisation.ts';
import { findOrganisations } from '../organisations/organisations.sql.ts';
import { readWishes } from '../roles/read-wishes.ts';
import { getRoles } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { PersonFields } from '../users/users.sql.ts';
import { addAccount, type NewAccount, type NewMembership, retryingTaken } from './add-account.ts';
import { namingTheOwner } from './name-taken.ts';
import { assertPerson } from './read-person.ts';

type Input = InputOf<typeof createUser>;

/**
 * Adds a person with their roles, organisation and staff membership, and unless told otherwise the mail that asks
 * them in: all in one transaction, so that a failure leaves nothing half-made. Returns the new id.
 */
export async function createUserAct(db: Db, actor: Actor, input: Input): Promise<string> {
  await assertPerson(input);
  const settings = await readSettings(db);
  const day = await ensureToday(db);
  const fields = fieldsFrom(input, settings);
  const wanted = { ...fields, username: input.username };
  const account = {
    fields,
    username: input.username,
    startsOn: input.startsOn ?? day,
    leavesOn: input.leavesOn ?? null,
    ...(await readBelongings(db, actor, input, day)),
    invite: input.sendWelcomeMail,
  };
  return namingTheOwner(db, actor, wanted, () =>
    retryingTaken(input.username === undefined ? ['users.username-taken'] : [], (again) =>
      transact(db, (transaction) => addAccount(transaction, actor, { ...account, again })),
    ),
  );
}

/** What a new person is to get, refused where it does not exist or goes beyond what the actor may give. */
export async function readBelongings(
  db: Db,
  actor: Actor,
  { roles: wishes = [], organisations, groups = [] }: Pick<Input, 'roles' | 'organisations' | 'groups'>,
  day: string,
): Promise<Pick<NewAccount, 'roles' | 'organisations' | 'groups'>> {
  const roles = await readWishes(db, wishes, day);
  if (roles.length > 0 && !actor.permissions.has('users.roles')) throw new Refused('session.not-allowed');
  assertMayGive(actor, roles);
  return {
    roles,
    organisations: await chooseOrganisations(db, actor, organisations),
    groups: await readLinks(db, actor, groups, 'groups'),
  };
}

/** The fields of a new person, with the choices of the installation where nothing is given. */
export function fieldsFrom(
  input: Omit<Input, 'sendWelcomeMail'>,
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

/** Where somebody new belongs, within the organisations where the actor may add people. */
async function chooseOrganisations(
  db: Db,
  actor: Actor,
  given: Input['organisations'],
): Promise<NewMembership[]> {
  const chosen = given?.length ? given : [{ id: await getHomeOrganisation(db, actor), role: 'member' }];
  const found = await findOrganisations(
    db,
    chosen.map(({ id }) => id),
  );
  return Promise.all(
    chosen.map(async ({ id, role: reference }) => {
      const organisation = found.find((one) => one.id === id);
      if (!organisation || !holds(actor, 'organisations.view', id)) {
        throw refuseField('organisations.unknown', 'organisations');
      }
      if (!holds(actor, 'users.create', id)) throw refuseField('session.not-allowed', 'organisations');
      const [role] = await getRoles(db, 'organisation', [reference], 'organisations');
      if (!role) throw new Refused('roles.unknown');
      assertMayGiveIn(actor, id, role, 'organisations');
      return { organisation, role };
    }),
  );
}
