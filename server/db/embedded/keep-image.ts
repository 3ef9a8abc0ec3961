import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';

const cache = join(import.meta.dirname, '../../../node_modules/.cache/muster');

/**
 * The image of the database that `build` makes, for `openMemory`; built once and then kept beside the packages, under
 * `name`. All that `build` depends on belongs in `name` (a digest of the migrations, say); the engine is added to it.
 */
export async function keepImage(name: string, build: () => Promise<PGlite>): Promise<Blob> {
  const path = join(cache, `${name}-${describeEngine()}.tar`);
  return readImage(path) ?? storeImage(path, await dumpImage(await build()));
}

function readImage(path: string): Blob | undefined {
  try {
    return new Blob([readFileSync(path)]);
  } catch {
    return undefined;
  }
}

async function dumpImage(pglite: PGlite): Promise<Blob> {
  await pglite.exec('checkpoint');
  const image = await pglite.dumpDataDir('none');
  await pglite.close();
  return image;
}

/** Many test files start at once: each writes its own file, and renaming replaces the other's with the same. */
async function storeImage(path: string, image: Blob): Promise<Blob> {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(unfinished, new Uint8Array(await image.arrayBuffer()));
    renameSync(unfinished, path);
  } catch {
    // Packages that cannot be written to cost time only.
  }
  return image;
}

function describeEngine(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.resolve('@electric-sql/pglite/pglite.wasm')));
  return createHash('sha256').update(`${size} ${mtimeMs}`).digest('hex').slice(0, 12);
}
