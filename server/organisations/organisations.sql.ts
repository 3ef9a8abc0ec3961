import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type StoredOrganisation = { id: string; name: string; two_factor_required: boolean; version: number };

export async function insertOrganisation(transaction: Db, name: string, demo = false): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('organisations')
    .values({ id, name, name_key: fold(name), is_demo: demo })
    .execute()
    .catch(refuseTaken);
  return id;
}

export async function updateOrganisation(
  transaction: Db,
  id: string,
  { name, two_factor_required }: Pick<StoredOrganisation, 'name' | 'two_factor_required'>,
): Promise<void> {
  await transaction
    .updateTable('organisations')
    .set((eb) => ({ name, name_key: fold(name), two_factor_required, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

function refuseTaken(error: unknown): never {
  const taken =
    error instanceof Error && 'constraint' in error && error.constraint === 'organisations_name_key';
  throw taken ? refuseField('organisations.name-taken', 'name') : error;
}

export async function deleteOrganisation(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('organisations').where('id', '=', id).execute();
}

export async function findOrganisation(db: Db, id: string): Promise<StoredOrganisation | undefined> {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'two_factor_required', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findOrganisations(db: Db, ids: string[]): Promise<StoredOrganisation[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'two_factor_required', 'version'])
    .where('id', 'in', ids)
    .execute();
}

/** The organisation, locked until the transaction ends: of two who change its members one waits. */
export async function lockOrganisation(transaction: Db, id: string): Promise<StoredOrganisation | undefined> {
  return transaction
    .selectFrom('organisations')
    .select(['id', 'name', 'two_factor_required', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type CountedOrganisation = StoredOrganisation & { name_key: string; members: number };

function matching(ids: string[] | null, search: string): RawBuilder<SqlBool> {
  const pattern = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${ids === null ? sql`true` : sql`o.id = any(${ids}::uuid[])`} and o.name_key like ${pattern})`;
}

/** Organisations by name with how many members each has; `ids` null: all of them. */
export async function listCounted(
  db: Db,
  ids: string[] | null,
  search: string,
  after: [string, string] | null,
  limit: number,
): Promise<CountedOrganisation[]> {
  const { rows } = await sql<CountedOrganisation>`
    select o.id, o.name, o.two_factor_required, o.version, o.name_key,
      (select count(*) from members m where m.organisation_id = o.id)::int as members
    from organisations o
    where ${matching(ids, search)}
      and ${after === null ? sql`true` : sql`(o.name_key, o.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by o.name_key, o.id
    limit ${limit}`.execute(db);
  return rows;
}

export async function countOrganisations(db: Db, ids: string[] | null, search: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from organisations o where ${matching(ids, search)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Deletes the organisations of the demo; returns how many there were. */
export async function deleteDemoOrganisations(transaction: Db): Promise<number> {
  const result = await transaction.deleteFrom('organisations').where('is_demo', '=', true).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Whether an organisation is called this, case and accents aside. */
export async function isOrganisation(db: Db, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('name_key', '=', fold(name))
    .executeTakeFirst();
  return row !== undefined;
}

/** The organisation that somebody belongs to when nobody says otherwise: the first that was made. */
export async function getFirstOrganisation(db: Db): Promise<string> {
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}
