import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, postgresUrl } from '../../test/database.ts';
import { refusalOf } from '../http/write-problem.ts';
import { seconds } from '../lib/days.ts';
import { connectPostgres } from './connect.ts';

const roads: Socket[] = [];
let own: Awaited<ReturnType<typeof createDatabase>>;
let listener: ReturnType<typeof createServer>;

before(async () => {
  own = await createDatabase(postgresUrl ?? '');
  listener = createServer((from) => {
    const onward = connect(Number(new URL(own.url).port), '127.0.0.1');
    for (const socket of [from, onward]) roads.push(socket.on('error', () => undefined));
    from.pipe(onward).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
});
after(async () => {
  for (const socket of roads) socket.destroy();
  listener.close();
  await own.drop();
});

test('a server that falls silent is given up, and the next question goes over a new connection', async () => {
  const through = new URL(own.url);
  through.port = String((listener.address() as AddressInfo).port);
  const { db, close } = await connectPostgres(through.href, { connections: 1, silence: seconds(0.3) });
  await sql`select 1`.execute(db);
  for (const socket of roads) socket.pause();
  await assert.rejects(sql`select 1`.execute(db), (error) => refusalOf(error)?.code === 'server.unavailable');
  const { rows } = await sql<{ two: number }>`select 2 as two`.execute(db);
  assert.deepEqual(rows, [{ two: 2 }]);
  await close();
});
