import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { walkChain } from '../server/audit/verify-audit.ts';
import { connectEmbedded } from '../server/db/connect.ts';
import { chooseSeed, randomFrom } from '../server/db/embedded/random.fixtures.ts';
import { type Client, makeClient } from './client.ts';
import { startProcess } from './start-process.ts';
import { administrator, password } from './world.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'muster-crash-')), 'data');
after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const writers = 4;
const kills = 20;

let cookie = '';

before(async () => {
  const running = await startProcess({ MUSTER_DATA: folder });
  const client = makeClient(running.base);
  const claimed = await client.post('/setup', { ...administrator, token: running.setupToken });
  assert.equal(claimed.status, 201);
  cookie = client.jar.get('muster') ?? '';
  client.close();
  await running.stop();
});

/** Creates people one after another until the connection breaks; only what was answered counts as acknowledged. */
async function write(client: Client, name: string, acknowledged: Map<string, string>): Promise<void> {
  for (let n = 1; ; n += 1) {
    const email = `${name}.${n}@zonnig.example`;
    const input = { firstName: 'Noor', lastName: 'Linden', email, roles: ['employee'] };
    const answer = await client.post<{ id: string }>('/users', input).catch(() => null);
    if (answer === null) return;
    assert.equal(answer.status, 201, answer.raw);
    acknowledged.set(answer.body.id, email);
  }
}

/** What must never be: somebody without the parts that are made together with them, or a part without its person. */
async function findHalfMade(db: Awaited<ReturnType<typeof connectEmbedded>>['db']): Promise<unknown[]> {
  const { rows } = await sql`
    select u.email from users u where u.is_admin = false and (
      not exists (select 1 from staff_memberships s where s.user_id = u.id)
      or not exists (select 1 from members m where m.user_id = u.id)
      or not exists (select 1 from role_assignments a where a.user_id = u.id)
      or (select count(*) from mails m where m.user_id = u.id and m.kind = 'activation') <> 1
      or (select count(*) from links l where l.user_id = u.id) <> 1
      or (select count(*) from audit_log a where a.target_id = u.id::text and a.action = 'users.created') <> 1)
    union all
    select a.target_id from audit_log a where a.action = 'users.created'
      and not exists (select 1 from users u where u.id::text = a.target_id)
    union all
    select l.seq::text from audit_log l
    where (select count(*) from audit_parts p where p.seq = l.seq) <> 2`.execute(db);
  return rows;
}

test('killed 20 times while people are being created, it keeps everybody who was acknowledged, and nobody by halves', async (context) => {
  const seed = chooseSeed();
  context.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  const acknowledged = new Map<string, string>();
  let killed = 0;
  while (killed < kills) {
    const running = await startProcess({ MUSTER_DATA: folder });
    const clients = Array.from({ length: writers }, () => makeClient(running.base));
    for (const client of clients) client.jar.set('muster', cookie);
    const before = acknowledged.size;
    const writing = clients.map((client, i) => write(client, `k${killed}.w${i}`, acknowledged));
    // Every fourth dies at its very beginning, the others with writing well under way.
    while (killed % 4 > 0 && acknowledged.size < before + writers) await pause(5);
    await pause(random() * 400);
    await running.stop('SIGKILL');
    await Promise.all(writing);
    for (const client of clients) client.close();
    killed += 1;
  }
  const database = await connectEmbedded(folder);
  try {
    const stored = await database.db.selectFrom('users').select(['id', 'email']).execute();
    const found = new Map(stored.map(({ id, email }) => [id, email]));
    const lost = [...acknowledged].filter(([id, email]) => found.get(id) !== email);
    context.diagnostic(`${killed} kills, ${acknowledged.size} acknowledged, ${found.size} stored`);
    assert.deepEqual(lost, []);
    assert.deepEqual(await findHalfMade(database.db), []);
    assert.equal((await walkChain(database.db)).sound, true);
    assert.ok(acknowledged.size > 0, 'nobody was created');
  } finally {
    await database.close();
  }
});

test('and it starts again after the last of them, with the same administrator', async () => {
  const running = await startProcess({ MUSTER_DATA: folder });
  const client = makeClient(running.base);
  const answer = await client.post('/session', { identifier: administrator.email, password });
  assert.equal(answer.status, 200);
  const audit = await client.get<{ sound: boolean }>('/audit/verification');
  assert.equal(audit.body.sound, true);
  client.close();
  await running.stop();
  assert.equal(running.said.err, '');
});
