import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Whatever runs SQL: the database itself, or a transaction that is under way. */
export type Db = Kysely<Tables>;

const roots = new WeakMap<Db, Db>();

/**
 * Runs `work` in one transaction; inside a running transaction it simply takes part. Only SQL is awaited
 * inside: hashing, mail and files come before or after (architecture §5).
 */
export async function transact<T>(
  db: Db,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return db.transaction().execute((transaction) => {
    roots.set(transaction, db);
    return work(transaction);
  });
}

/** The database that a running transaction belongs to; the database itself outside one. */
export function rootOf(db: Db): Db {
  return roots.get(db) ?? db;
}
