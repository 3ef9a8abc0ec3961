import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that hold our own code. */
export const sourceRoots = ['contract', 'server', 'web', 'test', 'tools'];

/** Lists the files under `folder` (a path below `root`) whose names fit, as paths below `root`, sorted. */
export function listSources(root: string, folder: string, fits: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => {
      if (statSync(join(root, path)).isDirectory()) return listSources(root, path, fits);
      return fits.test(path) ? [path] : [];
    })
    .sort();
}
