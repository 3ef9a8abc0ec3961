import { PGlite } from '@electric-sql/pglite';
import { extensions, passingParameters } from './engine.ts';
import { keepImage } from './keep-image.ts';

/**
 * Opens a database in memory that is gone when it is closed. It starts from `image`, a `dumpDataDir('none')`
 * of another one (of a migrated one, say), or else empty. Left open, it keeps the process alive.
 */
export async function openMemory({ image }: { image?: Blob } = {}): Promise<PGlite> {
  const loadDataDir = image ?? (await keepImage('empty', buildSmall));
  return PGlite.create({ loadDataDir, extensions, startParams: passingParameters });
}

/** A database of a third of the usual size, because loading it is most of the time that starting takes. */
async function buildSmall(): Promise<PGlite> {
  const pglite = await PGlite.create({
    extensions,
    startParams: passingParameters,
    initDbStartParams: ['--wal-segsize=1'],
  });
  await pglite.exec("update pg_database set datistemplate = false where datname like 'template_'");
  await pglite.exec('drop database template0');
  await pglite.exec('drop database template1');
  return pglite;
}
