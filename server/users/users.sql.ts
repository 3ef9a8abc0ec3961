import { type Selectable, sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { insertMany } from '../db/insert-many.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { searchText, sortKey } from '../lib/sort-keys.ts';

/** A person as stored. */
export type UserRow = Selectable<Tables['users']>;

/** The columns that somebody types, under the names of the contract. */
export type PersonFields = {
  username: string;
  salutation: string | null;
  firstName: string;
  infix: string | null;
  lastName: string;
  email: string;
  phone: string | null;
  mobile: string | null;
  jobTitle: string | null;
  personnelNumber: string | null;
  language: UserRow['language'];
  timeZone: string;
};

/** A stored person's fields under the names of the contract. */
export function fieldsOf(user: UserRow): PersonFields {
  return {
    username: user.username,
    salutation: user.salutation,
    firstName: user.first_name,
    infix: user.infix,
    lastName: user.last_name,
    email: user.email,
    phone: user.phone,
    mobile: user.mobile,
    jobTitle: user.job_title,
    personnelNumber: user.personnel_number,
    language: user.language,
    timeZone: user.time_zone,
  };
}

export async function findUser(db: Db, id: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The person, locked until the transaction ends: what is decided about them stays true that long. */
export async function lockUserRow(transaction: Db, id: string): Promise<UserRow | undefined> {
  return transaction.selectFrom('users').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findUserByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('email_key', '=', emailKey(email)).executeTakeFirst();
}

/** By e-mail address or username, as somebody types it to sign in. A username never holds an `@`. */
export async function findUserByIdentifier(db: Db, identifier: string): Promise<UserRow | undefined> {
  if (identifier.includes('@')) return findUserByEmail(db, identifier);
  return db
    .selectFrom('users')
    .selectAll()
    .where('username_key', '=', usernameKey(identifier))
    .executeTakeFirst();
}

export function usernameKey(username: string): string {
  return username.trim().toLowerCase();
}

export type NewUser = PersonFields & {
  id: string;
  number: number;
  admin: boolean;
  demo?: boolean;
  nameGuessed?: boolean;
  activatedAt: Temporal.Instant | null;
  lockedAt?: Temporal.Instant | null;
  lastSignInAt?: Temporal.Instant | null;
  /** Now, unless the person was here before (demo, restored data). */
  createdAt?: Temporal.Instant;
  /** Their first staff membership, which is inserted next: saves changing the row then. */
  firstPeriod?: { startsOn: string; leavesOn: string | null; today: string };
};

/** Adds people; which e-mail, username or personnel number is taken is told as a refusal at its field. */
export async function insertUsers(transaction: Db, users: NewUser[]): Promise<void> {
  const now = Temporal.Now.instant();
  await insertMany(
    transaction,
    'users',
    users.map((user) => ({
      id: user.id,
      number: user.number,
      is_admin: user.admin,
      is_demo: user.demo ?? false,
      is_name_guessed: user.nameGuessed ?? false,
      activated_at: user.activatedAt?.toString() ?? null,
      locked_at: user.lockedAt?.toString() ?? null,
      last_sign_in_at: user.lastSignInAt?.toString() ?? '-infinity',
      created_at: (user.createdAt ?? now).toString(),
      ...standingIn(user.firstPeriod),
      ...columnsOf(user, user.number),
    })),
  ).catch(refuseTaken);
}

/** What `refresh_standing` in the database would make of a single period. */
function standingIn(period: NewUser['firstPeriod']) {
  if (!period) return {};
  const { startsOn, leavesOn, today } = period;
  const ended = leavesOn !== null && leavesOn < today;
  const standing: UserRow['standing'] = ended ? 'ended' : startsOn > today ? 'starting' : 'present';
  return { standing, starts_on: startsOn, leaves_on: leavesOn };
}

/** Writes all typed fields and raises the version. */
export async function updateUser(transaction: Db, user: UserRow, fields: PersonFields): Promise<void> {
  await transaction
    .updateTable('users')
    .set((eb) => ({ ...columnsOf(fields, user.number), version: eb('version', '+', 1) }))
    .where('id', '=', user.id)
    .execute()
    .catch(refuseTaken);
}

function columnsOf(fields: PersonFields, number: number) {
  return {
    username: fields.username,
    username_key: usernameKey(fields.username),
    salutation: fields.salutation,
    first_name: fields.firstName,
    infix: fields.infix,
    last_name: fields.lastName,
    email: fields.email,
    email_key: emailKey(fields.email),
    phone: fields.phone,
    mobile: fields.mobile,
    job_title: fields.jobTitle,
    personnel_number: fields.personnelNumber,
    personnel_number_key: fields.personnelNumber === null ? null : fold(fields.personnelNumber),
    language: fields.language,
    time_zone: fields.timeZone,
    sort_key: sortKey(fields),
    search_text: searchText({ ...fields, userNumber: number }),
  };
}

const taken: Record<string, { code: RefusalCode; field: string }> = {
  users_email: { code: 'users.email-taken', field: 'email' },
  users_username: { code: 'users.username-taken', field: 'username' },
  users_personnel_number: { code: 'users.personnel-number-taken', field: 'personnelNumber' },
};

function refuseTaken(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  const known = taken[constraint];
  throw known ? refuseField(known.code, known.field) : error;
}

/** Notes that somebody came in; no change that an open page should notice. */
export async function updateLastSignIn(transaction: Db, id: string): Promise<void> {
  await sql`update users set last_sign_in_at = now() where id = ${id}`.execute(transaction);
}

/** The marks of a person that have acts of their own. Raises the version, so that an open page notices. */
export async function updateMarks(
  transaction: Db,
  id: string,
  marks: Partial<{
    is_admin: boolean;
    activated_at: string;
    locked_at: string | null;
    two_factor_required: boolean;
    pending_email: string | null;
    default_sender: string | null;
    is_name_guessed: boolean;
  }>,
): Promise<void> {
  await transaction
    .updateTable('users')
    .set((eb) => ({ ...marks, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function updateVersion(transaction: Db, id: string): Promise<void> {
  await updateMarks(transaction, id, {});
}

/** Refuses when the caller saw another version than the one that is stored (412). */
export function assertVersion(user: { version: number }, seen: number | undefined): void {
  if (seen !== undefined && seen !== user.version) {
    throw new Refused('request.stale', { values: { current: user.version } });
  }
}

/** Erases the row and what hangs from it; keeps id and number, so that neither is used again. */
export async function deleteUserRow(transaction: Db, user: UserRow, day: string): Promise<void> {
  await transaction
    .insertInto('former_users')
    .values({ id: user.id, number: user.number, deleted_on: day })
    .execute();
  await transaction.deleteFrom('users').where('id', '=', user.id).execute();
}

/** Erases the made-up people and what hangs from them. Their numbers stay used: the sequence only counts up. */
export async function deleteDemoUsers(transaction: Db): Promise<number> {
  const result = await transaction.deleteFrom('users').where('is_demo', '=', true).executeTakeFirst();
  return Number(result.numDeletedRows);
}
