import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint, InputOf } from '../../contract/endpoint.ts';
import { pathNames } from '../../contract/endpoint.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/connect.ts';
import type { Db } from '../db/transact.ts';
import { readInput } from '../http/read-input.ts';
import { isUnclaimed } from '../setup/claim.sql.ts';
import { openDatabase } from '../start.ts';
import { findUserByIdentifier, type UserRow } from '../users/users.sql.ts';
import { failure } from './say.ts';

/** Opens the database for one command and closes it. Only `mayCreate` makes a data folder where there is none. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>, { mayCreate = false } = {}): Promise<T> {
  const config = readConfig();
  if (!mayCreate && !config.databaseUrl && !existsSync(join(config.folder, 'database'))) {
    throw failure('cli.no-data', { folder: config.folder });
  }
  const database: Database = await openDatabase(config);
  try {
    if (!mayCreate && (await isUnclaimed(database.db))) throw failure('cli.unclaimed');
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** The person whom the operator names, by e-mail address or username. */
export async function getNamed(db: Db, who: string | undefined, command: string): Promise<UserRow> {
  if (who === undefined) throw failure('cli.missing-who', { command }, 2);
  const user = await findUserByIdentifier(db, who);
  if (!user) throw failure('cli.nobody', { who });
  return user;
}

/** Reads what a call takes in its own shape, so that the same words are refused as at the API. */
export function readAs<E extends Endpoint>(call: E, sent: Record<string, unknown>): InputOf<E> {
  const given = Object.entries(sent).filter(([, value]) => value !== undefined);
  const inPath = new Set(pathNames(call.path));
  const params = Object.fromEntries(given.filter(([name]) => inPath.has(name)));
  const rest = Object.fromEntries(given.filter(([name]) => !inPath.has(name)));
  return readInput(call, { params, query: rest, body: rest }) as InputOf<E>;
}
