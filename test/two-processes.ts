import assert from 'node:assert/strict';
import { connectPostgres } from '../server/db/connect.ts';
import { makeClient } from './client.ts';
import { createDatabase, postgresUrl } from './database.ts';
import { startProcess } from './start-process.ts';
import { administrator } from './world.ts';

/** Two running programs over one PostgreSQL of their own, claimed by `administrator`, who is signed in at the first. */
export async function startTwo(env: Record<string, string> = {}) {
  assert.ok(postgresUrl, 'this file needs PostgreSQL');
  const own = await createDatabase(postgresUrl);
  const first = await startProcess({ DATABASE_URL: own.url, ...env });
  const second = await startProcess({ DATABASE_URL: own.url, ...env });
  const processes = [first, second];
  const database = await connectPostgres(own.url);
  const admin = makeClient(first.base);
  // Each start prints a link and kills the one before it.
  const claimed = await admin.post('/setup', { ...administrator, token: second.setupToken });
  assert.equal(claimed.status, 201, claimed.raw);
  return {
    url: own.url,
    processes,
    database,
    admin,
    stop: async () => {
      admin.close();
      await Promise.all(processes.map((one) => one.stop()));
      await database.close();
      await own.drop();
    },
  };
}
