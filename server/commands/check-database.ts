import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import { walkChain } from '../audit/verify-audit.ts';
import type { Config } from '../config.ts';
import { connectEmbedded, connectPostgres, type Database } from '../db/connect.ts';
import type { FolderInUse } from '../db/embedded/refuse-folder.ts';
import { listMigrations } from '../db/migrate.ts';
import type { Db } from '../db/transact.ts';
import { openSecret } from '../lib/seal-secrets.ts';
import { fromUrl, type MailServer, readMailServer } from '../settings/mail-server.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUnnamedProxy } from '../settings/unnamed-proxy.sql.ts';
import { explainFailure } from './explain-failure.ts';
import type { Finding } from './finding.ts';
import { words } from './say.ts';

/**
 * `mailServer` is undefined where nobody knows whether one is set; `proxy` is the address of one that forwards requests
 * and is not named.
 */
type Result = { findings: Finding[]; mailServer: MailServer | null | undefined; proxy: string | null };

/** Looks at the database without changing it: nothing is migrated, and no folder is made. */
export async function checkDatabase(config: Config, language: Language): Promise<Result> {
  const mailServer = process.env.SMTP_URL ? fromUrl(process.env.SMTP_URL) : undefined;
  if (!config.databaseUrl && !existsSync(join(config.folder, 'database')))
    return { findings: [], mailServer, proxy: null };
  let database: Database;
  try {
    database = config.databaseUrl
      ? await connectPostgres(config.databaseUrl)
      : await connectEmbedded(config.folder);
  } catch (error) {
    return { findings: [explainNoDatabase(error, language)], mailServer, proxy: null };
  }
  try {
    return await look(database);
  } catch (error) {
    return { findings: [failed(error, language)], mailServer, proxy: null };
  } finally {
    await database.close();
  }
}

function explainNoDatabase(error: unknown, language: Language): Finding {
  if (error instanceof Error && 'code' in error && error.code === 'folder-in-use') {
    const { holder } = error as FolderInUse;
    return { mark: '!', key: 'cli.doctor.in-use', values: { address: holder?.address ?? 'none' } };
  }
  return failed(error, language);
}

function failed(error: unknown, language: Language): Finding {
  const what = words(language, 'cli.doctor.database-name');
  const reason = explainFailure(error, language).text.replace(/^Muster [^.:]*[.:] /, '');
  return { mark: '✗', key: 'cli.doctor.failed', values: { what, reason } };
}

async function look(database: Database): Promise<Result> {
  const { db } = database;
  const findings = [await checkVersion(database), await checkExtensions(db)];
  const migrations = await checkMigrations(db);
  findings.push(migrations);
  if (migrations.key !== 'cli.doctor.migrations') return { findings, mailServer: undefined, proxy: null };
  findings.push(await checkClock(db), await checkAudit(db));
  if (await isSealLost(db)) findings.push({ mark: '✗', key: 'cli.doctor.secret-lost' });
  return { findings, mailServer: await readMailServer(db), proxy: await findUnnamedProxy(db) };
}

const oldest = 150_000;

async function checkVersion({ db, kind }: Database): Promise<Finding> {
  const began = performance.now();
  const { rows } = await sql<{ number: number; version: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`.execute(
    db,
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  if (number < oldest) return { mark: '✗', key: 'cli.doctor.database-old', values: { version } };
  const milliseconds = Math.ceil(performance.now() - began);
  const embedded = kind === 'embedded' ? 'yes' : 'no';
  return { mark: '✓', key: 'cli.doctor.database', values: { milliseconds, version, embedded } };
}

async function checkExtensions(db: Db): Promise<Finding> {
  const { rows } = await sql<{ name: string }>`
    select wanted.name from unnest(array['pg_trgm', 'btree_gist']) as wanted (name)
    where not exists (select 1 from pg_available_extensions a where a.name = wanted.name)`.execute(db);
  if (rows.length === 0) return { mark: '✓', key: 'cli.doctor.extensions' };
  const names = rows.map((row) => row.name).join(', ');
  return { mark: '✗', key: 'cli.doctor.extensions-missing', values: { names } };
}

async function checkMigrations(db: Db): Promise<Finding> {
  const known = listMigrations();
  const { rows: exists } = await sql<{ there: boolean }>`
    select to_regclass('migrations') is not null as there`.execute(db);
  const { rows } = exists[0]?.there
    ? await sql<{ number: number }>`select number from migrations`.execute(db)
    : { rows: [] };
  const done = new Set(rows.map((row) => row.number));
  if (rows.some((row) => !known.some(({ number }) => number === row.number))) {
    return { mark: '✗', key: 'cli.doctor.migrations-ahead' };
  }
  const behind = known.filter(({ number }) => !done.has(number)).length;
  if (behind > 0) return { mark: '!', key: 'cli.doctor.migrations-behind', values: { count: behind } };
  return { mark: '✓', key: 'cli.doctor.migrations', values: { count: known.length } };
}

async function checkClock(db: Db): Promise<Finding> {
  const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(db);
  const here = Temporal.Now.instant();
  const apart = Math.abs(here.since(rows[0]?.now ?? here).total('seconds'));
  if (apart > 5) return { mark: '✗', key: 'cli.doctor.clock-off', values: { seconds: Math.round(apart) } };
  const { timeZone } = await readSettings(db);
  const now = here.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { mark: '✓', key: 'cli.doctor.clock', values: { now: now.replace('T', ' '), timeZone } };
}

async function checkAudit(db: Db): Promise<Finding> {
  const { sound, entries, brokenAt, head } = await walkChain(db);
  if (!sound) return { mark: '✗', key: 'cli.doctor.audit-broken', values: { at: brokenAt ?? 0 } };
  return { mark: '✓', key: 'cli.doctor.audit', values: { entries, seq: String(entries), hash: head } };
}

/** True where the secret of an authenticator app does not open with the key that is set now. */
async function isSealLost(db: Db): Promise<boolean> {
  const app = await db
    .selectFrom('authenticator_apps')
    .select(['user_id', 'secret'])
    .where('secret', 'is not', null)
    .orderBy('set_up_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!app?.secret) return false;
  try {
    openSecret(app.secret, app.user_id);
    return false;
  } catch {
    return true;
  }
}
