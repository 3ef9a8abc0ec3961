import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { Failed, runQuietly } from './run-quietly.mjs';

/** A running server: the address of its superuser on the database `postgres`, and the way to end it. */
export type ThrowAwayPostgres = { url: string; pid: number; stop(): Promise<void> };

/**
 * Starts a PostgreSQL of one's own on a free port of 127.0.0.1, in a temporary folder that `stop` removes; it
 * is stopped too when this process ends on a signal. It sorts by a language (the embedded database by bytes),
 * so that tests notice code that leans on either. Without `durable` it does not sync to disk.
 */
export async function startPostgres({ durable = false } = {}): Promise<ThrowAwayPostgres> {
  const programs = findPrograms();
  const owner = findOwner();
  const folder = mkdtempSync(join(tmpdir(), 'muster-postgres-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = await createCluster(programs, folder, owner);
    const port = await findFreePort();
    const server = spawn(join(programs, 'postgres'), options(folder, port, durable), {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...owner,
    });
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const stop = stopper(server, removeFolder);
    await untilReady(server, url).catch(async (error) => {
      await stop();
      throw error;
    });
    return { url, pid: server.pid ?? 0, stop };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

function findPrograms(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
  if (found) return found;
  throw new Failed(
    'No PostgreSQL is installed: initdb and postgres are neither in PATH nor in /usr/lib/postgresql.',
  );
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or else as `nobody`. */
function findOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // No such user: try the next.
    }
  }
  throw new Failed('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.');
}

async function createCluster(programs: string, folder: string, owner?: { uid: number; gid: number }) {
  const password = randomBytes(16).toString('hex');
  const file = join(folder, 'password');
  writeFileSync(file, password);
  if (owner) chownSync(file, owner.uid, owner.gid);
  const identity = ['--username=postgres', `--pwfile=${file}`, '--auth=scram-sha-256'];
  const language = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
  const args = [...identity, ...language, '--no-sync', '-D', join(folder, 'data')];
  await runQuietly('initdb', join(programs, 'initdb'), args, { cwd: folder, ...owner });
  rmSync(file);
  return password;
}

function options(folder: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 300,
    shared_buffers: '128MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    join(folder, 'data'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  server.stdout?.on('data', listen);
  server.stderr?.on('data', listen);
  server.on('error', (error) => listen(Buffer.from(error.message)));
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    const ended = server.exitCode !== null || server.signalCode !== null || server.pid === undefined;
    if (ended || Date.now() > deadline) throw new Failed(`${said.trim()}\n\nPostgreSQL does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function stopper(server: ChildProcess, removeFolder: () => void): () => Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (server.pid === undefined) resolve();
    else server.once('exit', () => resolve());
  });
  // SIGQUIT ends PostgreSQL at once; nothing in the folder is worth more.
  const atExit = () => {
    server.kill('SIGQUIT');
    removeFolder();
  };
  const onSignal = (signal: NodeJS.Signals) => {
    forget();
    void ended.then(() => {
      removeFolder();
      process.kill(process.pid, signal);
    });
    server.kill('SIGQUIT');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const forget = () => {
    process.off('exit', atExit);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', atExit);
  for (const signal of signals) process.on(signal, onSignal);
  return async () => {
    forget();
    server.kill('SIGQUIT');
    await ended;
    removeFolder();
  };
}
