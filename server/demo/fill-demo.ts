import type { Language } from '../../contract/shapes.ts';
import { system } from '../act/actor.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { hashPassword } from '../lib/hash-passwords.ts';
import { newToken } from '../lib/tokens.ts';
import { insertMembers } from '../members/members.sql.ts';
import { insertOrganisation, isOrganisation } from '../organisations/organisations.sql.ts';
import { insertRoleAssignments, listStoredRoles } from '../roles/roles.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { insertCredentials } from '../sign-in/credentials.sql.ts';
import { chooseUsernames, nextUserNumbers } from '../users/choose-username.ts';
import { insertUsers } from '../users/users.sql.ts';
import { type DemoPerson, demoOrganisations, makePeople } from './make-people.ts';
import { writeGroups } from './write-groups.ts';
import { writeInvitations } from './write-invitations.ts';
import { writeShifts } from './write-shifts.ts';

/**
 * Fills a fresh installation with made-up organisations and 250 people around today, all marked as demo, in one
 * transaction. Nobody knows their passwords; an administrator may set one. Returns how many people.
 */
export async function fillDemo(db: Db): Promise<number> {
  const settings = await readSettings(db);
  const today = await ensureToday(db);
  // One hash for all, of a secret that is thrown away: what counts is that they have a password.
  const passwordHash = await hashPassword(newToken());
  const made = makePeople({ ...settings, now: Temporal.Now.instant() });
  return transact(db, async (transaction) => {
    const organisations = await insertOrganisations(transaction, settings.language);
    const people = await nameAndNumber(transaction, made);
    await insertUsers(
      transaction,
      people.map(({ user }) => user),
    );
    await insertBelongings(transaction, people, organisations);
    await writeGroups(transaction, people, settings.language);
    await writeShifts(transaction, { ...settings, today });
    await insertCredentials(
      transaction,
      people
        .filter(({ user }) => user.activatedAt !== null)
        .map(({ user }) => ({ userId: user.id, passwordHash })),
    );
    await writeInvitations(transaction, people);
    await recordDeeds(transaction, system(settings.language), [
      {
        action: 'demo.filled',
        target: { kind: 'organisation', id: organisations[0] ?? null },
        about: null,
        changes: [{ field: 'people', from: 0, to: people.length }],
      },
    ]);
    return people.length;
  });
}

const names: Record<Language, readonly string[]> = {
  nl: ['Kantoor Noord', 'Kantoor Midden', 'Kantoor Zuid'],
  en: ['North office', 'Central office', 'South office'],
};

async function insertOrganisations(transaction: Db, language: Language): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names[language].slice(0, demoOrganisations)) {
    const taken = await isOrganisation(transaction, name);
    ids.push(await insertOrganisation(transaction, taken ? `${name} (demo)` : name, true));
  }
  return ids;
}

async function nameAndNumber(transaction: Db, people: DemoPerson[]): Promise<DemoPerson[]> {
  const numbers = await nextUserNumbers(transaction, people.length);
  const usernames = await chooseUsernames(
    transaction,
    people.map(({ user }) => user.email),
  );
  return people.map((person, index) => ({
    ...person,
    user: {
      ...person.user,
      number: numbers[index] ?? person.user.number,
      username: usernames[index] ?? person.user.username,
    },
  }));
}

async function insertBelongings(
  transaction: Db,
  people: DemoPerson[],
  organisations: string[],
): Promise<void> {
  const roles = new Map((await listStoredRoles(transaction)).map(({ key, id }) => [key, id]));
  const roleId = (key: string) => roles.get(key) ?? '';
  await insertStaffMemberships(
    transaction,
    people.flatMap(({ user, periods }) =>
      periods.map(({ startsOn, leavesOn }) => ({
        userId: user.id,
        startsOn: startsOn.toString(),
        leavesOn: leavesOn?.toString() ?? null,
      })),
    ),
  );
  await insertRoleAssignments(
    transaction,
    people.flatMap(({ user, roles: keys }) => keys.map((key) => ({ userId: user.id, roleId: roleId(key) }))),
  );
  await insertMembers(
    transaction,
    people.flatMap(({ user, memberships }) =>
      memberships.map(({ organisation, role }) => ({
        userId: user.id,
        organisationId: organisations[organisation] ?? '',
        roleId: roleId(role),
      })),
    ),
  );
}
