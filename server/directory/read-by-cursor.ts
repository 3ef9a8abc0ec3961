import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/**
 * Reads a query piece by piece, `count` rows each, as it was answered at one moment. The database keeps the answer: no
 * transaction stays open however slow the reader is. A server hands it over on a connection of its own; the embedded
 * database has only one, and serves others between the pieces.
 */
export async function* readByCursor<Row>(
  db: Db,
  query: RawBuilder<Row>,
  count: number,
): AsyncGenerator<Row[]> {
  const { connection, release } = (await isEmbedded(db)) ? shareConnection(db) : await takeConnection(db);
  const cursor = sql.id(`pieces_${randomUUID()}`);
  try {
    await connection
      .transaction()
      .execute((transaction) =>
        sql`declare ${cursor} no scroll cursor with hold for ${query}`.execute(transaction),
      );
    const fetch = () => sql<Row>`fetch ${sql.lit(count)} from ${cursor}`.execute(connection);
    for (let next = fetch(); ; ) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetch();
      // Should the reader stop here, nobody waits for the piece that is under way.
      next.catch(() => undefined);
      yield rows;
    }
  } finally {
    await sql`close ${cursor}`.execute(connection).catch(() => undefined);
    await release();
  }
}

export async function isEmbedded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ embedded: boolean }>`select version() like '%PGlite%' as embedded`.execute(db);
  return rows[0]?.embedded ?? false;
}

const shareConnection = (db: Db) => ({ connection: db, release: async () => undefined });

async function takeConnection(db: Db): Promise<{ connection: Db; release(): Promise<void> }> {
  const taken = Promise.withResolvers<Db>();
  const finished = Promise.withResolvers<void>();
  const held = db.connection().execute(async (connection) => {
    taken.resolve(connection);
    await finished.promise;
  });
  held.catch(taken.reject);
  const connection = await taken.promise;
  return {
    connection,
    release: () => {
      finished.resolve();
      return held;
    },
  };
}
