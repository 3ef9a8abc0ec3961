import type { Db } from '../db/transact.ts';
import { type KeptRow, readDoneBy, readDoneTo, readKept } from './kept.sql.ts';
import { listKept } from './list-kept.ts';

/** What is kept about somebody under one heading, piece by piece. */
export type Part = { table: string; rows: AsyncGenerator<KeptRow[]> };

/** Everything about somebody, a part for each table and two for the audit log; nothing is read before it is asked for. */
export function* readEverything(db: Db, userId: string): Generator<Part> {
  for (const kept of listKept()) yield { table: kept.table, rows: readKept(db, kept, userId) };
  yield { table: 'done-to', rows: readDoneTo(db, userId) };
  yield { table: 'done-by', rows: readDoneBy(db, userId) };
}
