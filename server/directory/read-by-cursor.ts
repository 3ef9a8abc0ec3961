import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/**
 * Reads a query piece by piece, `count` rows each, on a connection of its own that it gives back when the reader has
 * enough. The server keeps the result: no transaction stays open however slow the reader is. Not for the embedded
 * database, whose only connection this would hold.
 */
export async function* readByCursor<Row>(
  db: Db,
  query: RawBuilder<Row>,
  count: number,
): AsyncGenerator<Row[]> {
  const { connection, release } = await takeConnection(db);
  try {
    await connection
      .transaction()
      .execute((transaction) =>
        sql`declare pieces no scroll cursor with hold for ${query}`.execute(transaction),
      );
    const fetch = () => sql<Row>`fetch ${sql.lit(count)} from pieces`.execute(connection);
    for (let next = fetch(); ; ) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetch();
      // Should the reader stop here, nobody waits for the piece that is under way.
      next.catch(() => undefined);
      yield rows;
    }
  } finally {
    await sql`close all`.execute(connection).catch(() => undefined);
    await release();
  }
}

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
