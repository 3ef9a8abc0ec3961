import { sql } from 'kysely';
import { listMigrations } from '../db/migrate.ts';
import type { Db } from '../db/transact.ts';
import { type Header, marks } from './backup-lines.ts';

const mostRowsAtOnce = 1000;
const charactersAtOnce = 2_000_000;

/**
 * Everything that is stored, as lines of text, as it is at one moment: rows as the database writes them in JSON, so
 * that a back-up of the embedded database can be read into a server and the other way round. Jobs that wait are not
 * in it: Muster finds out by itself what there is to do.
 */
export async function* writeBackup(db: Db): AsyncGenerator<string> {
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    await sql`set local time zone 'UTC'`.execute(transaction);
    yield line(marks.header, await describeDatabase(transaction));
    let rows = 0;
    for (const table of await listTables(transaction)) {
      yield line(marks.table, { table });
      for await (const piece of readRows(transaction, table)) {
        rows += piece.length;
        yield piece.map((row) => `${marks.row}${row}\n`).join('');
      }
    }
    for (const sequence of await readSequences(transaction)) yield line(marks.sequence, sequence);
    yield line(marks.end, { rows });
  } finally {
    await transaction.rollback().execute();
  }
}

function line(mark: string, value: object): string {
  return `${mark}${JSON.stringify(value)}\n`;
}

/** How far the schema is: who reads the back-up builds the same one first. */
async function describeDatabase(db: Db): Promise<Header> {
  const { rows } = await sql<{ number: number }>`select number from migrations`.execute(db);
  const done = new Set(rows.map(({ number }) => number));
  const migrations = listMigrations().filter(({ number }) => done.has(number));
  return { kind: 'muster backup', migrations: migrations.map(({ name, digest }) => ({ name, digest })) };
}

/** The tables of Muster; what is done in the background has a schema of its own. */
export async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

async function* readRows(transaction: Db, table: string): AsyncGenerator<string[]> {
  await sql`declare stored no scroll cursor for
    select to_jsonb(t)::text as row from ${sql.id(table)} t`.execute(transaction);
  // The first rows tell how large the others will be: photos are a thousand times what a name is.
  for (let count = 10; ; ) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(count)} from stored`.execute(transaction);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < count) break;
    const size = rows.reduce((sum, { row }) => sum + row.length, 0) / rows.length;
    count = Math.min(mostRowsAtOnce, Math.max(1, Math.floor(charactersAtOnce / size)));
  }
  await sql`close stored`.execute(transaction);
}

async function readSequences(db: Db): Promise<{ sequence: string; value: number | null }[]> {
  const { rows } = await sql<{ sequence: string; value: number | null }>`
    select sequencename as sequence, last_value as value from pg_sequences
    where schemaname = 'public' order by sequencename`.execute(db);
  return rows;
}
