import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** The extensions that migrations may create. */
export const extensions = { btree_gist, pg_trgm };

const common = [
  ...['-c', 'timezone=UTC'],
  // Compiling a query to machine code does not exist here; asking for it only costs planning.
  ...['-c', 'jit=off'],
];

/** For a database in memory: nothing is synced, and little memory is filled before the first query. */
export const passingParameters = [...PGlite.defaultStartParams, ...common, '-c', 'shared_buffers=16MB'];

/** For a database on disk: every commit is synced, by the only call that reaches `DurableFileSystem`. */
export const durableParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...common,
  ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on'],
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=32MB'],
];
