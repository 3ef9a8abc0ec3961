import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * Keeps a second disk for `folder`, in memory, that holds only what was synced: the contents that a file had when it was last
 * synced, and the names that a folder had then. A file's own sync keeps its name too, as the usual file systems do.
 * Starts with all that is there.
 */
export function watchDisk(folder: string) {
  const contents = new Map<string, Buffer>();
  const names = new Map<string, string>();

  function keep(path: string): void {
    if (statSync(path).isDirectory()) keepNames(path);
    else {
      const identity = identify(path);
      contents.set(identity, readInto(contents.get(identity), path));
      names.set(relative(folder, path), identity);
    }
  }

  function keepNames(path: string): void {
    const inside = relative(folder, path);
    for (const name of names.keys())
      if (dirname(name) === inside && !existsSync(join(folder, name))) names.delete(name);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isFile()) names.set(join(inside, entry.name), identify(join(path, entry.name)));
    }
  }

  /** Writes what is left after a loss of power; files for which `survives` are as they are now, synced or not. */
  function writeWhatIsKept(target: string, survives: () => boolean): void {
    for (const directory of listDirectories(folder))
      mkdirSync(join(target, relative(folder, directory)), { recursive: true });
    for (const [name, identity] of names) {
      const now = join(folder, name);
      if (survives() && existsSync(now)) copyFileSync(now, join(target, name));
      else writeFileSync(join(target, name), contents.get(identity) ?? '');
    }
  }

  for (const directory of listDirectories(folder)) {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isFile() && basename(entry.name) !== 'lock') keep(join(directory, entry.name));
    }
  }
  return { keep, writeWhatIsKept };
}

/** What a file is under any name: the number of a removed file is given to a new one, the moment of its birth is not. */
function identify(path: string): string {
  const { ino, birthtimeNs } = statSync(path, { bigint: true });
  return `${ino}-${birthtimeNs}`;
}

function listDirectories(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return [
    folder,
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name)),
  ];
}

/** Reads a file, where it can into the memory that held it before. */
function readInto(before: Buffer | undefined, path: string): Buffer {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const content = before?.length === size ? before : Buffer.alloc(size);
  readSync(file, content, 0, size, 0);
  closeSync(file);
  return content;
}
