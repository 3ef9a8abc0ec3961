import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seconds } from '../../lib/days.ts';
import { isPattern, pickNewest } from './pick-newest.ts';
import { type Limits, type Received, receive, tooLarge } from './receive.ts';
import { Trouble } from './trouble.ts';

/** The folders that the operator lets personnel files be read from; without any no file of this machine is. */
export function allowedFolders(): string[] {
  return (process.env.MUSTER_PERSONNEL_FOLDERS ?? '')
    .split(delimiter)
    .filter(isAbsolute)
    .map((one) => resolve(one));
}

const tries = 3;
const settled = seconds(1);

/**
 * Copies a file below an allowed folder. Links that lead out of it are not followed, and a file that changes while it
 * is read is read again.
 */
export async function fetchFromFolder(
  path: string,
  to: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Received & { name: string }> {
  const folders = allowedFolders();
  if (folders.length === 0) throw new Trouble('no-folders');
  // By its words first, so that nothing can be asked about the rest of the machine.
  if (!isAbsolute(path) || !folders.some((folder) => isBelow(resolve(path), folder))) {
    throw new Trouble('outside-folders');
  }
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
  for (let tried = 0; tried < tries; tried += 1) {
    if (tried > 0) await pause(settled, undefined, { signal });
    const real = await realpath(await choose(resolve(path), roots));
    if (!roots.some((root) => isBelow(real, root))) throw new Trouble('outside-folders');
    const received = await copy(real, to, limits, signal);
    if (received) return { ...received, name: basename(real) };
  }
  throw new Trouble('changing');
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function choose(path: string, roots: string[]): Promise<string> {
  const pattern = basename(path);
  if (!isPattern(pattern)) return path;
  const folder = await realpath(dirname(path));
  if (!roots.some((root) => isBelow(join(folder, 'file'), root))) throw new Trouble('outside-folders');
  const entries = await readdir(folder, { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ name }) => ({ name, writtenAt: (await lstat(join(folder, name))).mtimeMs })),
  );
  const newest = pickNewest(files, pattern);
  if (!newest) throw new Trouble('no-such-file');
  return join(folder, newest.name);
}

/** Undefined when the file was written to meanwhile, or put in the place of another. */
async function copy(
  real: string,
  to: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Received | undefined> {
  // Opening a pipe would wait for whoever writes into it, and the last part may have become a link.
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw new Trouble('no-file');
    if (before.size > limits.bytes) throw tooLarge(limits.bytes);
    const age = Date.now() - before.mtimeMs;
    if (age >= 0 && age < settled) await pause(settled - age, undefined, { signal });
    const received = await receive(handle.createReadStream({ autoClose: false }), to, limits, signal);
    return (await isSame(handle, before, real)) && received.size === before.size ? received : undefined;
  } finally {
    await handle.close();
  }
}

async function isSame(
  handle: FileHandle,
  before: Awaited<ReturnType<FileHandle['stat']>>,
  real: string,
): Promise<boolean> {
  // Also by its path: another file can have been put in its place, or a folder on the way swapped.
  const looks = [await handle.stat(), await stat(real)];
  return (
    (await realpath(real)) === real &&
    looks.every(
      ({ ino, dev, size, mtimeMs }) =>
        ino === before.ino && dev === before.dev && size === before.size && mtimeMs === before.mtimeMs,
    )
  );
}
