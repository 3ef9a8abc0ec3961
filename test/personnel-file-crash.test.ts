import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { FileRun } from '../contract/personnel-files.ts';
import { connectEmbedded } from '../server/db/connect.ts';
import { type Client, makeClient } from './client.ts';
import { colleagues, drop, fileOf, makeLink } from './personnel-links.ts';
import { startProcess } from './start-process.ts';
import { administrator } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-link-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const env = { MUSTER_DATA: join(folder, 'data'), MUSTER_PERSONNEL_FOLDERS: folder };
const people = 300;

async function untilEnded(client: Client, id: string): Promise<FileRun> {
  for (;;) {
    const { body } = await client.get<FileRun>(`/personnel-file-runs/${id}`);
    if (body.endedAt !== null) return body;
    await pause(100);
  }
}

test('killed in the middle of a run it goes on by itself, and everybody is there once', async () => {
  const path = join(folder, 'personeel.csv');
  drop(path, fileOf(colleagues(people)));
  let running = await startProcess(env);
  let client = makeClient(running.base);
  assert.equal((await client.post('/setup', { ...administrator, token: running.setupToken })).status, 201);
  const cookie = client.jar.get('muster') ?? '';
  const options = { mode: 'change' as const, sendWelcomeMail: true, createGroups: true };
  const link = await makeLink(client, { kind: 'folder', path }, { options });
  const { body } = await client.post<FileRun>(`/personnel-files/${link.id}/run`);
  for (const wait of [150, 500]) {
    await pause(wait);
    await running.stop('SIGKILL');
    client.close();
    running = await startProcess(env);
    client = makeClient(running.base);
    client.jar.set('muster', cookie);
  }
  const run = await untilEnded(client, body.id);
  assert.deepEqual([run.state, run.counts], ['done', { create: people }]);
  client.close();
  await running.stop();
  const database = await connectEmbedded(env.MUSTER_DATA);
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from users where personnel_number like '70%') as users,
      (select count(*) from mails where kind = 'activation') as mails,
      (select count(*) from personnel_file_people) as linked,
      (select count(*) from personnel_file_runs) as runs`.execute(database.db);
  await database.close();
  assert.deepEqual(rows[0], { users: people, mails: people, linked: people, runs: 1 });
});
