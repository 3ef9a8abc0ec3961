import { Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { fromPglite } from 'pg-boss';
import { type Milliseconds, seconds } from '../lib/days.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
import { readArrays, readers } from './readers.ts';
import type { Tables } from './tables.ts';
import type { Db } from './transact.ts';

/** An open database, embedded or on a server: the same tables and the same SQL. */
export type Database = {
  kind: 'embedded' | 'postgres';
  db: Db;
  /** Runs several statements at once, outside Kysely: migrations. */
  run(statements: string): Promise<void>;
  /** How pg-boss reaches this database: it does not know our readers, so its moments come as `Date`. */
  forJobs(): Promise<ReturnType<typeof fromPglite>>;
  /** Tells who is refused the data folder where this process serves; nothing on a server. */
  describe(what: { address: string }): void;
  close(): Promise<void>;
};

/**
 * Opens the server at `url`; throws what `pg` throws when it cannot be reached. Who waits for a server that has
 * fallen silent, without closing the connection, is told so after `silence`.
 */
export async function connectPostgres(
  url: string,
  { connections = 10, silence = seconds(60) }: { connections?: number; silence?: Milliseconds } = {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    stream: () => breakWhenSilent(new Socket(), silence),
    connectionTimeoutMillis: 5000,
    application_name: 'muster',
    types: { getTypeParser: postgresParser as typeof pg.types.getTypeParser },
    // Compiling a query to machine code takes longer than any query of Muster runs. The pool waits for this.
    onConnect: async (client) => void (await client.query('set jit = off')),
  });
  // A connection that breaks while it waits is replaced by the pool; the next query tells whoever needs it.
  pool.on('error', () => undefined);
  // The same for one that breaks between two queries of a transaction: without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const client = await pool.connect().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  client.release();
  return {
    kind: 'postgres',
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    run: (statements) => runPatiently(url, statements),
    forJobs: async () => ({
      executeSql: async (text: string, values?: unknown[]) => pool.query({ text, values, types: pg.types }),
    }),
    describe: () => undefined,
    close: () => pool.end(),
  };
}

/** A connection on which nothing comes for so long is given up, as if the server had closed it. */
function breakWhenSilent(socket: Socket, silence: Milliseconds): Socket {
  socket.setTimeout(silence, () => {
    socket.destroy(Object.assign(new Error('The database does not answer.'), { code: 'ETIMEDOUT' }));
  });
  return socket;
}

/** On a connection of its own that may be silent for long: building an index for a million people is. */
async function runPatiently(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'muster' });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

function postgresParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return readers[type] ?? readArrays[type] ?? pg.types.getTypeParser(type, format as 'text');
}

/** Opens the data folder for this process alone; throws `FolderInUse` or `FolderUnusable`. */
export async function connectEmbedded(folder: string, hears: EmbeddedOptions = {}): Promise<Database> {
  const { pglite, describe, close } = await openEmbedded(folder, hears);
  return { ...fromEngine(pglite), describe, close };
}

/** Muster's view of an engine that is already open: a data folder, or memory in tests. */
export function fromEngine(pglite: PGlite): Database {
  const parsers = { ...pglite.parsers };
  Object.assign(pglite.parsers, readers, readArrays);
  return {
    kind: 'embedded',
    db: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }),
    run: async (statements) => void (await pglite.exec(statements)),
    forJobs: async () => {
      const { fromPglite } = await import('pg-boss');
      return fromPglite({
        query: (text, values) => pglite.query(text, values, { parsers }),
        exec: (text) => pglite.exec(text, { parsers }),
        listen: (channel, hear) => pglite.listen(channel, hear),
      });
    },
    describe: () => undefined,
    close: () => pglite.close(),
  };
}
