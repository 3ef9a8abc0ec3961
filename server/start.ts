import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { allJobs } from './all-jobs.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { connectEmbedded, connectPostgres, type Database } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { publicAddress } from './settings/public-address.ts';
import { renewSetupToken } from './setup/claim.sql.ts';
import { startDemo } from './setup/start-demo.ts';

export type Running = { address: string; stop(): Promise<void> };

/** The log: quiet by default, on standard error, so that what a person must read stands alone on standard output. */
export function makeLogger(): Logger {
  return pino(
    { level: process.env.MUSTER_LOG ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Opens the database that the configuration names, with its schema up to date. */
export async function openDatabase(config: Config): Promise<Database> {
  const database = config.databaseUrl
    ? await connectPostgres(config.databaseUrl)
    : await connectEmbedded(config.folder);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Starts serving; prints what a person needs next. With `demo` on a throw-away organisation that is gone afterwards. */
export async function serve(config: Config, demo: boolean): Promise<Running> {
  const throwAway = demo && !config.databaseUrl && !process.env.MUSTER_DATA;
  const folder = throwAway ? mkdtempSync(join(tmpdir(), 'muster-demo-')) : config.folder;
  const logger = makeLogger();
  const database = await openDatabase({ ...config, folder });
  const app = await buildApp(database, logger);
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await database.close();
    throw error;
  }
  const address = tellAddress(app.server.address() as AddressInfo);
  database.describe({ address });
  const credentials = demo ? await startDemo(database.db) : null;
  await greet(database, address, credentials);
  const jobs = startJobs(database, { work: true, jobs: allJobs, log: logger });
  jobs.catch((error: unknown) => logger.error({ err: error }, 'jobs could not be started'));
  return {
    address,
    stop: async () => {
      await app.close();
      await jobs.then((running) => running.stop()).catch(() => undefined);
      await database.close();
      if (throwAway) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Port 0 means any free one; from here on links and messages know which it became. */
function tellAddress({ port }: AddressInfo): string {
  process.env.PORT = String(port);
  return publicAddress();
}

async function greet(
  database: Database,
  address: string,
  demo: { email: string; password: string } | null,
): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (demo) {
    say(`Muster runs with a throw-away demo organisation at ${address}`);
    say(`Sign in with ${demo.email} and password ${demo.password}`);
    return;
  }
  const token = await renewSetupToken(database.db);
  if (token === null) return say(`Muster runs at ${address}`);
  say('Muster runs, and waits for its first administrator. Open this link once:');
  say(`${address}/setup#${token}`);
}
