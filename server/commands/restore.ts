import { accessSync, constants, createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Language } from '../../contract/shapes.ts';
import { type BackupUnusable, splitLines } from '../backup/backup-lines.ts';
import { readBackup } from '../backup/read-backup.ts';
import { readConfig } from '../config.ts';
import { connectDatabase } from '../start.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';

/** `muster restore FILE`: into an empty installation only, all of it or nothing. */
export async function runRestore(given: string[], language: Language): Promise<number> {
  const { positionals } = readWords('restore', given, {}, 1);
  const [file] = positionals;
  if (file === undefined) throw failure('cli.missing-file', { command: 'restore' }, 2);
  assertReadable(file);
  const database = await connectDatabase(readConfig());
  try {
    const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
    const rows = await readBackup(database, splitLines(unpacked));
    say(words(language, 'cli.restore.done', { rows }));
    return 0;
  } catch (error) {
    throw isUnusable(error) ? failure(`cli.restore.${error.why}`, { file }) : error;
  } finally {
    await database.close();
  }
}

function assertReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw failure('cli.file-missing', { file });
  }
}

function isUnusable(error: unknown): error is BackupUnusable {
  return error instanceof Error && 'code' in error && error.code === 'backup-unusable';
}
