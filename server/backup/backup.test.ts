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
