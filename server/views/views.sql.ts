import { sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import { refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

export type ViewFields = { name: string; address: string };
export type StoredView = ViewFields & { id: string; owner: string | null };

const columns = ['id', 'owner', 'name', 'address'] as const;

/** The shared views and those of this person, by name. */
export async function listStoredViews(db: Db, owner: string | null): Promise<StoredView[]> {
  return db
    .selectFrom('saved_views')
    .select(columns)
    .where((eb) => eb.or([eb('owner', 'is', null), eb('owner', '=', owner)]))
    .orderBy('name_key')
    .orderBy('id')
    .execute();
}

/** The view, when it is shared or this person's own, locked until the transaction ends. */
export async function lockView(
  transaction: Db,
  id: string,
  owner: string | null,
): Promise<StoredView | undefined> {
  return transaction
    .selectFrom('saved_views')
    .select(columns)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('owner', 'is', null), eb('owner', '=', owner)]))
    .forUpdate()
    .executeTakeFirst();
}

export async function insertView(
  transaction: Db,
  owner: string | null,
  { name, address }: ViewFields,
): Promise<StoredView> {
  const view = { id: newId(), owner, name, address };
  await transaction
    .insertInto('saved_views')
    .values({ ...view, name_key: fold(name) })
    .execute()
    .catch(refuseTaken);
  return view;
}

export async function countViews(db: Db, owner: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from saved_views where owner is not distinct from ${owner}::uuid`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function updateView(transaction: Db, id: string, { name, address }: ViewFields): Promise<void> {
  await transaction
    .updateTable('saved_views')
    .set({ name, name_key: fold(name), address })
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken);
}

export async function deleteStoredView(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('saved_views').where('id', '=', id).execute();
}

function refuseTaken(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  throw constraint === 'saved_views_name' ? refuseField('views.name-taken', 'name') : error;
}
