import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { colleagues, drop, fileOf, makeLink } from './personnel-links.ts';
import { startTwo } from './two-processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-links-'));
const people = 200;

let two: Awaited<ReturnType<typeof startTwo>>;

before(async () => {
  two = await startTwo({ MUSTER_PERSONNEL_FOLDERS: folder });
});
after(async () => {
  await two.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function count(): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from personnel_file_runs) as runs,
      (select count(*)::int from personnel_file_runs where state = 'done') as done,
      (select count(*)::int from imports where personnel_file_id is not null) as imports,
      (select count(*)::int from users where personnel_number like '70%') as users,
      (select count(*)::int from mails where kind = 'activation') as mails,
      (select count(*)::int from audit_log a join users u on u.id::text = a.target_id
        where a.action = 'users.created' and u.personnel_number like '70%') as deeds`.execute(
    two.database.db,
  );
  return rows[0] ?? {};
}

test('of two processes on one database one runs a link whose time has come, and once', async ({ signal }) => {
  const path = join(folder, 'personeel.csv');
  drop(path, fileOf(colleagues(people)));
  const options = { mode: 'change' as const, sendWelcomeMail: true, createGroups: false };
  const link = await makeLink(two.admin, { kind: 'folder', path }, { options, schedule: { every: 'hour' } });
  await sql`update personnel_files set next_at = now() - interval '1 minute' where id = ${link.id}::uuid`.execute(
    two.database.db,
  );
  // Every process looks for what is due once a minute.
  while ((await count()).done === 0) await pause(200, undefined, { signal });
  // Time for a process that came late to begin it once more.
  await pause(3000);
  assert.deepEqual(await count(), {
    runs: 1,
    done: 1,
    imports: 1,
    users: people,
    mails: people,
    deeds: people,
  });
  const { rows } = await sql<{ next: boolean }>`
    select next_at > now() as next from personnel_files where id = ${link.id}::uuid`.execute(two.database.db);
  assert.deepEqual(rows, [{ next: true }]);
  assert.deepEqual(
    two.processes.map(({ said }) => said.err),
    ['', ''],
  );
});
