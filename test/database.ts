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
  const { url, drop } = await createDatabase(server);
  const database = await connectPostgres(url);
  await migrate(database);
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** A new empty database on a server: for tests that start processes of their own. */
export async function createDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOn(server, `drop database if exists ${name} with (force)`) };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
