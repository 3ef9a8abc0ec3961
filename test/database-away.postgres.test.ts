import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres, type ThrowAwayPostgres } from '../tools/throw-away-postgres.ts';
import { type Client, makeClient } from './client.ts';
import { createDatabase } from './database.ts';
import { type Process, startProcess } from './start-process.ts';
import { administrator, password, trySignIn } from './world.ts';

/** The road to the database, which a test can close. */
type Road = { port: number; open(): Promise<void>; close(): void };

let server: ThrowAwayPostgres;
let road: Road;
let running: Process;
let admin: Client;

before(async () => {
  server = await startPostgres({ durable: true });
  const { url } = await createDatabase(server.url);
  road = await makeRoad(Number(new URL(url).port));
  const through = new URL(url);
  through.port = String(road.port);
  running = await startProcess({ DATABASE_URL: through.href });
  admin = makeClient(running.base);
  const claimed = await admin.post('/setup', { ...administrator, token: running.setupToken });
  assert.equal(claimed.status, 201, claimed.raw);
});
after(async () => {
  admin.close();
  await running.stop();
  road.close();
  await server.stop();
});

async function makeRoad(to: number): Promise<Road> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const listener = createServer((from) => {
    const onward = dial(to, '127.0.0.1');
    for (const socket of [from, onward]) keep(socket);
    from.on('close', () => onward.destroy());
    onward.on('close', () => from.destroy());
    from.pipe(onward).pipe(from);
  });
  const listen = async (port: number) => {
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const port = await listen(0);
  return {
    port,
    open: async () => void (await listen(port)),
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function untilReady(): Promise<void> {
  const until = performance.now() + 15_000;
  for (;;) {
    const { status } = await admin.send('GET', '/readyz');
    if (status === 200) return;
    assert.equal(status, 503);
    assert.ok(performance.now() < until, 'it does not recover');
    await pause(50);
  }
}

test('while the database is away everybody is told to come back in a moment, and nobody gets in', async () => {
  road.close();
  for (let round = 0; round < 3; round += 1) {
    const stranger = makeClient(running.base);
    for (const answer of [
      await admin.get('/session'),
      await admin.get('/users'),
      await admin.post('/users', { firstName: 'Bo', lastName: 'Vos', email: 'weg@zonnig.example' }),
      await trySignIn(stranger, administrator.email, password),
      await stranger.get('/branding'),
    ]) {
      assert.equal(answer.status, 503, answer.raw);
      assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
      assert.equal(JSON.parse(answer.raw).code, 'server.unavailable');
      assert.ok(Number(answer.headers['retry-after']) > 0);
      assert.equal(answer.headers['set-cookie'], undefined);
    }
    assert.equal((await admin.send('GET', '/readyz')).status, 503);
    assert.equal((await admin.send('GET', '/healthz')).status, 200);
    stranger.close();
    await pause(300);
  }
});

test('when it is back the same process goes on, with the same sessions, and nothing was done by halves', async () => {
  await road.open();
  await untilReady();
  assert.equal(running.hasEnded(), false);
  assert.equal((await admin.get('/session')).status, 200);
  const { body } = await admin.get<{ total: { count: number } }>('/users?search=weg@zonnig.example');
  assert.equal(body.total.count, 0);
  const stranger = makeClient(running.base);
  assert.equal((await trySignIn(stranger, administrator.email, password)).status, 200);
  stranger.close();
});

test('a crash of the database under load is answered with 503 at most, and what was acknowledged is there', async () => {
  const clients = Array.from({ length: 6 }, () => {
    const client = makeClient(running.base);
    client.jar.set('muster', admin.jar.get('muster') ?? '');
    return client;
  });
  const acknowledged: string[] = [];
  const odd: string[] = [];
  let writing = true;
  const writers = clients.map(async (client, w) => {
    for (let n = 0; writing; n += 1) {
      const email = `w${w}.n${n}@zonnig.example`;
      const answer = await client.post('/users', { firstName: 'Bo', lastName: 'Vos', email });
      if (answer.status === 201) acknowledged.push(email);
      else if (answer.status !== 503) odd.push(answer.raw);
    }
  });
  await pause(500);
  for (let round = 0; round < 3; round += 1) {
    await killBackend();
    await pause(700);
  }
  await untilReady();
  await pause(300);
  writing = false;
  await Promise.all(writers);
  for (const client of clients) client.close();
  assert.deepEqual(odd, []);
  assert.ok(acknowledged.length > 0);
  for (const email of acknowledged) {
    const { body } = await admin.get<{ taken: object | null }>(`/email-check?email=${email}`);
    assert.ok(body.taken, email);
  }
  const audit = await admin.get<{ sound: boolean }>('/audit/verification');
  assert.equal(audit.body.sound, true);
  assert.equal(running.hasEnded(), false);
});

/** Kills one of the processes of PostgreSQL that serve us: it then ends all of them and recovers. */
async function killBackend(): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'muster' limit 1",
    );
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
    await client.end();
  } catch {
    // It may be recovering still.
  }
}
