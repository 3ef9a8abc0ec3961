import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { refuseField } from '../act/refused.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type GroupKind = Tables['groups']['kind'];

export type StoredGroup = {
  id: string;
  kind: GroupKind;
  name: string;
  description: string | null;
  email: string | null;
  displayName: string | null;
  code: string | null;
  version: number;
};

export type GroupFields = Pick<StoredGroup, 'name' | 'description' | 'email' | 'displayName' | 'code'>;

/** The columns of a group as the rest of the server reads them. */
export const groupColumns = [
  'id',
  'kind',
  'name',
  'description',
  'email',
  'display_name as displayName',
  'code',
  'version',
] as const;

export async function findGroup(db: Db, id: string): Promise<StoredGroup | undefined> {
  return db.selectFrom('groups').select(groupColumns).where('id', '=', id).executeTakeFirst();
}

export async function lockGroup(transaction: Db, id: string): Promise<StoredGroup | undefined> {
  return transaction
    .selectFrom('groups')
    .select(groupColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findGroups(db: Db, ids: string[]): Promise<StoredGroup[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('groups').select(groupColumns).where('id', 'in', ids).execute();
}

export async function insertGroup(
  transaction: Db,
  kind: GroupKind,
  fields: GroupFields,
  demo = false,
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('groups')
    .values({ id, kind, is_demo: demo, ...stored(fields) })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateGroup(transaction: Db, id: string, fields: GroupFields): Promise<void> {
  await transaction
    .updateTable('groups')
    .set((eb) => ({ ...stored(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

function stored({ name, description, email, displayName, code }: GroupFields) {
  return {
    name,
    name_key: fold(name),
    description,
    email,
    email_key: email === null ? null : emailKey(email),
    display_name: displayName,
    code,
    code_key: code === null ? null : fold(code),
  };
}

const taken: Record<string, { code: RefusalCode; field: string }> = {
  groups_name: { code: 'groups.name-taken', field: 'name' },
  groups_email: { code: 'groups.email-taken', field: 'email' },
  groups_code: { code: 'groups.code-taken', field: 'code' },
};

function refuseTaken(error: unknown): never {
  const known = taken[error instanceof Error && 'constraint' in error ? String(error.constraint) : ''];
  throw known ? refuseField(known.code, known.field) : error;
}

/** Deletes the groups of the demo, with the links of whoever was linked to them. */
export async function deleteDemoGroups(transaction: Db): Promise<void> {
  await transaction.deleteFrom('groups').where('is_demo', '=', true).execute();
}

export async function deleteGroup(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('groups').where('id', '=', id).execute();
}
