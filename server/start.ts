import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { connectEmbedded, connectPostgres, type Database } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { describeFailure } from './http/describe-failure.ts';
import { seconds } from './lib/days.ts';
import { showDemo } from './settings/branding.ts';
import { publicAddress } from './settings/public-address.ts';
import { renewSetupToken } from './setup/claim.sql.ts';

export type Running = {
  address: string;
  /** How to sign in to the demo that was filled; null when none was. */
  demo: { email: string; password: string; throwAway: boolean } | null;
  /** What the first administrator needs; null once there is one. Any token that was made before is worthless. */
  setupToken: string | null;
  stop(): Promise<void>;
};

/** The log: quiet by default, on standard error, so that what a person must read stands alone on standard output. */
export function makeLogger(
  level = process.env.MUSTER_LOG ?? 'warn',
  into: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: describeFailure },
    },
    into,
  );
}

/**
 * Connects to the database that the configuration names. An embedded one that can no longer write ends the program:
 * whoever watches over it starts it anew, and nothing that was confirmed is lost.
 */
export async function connectDatabase(config: Config, logger = makeLogger()): Promise<Database> {
  if (config.databaseUrl) return connectPostgres(config.databaseUrl);
  return connectEmbedded(config.folder, {
    onTrouble: (error) => logger.warn({ err: error }, 'the database could not be tended'),
    onBroken: (error) => {
      logger.fatal({ err: error }, 'the database can no longer write to disk');
      process.exit(1);
    },
  });
}

/** The same, with its schema up to date. */
export async function openDatabase(config: Config, logger = makeLogger()): Promise<Database> {
  const database = await connectDatabase(config, logger);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Starts serving. With `demo` and no folder of one's own on a throw-away organisation that is gone afterwards. */
export async function serve(config: Config, demo: boolean): Promise<Running> {
  const throwAway = demo && !config.databaseUrl && !process.env.MUSTER_DATA;
  const folder = throwAway ? mkdtempSync(join(tmpdir(), 'muster-demo-')) : config.folder;
  const endings: (() => unknown)[] = throwAway
    ? [() => rmSync(folder, { recursive: true, force: true })]
    : [];
  const stop = async () => {
    for (let end = endings.pop(); end; end = endings.pop()) await end();
  };
  try {
    return { ...(await begin({ ...config, folder }, demo, throwAway, endings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(
  config: Config,
  demo: boolean,
  throwAway: boolean,
  endings: (() => unknown)[],
): Promise<Omit<Running, 'stop'>> {
  const logger = makeLogger();
  // First of all: while it loads nothing else is heard, and a connection that is being made would seem too slow.
  const { buildApp, startJobs, allJobs } = await loadParts();
  const database = await openDatabase(config, logger);
  endings.push(() => database.close());
  const app = await buildApp(database, logger);
  endings.push(() => app.close());
  await app.listen({ port: config.port, host: config.host });
  const address = tellAddress(app.server.address() as AddressInfo);
  database.describe({ address });
  const credentials = demo ? await (await import('./setup/start-demo.ts')).startDemo(database.db) : null;
  if (credentials && throwAway) showDemo(credentials);
  const setupToken = await renewSetupToken(database.db);
  // Whoever has been waiting for the start is answered first.
  const jobs = startJobs(database, { work: true, jobs: allJobs, log: logger, after: seconds(0.2) });
  jobs.catch((error: unknown) => logger.error({ err: error }, 'jobs could not be started'));
  endings.push(() => jobs.then((running) => running.stop()).catch(() => undefined));
  return { address, demo: credentials && { ...credentials, throwAway }, setupToken };
}

/** Loads what only serving needs: commands do without. */
async function loadParts() {
  const [{ buildApp }, { startJobs }, { allJobs }] = await Promise.all([
    import('./app.ts'),
    import('./jobs/start-jobs.ts'),
    import('./all-jobs.ts'),
  ]);
  return { buildApp, startJobs, allJobs };
}

/** Port 0 means any free one; from here on links and messages know which it became. */
function tellAddress({ port }: AddressInfo): string {
  process.env.PORT = String(port);
  return publicAddress();
}
