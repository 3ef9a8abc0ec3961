import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ImportField } from '../../contract/import-fields.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import type { Milliseconds } from '../lib/days.ts';
import type { StoredImport } from './stored-import.ts';

/** Which imports somebody may know of: a condition on the imports table under the alias `i`. */
export function visibleImports(actor: Actor): RawBuilder<SqlBool> {
  if (actor.permissions.has('users.import')) return sql<SqlBool>`true`;
  return sql<SqlBool>`i.started_by = ${actor.userId}::uuid`;
}

export type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'file_name'
  | 'size'
  | 'started_by'
  | 'actor_kind'
  | 'origin'
  | 'language'
  | 'format'
  | 'columns'
  | 'options'
  | 'personnel_file_id'
>;

/** Begins an import whose rows are still being read: until they are all there it stands as failed. */
export async function insertImport(db: Db, made: NewImport): Promise<void> {
  await db
    .insertInto('imports')
    .values({
      ...made,
      origin: JSON.stringify(made.origin),
      format: JSON.stringify(made.format),
      columns: JSON.stringify(made.columns),
      options: JSON.stringify(made.options),
      row_count: 0,
      state: 'failed',
      failure: 'imports.unreadable',
    })
    .execute();
}

export type ImportChange = Partial<
  Pick<
    StoredImport,
    | 'state'
    | 'failure'
    | 'format'
    | 'columns'
    | 'options'
    | 'row_count'
    | 'checked_line'
    | 'started_by'
    | 'actor_kind'
    | 'origin'
    | 'language'
    | 'findings'
    | 'counts'
  >
> & { checked_at?: string | null; run_at?: string; done_at?: string };

/** Writes these and raises the version. */
export async function updateImport(transaction: Db, id: string, change: ImportChange): Promise<void> {
  const { format, columns, options, findings, counts, origin, ...plain } = change;
  const json = { format, columns, options, findings, counts, origin };
  const texts = Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, JSON.stringify(value)]),
  );
  await transaction
    .updateTable('imports')
    .set((eb) => ({ ...plain, ...texts, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findImport(
  db: Db,
  id: string,
  visible: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    select i.* from imports i where i.id = ${id}::uuid and ${visible}`.execute(db);
  return rows[0];
}

/** The import, locked until the transaction ends. */
export async function lockImport(
  transaction: Db,
  id: string,
  visible: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    select i.* from imports i where i.id = ${id}::uuid and ${visible} for update`.execute(transaction);
  return rows[0];
}

export async function listStoredImports(
  db: Db,
  visible: RawBuilder<SqlBool>,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<StoredImport[]> {
  const { rows } = await sql<StoredImport>`
    select i.* from imports i
    where ${visible} and i.personnel_file_id is null and ${
      after === null ? sql`true` : sql`(i.created_at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    }
    order by i.created_at desc, i.id desc
    limit ${limit}`.execute(db);
  return rows;
}

export async function countStoredImports(db: Db, visible: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from imports i
    where ${visible} and i.personnel_file_id is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function deleteImportRow(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('imports').where('id', '=', id).execute();
}

/** Throws away what a personnel file brought and nobody let run. */
export async function deleteOpenImportsOf(transaction: Db, personnelFileId: string): Promise<void> {
  await transaction
    .deleteFrom('imports')
    .where('personnel_file_id', '=', personnelFileId)
    .where('run_at', 'is', null)
    .execute();
}

/**
 * Takes the open import that nobody works on, or that this worker has; of several the one that has waited longest.
 * Whoever dies loses it when the lease ends.
 */
export async function claimImport(
  db: Db,
  worker: string,
  lease: Milliseconds,
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    update imports set leased_by = ${worker}::uuid,
      leased_until = clock_timestamp() + ${lease} * interval '1 millisecond'
    where id = (
      select id from imports
      where state in ('checking', 'running', 'undoing')
        and (leased_until < clock_timestamp() or leased_by = ${worker}::uuid)
      order by leased_until, id
      limit 1
      for update skip locked
    )
    returning *`.execute(db);
  return rows[0];
}

export async function isAnyOpen(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from imports where state in ('checking', 'running', 'undoing') limit 1`.execute(db);
  return rows.length > 0;
}

/** Lets go of what this worker has, so that whoever comes next need not wait. */
export async function releaseImports(db: Db, worker: string): Promise<void> {
  await sql`update imports set leased_until = '-infinity' where leased_by = ${worker}::uuid`.execute(db);
}

export async function readMappings(db: Db, keys: string[]): Promise<Map<string, ImportField | null>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('import_mappings').selectAll().where('heading_key', 'in', keys).execute();
  return new Map(rows.map(({ heading_key, field }) => [heading_key, field as ImportField | null]));
}

export async function upsertMappings(
  transaction: Db,
  mappings: Map<string, ImportField | null>,
): Promise<void> {
  if (mappings.size === 0) return;
  await transaction
    .insertInto('import_mappings')
    .values([...mappings].map(([heading_key, field]) => ({ heading_key, field })))
    .onConflict((conflict) =>
      conflict.column('heading_key').doUpdateSet({ field: (eb) => eb.ref('excluded.field') }),
    )
    .execute();
}
