import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { folderInUse, folderUnusable, type Holder } from './refuse-folder.ts';

/** An exclusive hold on a folder. `describe` tells those who are refused where this process serves. */
export type FolderLock = { describe(what: { address: string }): void; release(): void };

// A lock that nothing refers to any more would be collected, and so be released.
const heldLocks = new Set<DatabaseSync>();

/**
 * Takes the folder for this process alone, or throws `FolderInUse`.
 *
 * The lock is a record lock of the kernel on the file `lock`, taken through SQLite, because Node has
 * no call for it. It is taken in one step, so two starters cannot both get it; it is gone the moment
 * the process dies, however it dies, so it is never stale; it is tied to the file and not to its path,
 * so it does not matter by which path one comes; and it holds between containers that share the folder.
 * No code in this process may open and close the file `lock` by itself: by POSIX that gives up the lock.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = takeLock(folder);
  if (!lock) throw folderInUse(folder, await findHolder(folder));
  heldLocks.add(lock);
  const holder: Holder = { pid: process.pid, host: hostname(), since: Temporal.Now.instant() };
  writeHolder(folder, holder);
  return {
    describe: ({ address }) => writeHolder(folder, { ...holder, address }),
    release: () => {
      if (!heldLocks.delete(lock)) return;
      rmSync(holderPath(folder), { force: true });
      lock.close();
    },
  };
}

const busy = 5;

// SQLite's limit is 512, with the names that it puts behind it.
const longestFolder = 480;

function takeLock(folder: string): DatabaseSync | undefined {
  if (Buffer.byteLength(folder) > longestFolder) throw folderUnusable(folder, 'path-too-long');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'lock'));
    // IMMEDIATE takes one exclusive record lock; EXCLUSIVE takes several, and of ten starters none might get all.
    lock.exec('BEGIN IMMEDIATE');
    return lock;
  } catch (error) {
    if (lock?.isOpen) lock.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw folderUnusable(folder, 'no-locks', (error as Error).message, error);
  }
}

const holderPath = (folder: string) => join(folder, 'holder.json');

function writeHolder(folder: string, holder: Holder): void {
  const unfinished = `${holderPath(folder)}.new`;
  writeFileSync(unfinished, JSON.stringify(holder), { mode: 0o600 });
  renameSync(unfinished, holderPath(folder));
}

/** A holder that has just taken over from a dead one needs a moment to say so. */
async function findHolder(folder: string): Promise<Holder | undefined> {
  const until = Date.now() + 500;
  for (;;) {
    const holder = readHolder(folder);
    if ((holder && isAlive(holder)) || Date.now() > until) return holder;
    await pause(20);
  }
}

function readHolder(folder: string): Holder | undefined {
  try {
    const { since, ...rest } = JSON.parse(readFileSync(holderPath(folder), 'utf8'));
    return { ...rest, since: Temporal.Instant.from(since) };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
