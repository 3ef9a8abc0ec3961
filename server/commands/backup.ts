import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Language } from '../../contract/shapes.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { syncPath } from '../db/embedded/sync-files.ts';
import type { Db } from '../db/transact.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';
import { withDatabase } from './with-database.ts';

/** `muster backup FILE`: the file appears once it is whole and on the disk. */
export async function runBackup(given: string[], language: Language): Promise<number> {
  const { positionals } = readWords('backup', given, {}, 1);
  const [file] = positionals;
  if (file === undefined) throw failure('cli.missing-file', { command: 'backup' }, 2);
  if (existsSync(file)) throw failure('cli.file-there', { file });
  const unfinished = `${file}.unfinished`;
  try {
    await withDatabase((db) => writeFile(db, unfinished));
    renameSync(unfinished, file);
    syncPath(file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw isFileProblem(error, unfinished)
      ? failure('cli.file-not-written', { file, reason: error.message })
      : error;
  }
  const size = `${(statSync(file).size / 2 ** 20).toFixed(1)} MB`;
  say(words(language, 'cli.backup.done', { file, size }));
  return 0;
}

async function writeFile(db: Db, path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  await pipeline(Readable.from(writeBackup(db)), createGzip(), file.createWriteStream({ flush: true }));
}

function isFileProblem(error: unknown, path: string): error is Error {
  return (
    error instanceof Error &&
    (('path' in error && error.path === path) || ('code' in error && error.code === 'ENOSPC'))
  );
}
