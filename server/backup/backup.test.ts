import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import { administrator, password } from '../../test/world.ts';
import { nobody } from '../act/actor.ts';
import { walkChain } from '../audit/verify-audit.ts';
import type { Database } from '../db/connect.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { insertFilePeople, updateFilePerson } from '../held-fields/held-fields.sql.ts';
import { newId } from '../lib/ids.ts';
import { findFile, insertFile } from '../personnel-files/files.sql.ts';
import { replaceReceivers } from '../personnel-files/receivers.sql.ts';
import { insertRun } from '../personnel-files/runs.sql.ts';
import { sealFor, secretOf } from '../personnel-files/stored-file.ts';
import { writePhoto } from '../photos/photos.sql.ts';
import { claimInstallation } from '../setup/claim-installation.ts';
import { signInAct } from '../sign-in/sign-in.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

let original: Database;
let lines: string[];

before(async () => {
  original = await openTestDatabase();
  await claimInstallation(original.db, nobody('en'), administrator, null);
  await fillDemo(original.db);
  await keepPhotos();
  await keepPersonnelFile();
  await signInAct(original.db, nobody('en'), { identifier: administrator.email, password });
  lines = await readLines(original);
});
after(() => original.close());

/** So many that they do not go into one piece. */
async function keepPhotos(): Promise<void> {
  const users = await original.db.selectFrom('users').select('id').limit(100).execute();
  for (const { id } of users) {
    await writePhoto(original.db, id, { large: randomBytes(60_000), small: randomBytes(3000), tag: id });
  }
}

const fileId = newId();

/** A link with a personnel file: its secret, a run, whom it names, and who is told of trouble. */
async function keepPersonnelFile(): Promise<void> {
  const [user] = await original.db.selectFrom('users').select('id').limit(1).execute();
  assert.ok(user);
  const columns = [
    { heading: 'Personeelsnummer', field: 'personnelNumber' },
    { heading: 'Functie', field: 'jobTitle' },
  ];
  const auth = { type: 'basic', username: 'muster' };
  await insertFile(original.db, {
    id: fileId,
    name: 'Personeel “nacht” é',
    source: JSON.stringify({ kind: 'https', url: 'https://hr.example/a?b=ü', auth }),
    secret: sealFor(fileId, { secret: 'Sleutel-ß-1', passphrase: null }),
    has_headings: true,
    columns: JSON.stringify(columns),
    options: JSON.stringify({ mode: 'complete', sendWelcomeMail: false, createGroups: false }),
    owned: ['personnelNumber', 'jobTitle'],
    schedule: JSON.stringify({ every: 'day', at: '06:00' }),
    next_at: '2040-01-31T05:00:00Z',
    acts_as: user.id,
  });
  const run = { id: newId(), file_id: fileId, state: 'waiting', is_check: false, again: false } as const;
  await insertRun(original.db, { ...run, cause: 'schedule' });
  await insertFilePeople(original.db, fileId, [user.id]);
  await updateFilePerson(original.db, fileId, user.id, { linked: true, released: ['jobTitle'] });
  await replaceReceivers(original.db, fileId, [user.id]);
}

async function readLines({ db }: Database): Promise<string[]> {
  const pieces = await Array.fromAsync(writeBackup(db));
  return pieces.join('').split('\n').slice(0, -1);
}

async function* asSent(sent: readonly string[]) {
  yield* sent;
}

async function withEmptyDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openTestDatabase();
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

/** What is stored, without sessions and the count at the end. */
function withoutSessions(from: string[]): string[] {
  let table = '';
  return from.filter((line) => {
    if (line.startsWith('T')) table = line;
    return !line.startsWith('E') && (line === table || table !== 'T{"table":"sessions"}');
  });
}

/** Everything that makes the database refuse or do something by itself. */
async function readRules({ db }: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select conrelid::regclass::text as place, pg_get_constraintdef(oid) as rule from pg_constraint
    where connamespace = 'public'::regnamespace
    union all
    select tgrelid::regclass::text, pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
    order by 1, 2`.execute(db);
  return rows;
}

test('what is read in is what was written: every row, every number that comes next, every rule', async () => {
  await withEmptyDatabase(async (restored) => {
    const rules = await readRules(restored);
    await readBackup(restored, asSent(lines));
    const wanted = withoutSessions(lines).sort();
    const found = withoutSessions(await readLines(restored)).sort();
    assert.ok(wanted.length > 1000);
    assert.deepEqual(found, wanted);
    assert.deepEqual(await readRules(restored), rules);
    assert.equal((await walkChain(restored.db)).sound, true);
  });
});

test('a link with a personnel file comes back whole, with its key, its run and whom it names, and is due when it was', async () => {
  await withEmptyDatabase(async (restored) => {
    await readBackup(restored, asSent(lines));
    const tables = [
      'personnel_files',
      'personnel_file_runs',
      'personnel_file_people',
      'personnel_file_receivers',
    ] as const;
    for (const table of tables) {
      const [before, after] = await Promise.all(
        [original, restored].map(({ db }) => db.selectFrom(table).selectAll().execute()),
      );
      assert.equal(before?.length, 1, table);
      assert.deepEqual(after, before, table);
    }
    const file = await findFile(restored.db, fileId);
    assert.ok(file);
    assert.deepEqual(secretOf(file), { secret: 'Sleutel-ß-1', passphrase: null });
  });
});

test('after it everybody signs in again, with the password of then', async () => {
  await withEmptyDatabase(async (restored) => {
    await readBackup(restored, asSent(lines));
    const { rows } = await sql`select from sessions`.execute(restored.db);
    assert.equal(rows.length, 0);
    const answer = await signInAct(restored.db, nobody('en'), { identifier: administrator.email, password });
    assert.ok('user' in answer);
  });
});

test('a back-up that is cut off, or is none, changes nothing', async () => {
  await withEmptyDatabase(async (restored) => {
    for (const [sent, why] of [
      [lines.slice(0, -1), 'cut-off'],
      [lines.slice(0, 200), 'cut-off'],
      [lines.toSpliced(500, 1), 'cut-off'],
      [['{"users": []}'], 'not-a-backup'],
      [[], 'not-a-backup'],
      [[(lines[0] ?? '').replace(/"digest":"../, '"digest":"zz')], 'newer'],
    ] as const) {
      await assert.rejects(readBackup(restored, asSent(sent)), { code: 'backup-unusable', why });
    }
    const { rows } = await sql`select from users`.execute(restored.db);
    assert.equal(rows.length, 0);
    await readBackup(restored, asSent(lines));
  });
});

test('an installation that is there is never overwritten', async () => {
  await assert.rejects(readBackup(original, asSent(lines)), { code: 'backup-unusable', why: 'not-empty' });
  assert.equal((await walkChain(original.db)).sound, true);
});
