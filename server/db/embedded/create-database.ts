import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { extensions, passingParameters } from './engine.ts';
import { folderUnusable, isDiskFull } from './refuse-folder.ts';
import { syncPath, syncTree } from './sync-files.ts';

/**
 * Creates an empty database at `<folder>/database` unless there is one; the caller holds the lock of the folder.
 * It is made aside and renamed into place when all of it is on disk: half a database would never open.
 */
export async function createDatabase(folder: string): Promise<void> {
  const finished = join(folder, 'database');
  if (existsSync(finished)) return;
  const unfinished = join(folder, 'database.new');
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const pglite = await PGlite.create({
      fs: new NodeFS(unfinished),
      startParams: passingParameters,
      extensions,
    });
    await pglite.close();
    syncTree(unfinished);
  } catch (error) {
    const full = isDiskFull(folder);
    rmSync(unfinished, { recursive: true, force: true });
    throw full ? folderUnusable(folder, 'disk-full', undefined, error) : error;
  }
  renameSync(unfinished, finished);
  syncPath(folder);
}
