import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createDatabase } from './create-database.ts';
import { DurableFileSystem, type SyncListeners } from './durable-file-system.ts';
import { durableParameters, extensions } from './engine.ts';
import { lockFolder } from './lock-folder.ts';
import { explainSystemError, folderUnusable, isDiskFull } from './refuse-folder.ts';
import { syncPath } from './sync-files.ts';
import { tendDatabase } from './tend-database.ts';

/** An open data folder. `describe` tells those who are refused the folder at what address this process serves. */
export type Embedded = {
  pglite: PGlite;
  describe(what: { address: string }): void;
  close(): Promise<void>;
};

export type EmbeddedOptions = SyncListeners & {
  /** Hears of upkeep that failed; without it, it becomes a warning of the process. */
  onTrouble?(error: unknown): void;
};

/**
 * Opens the database in `folder`, making both when they are not there, for this process alone.
 * Throws `FolderInUse` or `FolderUnusable`; what a query has confirmed survives a kill and a loss of power.
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const path = resolve(folder);
  makeFolder(path);
  const lock = await lockFolder(path);
  try {
    await createDatabase(path);
    const pglite = await openDatabase(path, options);
    const stopTending = keepTending(pglite, options.onTrouble ?? warn);
    const close = async () => {
      await stopTending();
      try {
        if (!pglite.closed) await pglite.close();
      } finally {
        lock.release();
      }
    };
    let closing: Promise<void> | undefined;
    return { pglite, describe: lock.describe, close: () => (closing ??= close()) };
  } catch (error) {
    lock.release();
    throw explainSystemError(path, error);
  }
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
    if (!statSync(folder).isDirectory()) throw folderUnusable(folder, 'not-a-folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw explainSystemError(folder, error);
  }
}

/** By hand: below a folder that takes none, such as `/proc`, Node would try again for ever. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeWithParents(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (code === 'ENOENT') throw folderUnusable(folder, 'no-folders', undefined, error);
    throw error;
  }
  syncPath(parent);
}

async function openDatabase(folder: string, listeners: SyncListeners): Promise<PGlite> {
  const database = join(folder, 'database');
  if (!existsSync(join(database, 'global', 'pg_control'))) throw folderUnusable(folder, 'damaged');
  // Left by a process that was killed; that it is not running any more, the lock has proven.
  rmSync(join(database, 'postmaster.pid'), { force: true });
  const complaints: string[] = [];
  try {
    return await PGlite.create({
      fs: new DurableFileSystem(database, listeners),
      startParams: durableParameters,
      extensions,
      onStderr: (line) => complaints.push(line) > 0,
    });
  } catch (error) {
    const reason = isDiskFull(folder) ? 'disk-full' : 'does-not-open';
    throw folderUnusable(folder, reason, complaints.slice(-3).join(' '), error);
  }
}

const minute = 60_000;

function keepTending(pglite: PGlite, onTrouble: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    if (pglite.ready) running = running.then(() => tendDatabase(pglite)).catch(onTrouble);
  }, minute).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
