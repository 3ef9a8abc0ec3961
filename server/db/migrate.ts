import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './connect.ts';

type Migration = { number: number; name: string; statements: string; digest: string };

const folder = join(import.meta.dirname, 'migrations');

/** Every numbered SQL file, in order. */
export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const statements = readFileSync(join(folder, name), 'utf8');
      const digest = createHash('sha256').update(statements).digest('hex');
      return { number: Number(name.slice(0, 4)), name, statements, digest };
    });
}

/**
 * Brings the schema up to date; returns how many migrations ran. Each runs in a transaction of its own together
 * with its note in `migrations`, so a kill in the middle leaves the one before it. Processes that start at the
 * same time wait for each other. Throws when the database was made by a newer Muster. Only a back-up of an older one
 * stops earlier, after the first `most`.
 */
export async function migrate(database: Database, most = Number.POSITIVE_INFINITY): Promise<number> {
  const migrations = listMigrations();
  const done = await readDone(database);
  const unknown = done.find((row) => !migrations.some((migration) => migration.number === row.number));
  if (unknown)
    throw new Error(`The database was made by a newer Muster (migration ${unknown.name}). Start that one.`);
  let ran = 0;
  for (const migration of migrations.slice(0, most)) {
    const before = done.find((row) => row.number === migration.number);
    if (before && before.digest !== migration.digest) {
      throw new Error(`Migration ${migration.name} was changed after it ran. Restore the released file.`);
    }
    if (before) continue;
    await database.run(inOneTransaction(migration));
    ran += 1;
  }
  return ran;
}

async function readDone(database: Database): Promise<{ number: number; name: string; digest: string }[]> {
  const { rows: exists } = await sql<{ there: boolean }>`
    select to_regclass('migrations') is not null as there`.execute(database.db);
  if (!exists[0]?.there) return [];
  const { rows } = await sql<{ number: number; name: string; digest: string }>`
    select number, name, digest from migrations order by number`.execute(database.db);
  return rows;
}

/** One text, so that it travels as one simple query. The second of two processes finds the note and does nothing. */
function inOneTransaction({ number, name, statements, digest }: Migration): string {
  return `
    begin;
    select pg_advisory_xact_lock(7305127);
    create table if not exists migrations (
      number integer primary key, name text not null, digest text not null, at timestamptz not null default now()
    );
    do $migrate$ begin
      if not exists (select 1 from migrations where number = ${number}) then
        execute $statements$${statements}$statements$;
        insert into migrations (number, name, digest) values (${number}, '${name}', '${digest}');
      end if;
    end $migrate$;
    commit;`;
}
