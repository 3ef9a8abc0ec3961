import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { startPostgres } from './throw-away-postgres.ts';

test('a PostgreSQL to throw away lets its superuser in, and nobody without the password', async () => {
  const server = await startPostgres();
  try {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(`select lower('É') as small, current_setting('fsync') as fsync`);
    assert.deepEqual(rows, [{ small: 'é', fsync: 'off' }]);
    await client.end();
    const url = new URL(server.url);
    url.password = 'wrong';
    const stranger = new pg.Client({ connectionString: url.href });
    await assert.rejects(stranger.connect(), /password authentication failed/);
  } finally {
    await server.stop();
  }
});

test('after stop, nothing of it runs any more', async () => {
  const server = await startPostgres({ durable: true });
  await server.stop();
  assert.throws(() => process.kill(server.pid, 0), { code: 'ESRCH' });
  await assert.rejects(new pg.Client({ connectionString: server.url }).connect(), /ECONNREFUSED/);
});
