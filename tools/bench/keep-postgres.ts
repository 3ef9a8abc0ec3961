import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** What the PostgreSQL of the benchmarks is told; everything else is as it comes. */
const postgresSettings = {
  shared_buffers: '256MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
};

/** Starts a PostgreSQL whose data stay in `folder` from one run to the next. */
export async function startKeptPostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const programs = findPrograms();
  const owner = findOwner();
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const how = [
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '-D',
      data,
    ];
    execFileSync(join(programs, 'initdb'), how, { cwd: folder, stdio: 'ignore', ...owner });
  }
  const port = await findFreePort();
  const settings = { ...postgresSettings, listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    cwd: folder,
    stdio: 'ignore',
    ...owner,
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const atExit = () => void server.kill('SIGINT');
  const onSignal = () => process.exit(1);
  process.once('exit', atExit).once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url, () => server.exitCode !== null);
  return {
    url,
    stop: async () => {
      process.off('exit', atExit).off('SIGINT', onSignal).off('SIGTERM', onSignal);
      server.kill('SIGINT');
      await ended;
    },
  };
}

function findPrograms(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  const found = folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  if (!found) throw new Error('No PostgreSQL is installed: initdb and postgres were not found.');
  return found;
}

/** PostgreSQL refuses to run as root. */
function findOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
  );
  return { uid: uid as number, gid: gid as number };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(url: string, failed: () => boolean): Promise<void> {
  for (const until = Date.now() + 60_000; ; ) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (failed() || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
