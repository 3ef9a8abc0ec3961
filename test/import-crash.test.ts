import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Import } from '../contract/imports.ts';
import { walkChain } from '../server/audit/verify-audit.ts';
import { connectEmbedded } from '../server/db/connect.ts';
import { type Client, makeClient } from './client.ts';
import { startProcess } from './start-process.ts';
import { upload } from './upload.ts';
import { administrator } from './world.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'muster-import-')), 'data');
after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const people = 400;
const kills = 2;

async function untilState(client: Client, id: string, ...states: string[]): Promise<Import> {
  for (;;) {
    const { body } = await client.get<Import>(`/imports/${id}`);
    if (states.includes(body.state)) return body;
    await pause(100);
  }
}

test('killed in the middle of an import it goes on by itself: everybody once, and every mail once', async () => {
  let running = await startProcess({ MUSTER_DATA: folder });
  let client = makeClient(running.base);
  assert.equal((await client.post('/setup', { ...administrator, token: running.setupToken })).status, 201);
  const cookie = client.jar.get('muster') ?? '';
  const rows = Array.from({ length: people }, (_, n) => `Noor;Linden ${n};noor.${n}@hr.example\r\n`);
  const { body } = await upload(client, `voornaam;achternaam;e-mail\r\n${rows.join('')}`, {
    sendWelcomeMail: 'true',
  });
  await untilState(client, body.id, 'checked');
  assert.equal((await client.post(`/imports/${body.id}/run`)).status, 200);
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(400 + kill * 250);
    await running.stop('SIGKILL');
    client.close();
    running = await startProcess({ MUSTER_DATA: folder });
    client = makeClient(running.base);
    client.jar.set('muster', cookie);
  }
  const done = await untilState(client, body.id, 'done', 'failed');
  assert.deepEqual([done.state, done.progress.done, done.failed], ['done', people, 0]);
  client.close();
  await running.stop();
  const database = await connectEmbedded(folder);
  try {
    const { rows: counts } = await sql<Record<string, number>>`
      select (select count(*) from users where email like 'noor.%') as users,
        (select count(*) from mails where kind = 'activation') as mails,
        (select count(distinct user_id) from mails where kind = 'activation') as receivers,
        (select count(*) from staff_memberships) - 1 as periods,
        (select count(*) from audit_log where action = 'users.created') as deeds`.execute(database.db);
    assert.deepEqual(counts[0], {
      users: people,
      mails: people,
      receivers: people,
      periods: people,
      deeds: people,
    });
    assert.equal((await walkChain(database.db)).sound, true);
  } finally {
    await database.close();
  }
});
