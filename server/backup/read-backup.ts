import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { listMigrations, migrate } from '../db/migrate.ts';
import { type Db, transact } from '../db/transact.ts';
import { backupUnusable, type Header, marks } from './backup-lines.ts';
import { listTables } from './write-backup.ts';

const rowsAtOnce = 500;
const charactersAtOnce = 2_000_000;

/**
 * Reads a back-up into an empty database: all of it or nothing, then brings the schema up to date. Sessions are not
 * taken over, for some may have been ended since: everybody signs in again. Answers how many rows there are. Throws
 * `BackupUnusable`.
 */
export async function readBackup(database: Database, lines: AsyncIterable<string>): Promise<number> {
  const reader = lines[Symbol.asyncIterator]();
  const next = async () => {
    const read = await reader.next().catch((error: unknown) => {
      throw backupUnusable('cut-off', error);
    });
    return read.done ? null : read.value;
  };
  const { migrations } = readHeader(await next().catch(() => null));
  await prepare(database, migrations);
  const rows = await transact(database.db, async (transaction) => {
    const rebuild = await takeApart(transaction);
    const read = await readTables(transaction, next);
    await rebuild();
    await sql`delete from sessions`.execute(transaction);
    return read;
  });
  await migrate(database);
  await database.run('analyze');
  return rows;
}

function readHeader(text: string | null): Header {
  try {
    const header: Header = text?.startsWith(marks.header) ? JSON.parse(text.slice(1)) : null;
    if (header?.kind === 'muster backup' && Array.isArray(header.migrations)) return header;
  } catch {
    // Not one of ours.
  }
  throw backupUnusable('not-a-backup');
}

/** Builds the schema that the back-up was made of, where nothing is yet. */
async function prepare(database: Database, migrations: Header['migrations']): Promise<void> {
  const ours = listMigrations();
  const fits = migrations.every(({ digest }, n) => ours[n]?.digest === digest);
  if (!fits) throw backupUnusable('newer');
  await migrate(database, migrations.length);
  const { rows } = await sql<{ claimed: boolean; migrations: number }>`
    select (select count(*) > 0 from users) as claimed, (select count(*)::int from migrations) as migrations`.execute(
    database.db,
  );
  const [there] = rows;
  if (there?.claimed || there?.migrations !== migrations.length) throw backupUnusable('not-empty');
}

/** Empties the tables, and lets rows come in any order; what it answers makes the rules count again, for all rows. */
async function takeApart(transaction: Db): Promise<() => Promise<void>> {
  const { rows: keys } = await sql<{ table: string; name: string; definition: string }>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(transaction);
  for (const { table, name } of keys)
    await sql`alter table ${sql.id(table)} drop constraint ${sql.id(name)}`.execute(transaction);
  const tables = await listTables(transaction);
  await sql`truncate ${sql.join(tables.map((table) => sql.id(table)))}`.execute(transaction);
  const triggers = (table: string, state: 'disable' | 'enable') =>
    sql`alter table ${sql.id(table)} ${sql.raw(state)} trigger user`.execute(transaction);
  for (const table of tables) await triggers(table, 'disable');
  return async () => {
    for (const table of tables) await triggers(table, 'enable');
    for (const { table, name, definition } of keys)
      await sql`alter table ${sql.id(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
        transaction,
      );
  };
}

async function readTables(transaction: Db, next: () => Promise<string | null>): Promise<number> {
  let into = { table: '', columns: [] as string[] };
  let waiting: string[] = [];
  let rows = 0;
  let characters = 0;
  const store = async () => {
    if (waiting.length > 0) await insertRows(transaction, into, waiting);
    rows += waiting.length;
    waiting = [];
    characters = 0;
  };
  for (let text = await next(); text !== null; text = await next()) {
    const [mark, rest] = [text[0], text.slice(1)];
    if (mark === marks.row) {
      characters += rest.length;
      if (waiting.push(rest) >= rowsAtOnce || characters >= charactersAtOnce) await store();
      continue;
    }
    await store();
    if (mark === marks.table) {
      const { table } = JSON.parse(rest);
      into = { table, columns: await listColumns(transaction, table) };
    } else if (mark === marks.sequence) await setSequence(transaction, JSON.parse(rest));
    else if (mark === marks.end && JSON.parse(rest).rows === rows) return rows;
  }
  throw backupUnusable('cut-off');
}

/** Those that are stored; the others the database computes. */
async function listColumns(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(db);
  return rows.map(({ name }) => name);
}

async function insertRows(
  transaction: Db,
  { table, columns }: { table: string; columns: string[] },
  rows: string[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.id(name)));
  await sql`insert into ${sql.id(table)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${sql.id(table)}, ${`[${rows.join()}]`}::jsonb)`.execute(
    transaction,
  );
}

async function setSequence(
  transaction: Db,
  { sequence, value }: { sequence: string; value: number | null },
): Promise<void> {
  if (value !== null) await sql`select setval(${sequence}::regclass, ${value})`.execute(transaction);
}
