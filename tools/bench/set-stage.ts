import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connectEmbedded, connectPostgres, type Database } from '../../server/db/connect.ts';
import { listMigrations, migrate } from '../../server/db/migrate.ts';
import { directoryJobs } from '../../server/directory/directory.jobs.ts';
import { ensureToday } from '../../server/employment/roll-day.ts';
import { usersJobs } from '../../server/users/users.jobs.ts';
import { fillInstallation } from './fill-installation.ts';
import { startKeptPostgres } from './keep-postgres.ts';
import type { Stage } from './topic.ts';

const cache = join(import.meta.dirname, '../../node_modules/.cache/muster/bench');
const directory = join(import.meta.dirname, '../../server/directory');
const makers = ['directory.fixtures.ts', 'letter-groups.ts', 'sum-up-stretches.ts'];

/** What the databases depend on: when it changes, they are built anew and the old ones removed. */
const version = createHash('sha256')
  .update(
    listMigrations()
      .map((migration) => migration.digest)
      .join(),
  )
  .update(makers.map((file) => readFileSync(join(directory, file), 'utf8')).join())
  .digest('hex')
  .slice(0, 12);

/**
 * Opens databases as topics ask for them; `clear` closes all. They stay in the folder of the packages, or in the one that
 * MUSTER_BENCH_DATA names, whatever changes meanwhile. A million people take minutes once, then no time.
 */
export function setStage(): Stage & { clear(): Promise<void> } {
  const kept = process.env.MUSTER_BENCH_DATA;
  const home = kept ?? join(cache, version);
  const old = kept || !existsSync(cache) ? [] : readdirSync(cache).filter((name) => name !== version);
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const open = new Map<string, Database>();
  let server: ReturnType<typeof startKeptPostgres> | undefined;
  return {
    open: async (kind, people, { anew = false } = {}) => {
      const name = `${kind}-${people}`;
      if (anew) {
        await open.get(name)?.close();
        open.delete(name);
      }
      let database = open.get(name);
      if (!database) {
        server ??= kind === 'postgres' ? startKeptPostgres(join(home, 'postgres')) : undefined;
        database =
          kind === 'embedded'
            ? await openFolder(home, people, anew)
            : await openOnServer((await server)?.url ?? '', people, anew);
        await bringUpToDate(database);
        open.set(name, database);
      }
      return database;
    },
    clear: async () => {
      for (const database of open.values()) await database.close();
      await (await server)?.stop();
    },
  };
}

/** As a program that runs would have it: today's migrations, today's day, and sums that its jobs have added up. */
async function bringUpToDate(database: Database): Promise<void> {
  await migrate(database);
  await ensureToday(database.db);
  for (const { run } of [...usersJobs, ...directoryJobs])
    await run(database.db, {}, new AbortController().signal);
  await database.run('vacuum (analyze) user_counts, circle_counts, billed_months');
}

async function openFolder(home: string, people: number, anew: boolean): Promise<Database> {
  const folder = join(home, `embedded-${people}`);
  if (anew) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    say(people, 'embedded');
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    const database = await connectEmbedded(unfinished);
    await fillInstallation(database, people);
    await database.close();
    renameSync(unfinished, folder);
  }
  return connectEmbedded(folder);
}

async function openOnServer(server: string, people: number, anew: boolean): Promise<Database> {
  const name = `people_${people}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    if (anew) await client.query(`drop database if exists ${name}`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      say(people, 'PostgreSQL');
      await client.query(`drop database if exists ${name}_new`);
      await client.query(`create database ${name}_new`);
      const database = await connectPostgres(`${url}_new`, { connections: 1 });
      await fillInstallation(database, people);
      await database.close();
      await client.query(`alter database ${name}_new rename to ${name}`);
    }
  } finally {
    await client.end();
  }
  return connectPostgres(url);
}

function say(people: number, where: string): void {
  process.stderr.write(`Making ${people.toLocaleString('en')} people (${where}), once …\n`);
}
