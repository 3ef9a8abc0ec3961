import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectPostgres, type Database, fromEngine } from '../server/db/connect.ts';
import { keepImage } from '../server/db/embedded/keep-image.ts';
import { openMemory } from '../server/db/embedded/open-memory.ts';
import { listMigrations, migrate } from '../server/db/migrate.ts';

/** Where tests find the PostgreSQL server that `npm run test:postgres` started; unset: the embedded database. */
export const postgresUrl = process.env.MUSTER_TEST_POSTGRES_URL;

const digest = createHash('sha256')
  .update(
    listMigrations()
      .map((migration) => migration.digest)
      .join(),
  )
  .digest('hex')
  .slice(0, 12);

/** A migrated, empty database of one's own, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  return postgresUrl ? openOnServer(postgresUrl) : openInMemory();
}

async function openInMemory(): Promise<Database> {
  const image = await keepImage(`migrated-${digest}`, async () => {
    const pglite = await openMemory();
    await migrate(fromEngine(pglite));
    return pglite;
  });
  return fromEngine(await openMemory({ image }));
}

async function openOnServer(server: string): Promise<Database> {
  const { url, drop } = await createDatabase(server, await keepTemplate(server));
  const database = await connectPostgres(url);
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** The name of a migrated database on that server, to make others of; whoever comes first makes it, others wait. */
async function keepTemplate(server: string): Promise<string> {
  const name = `muster_migrated_${digest}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const { url } = await createDatabase(server);
    const database = await connectPostgres(url);
    await migrate(database);
    await database.close();
    await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
  });
  return name;
}

/** A new database on a server, empty unless it is made of a template: for tests that start processes of their own. */
export async function createDatabase(
  server: string,
  template = 'template0',
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  const run = (statement: string) => onServer(server, (client) => client.query(statement));
  await run(`create database ${name} template ${template} encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => void (await run(`drop database if exists ${name} with (force)`)),
  };
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
