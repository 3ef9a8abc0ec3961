import type { PgBoss } from 'pg-boss';
import { type Db, rootOf } from '../db/transact.ts';

type Entry = { ready: Promise<PgBoss>; boss: PgBoss | null };

const entries = new WeakMap<Db, Entry>();

/** Makes the boss of a database known from the moment on which it begins to start. */
export function keepBoss(db: Db, ready: Promise<PgBoss>): void {
  const entry: Entry = { ready, boss: null };
  entries.set(db, entry);
  ready.then(
    (boss) => {
      entry.boss = boss;
    },
    () => dropBoss(db, entry),
  );
}

/** Forgets the boss of a database; only this one, where another has taken its place. */
export function dropBoss(db: Db, entry = entries.get(db)): void {
  if (entries.get(db) === entry) entries.delete(db);
}

/** The boss of this database or running transaction; its `boss` is null until it is ready. */
export function findBoss(db: Db): Entry | undefined {
  return entries.get(rootOf(db));
}
