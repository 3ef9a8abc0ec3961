import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { builtProgram } from '../../test/built-program.ts';
import { createDatabase, postgresUrl } from '../../test/database.ts';
import { newFolder, runProgram } from '../../test/program.ts';
import { connectEmbedded, connectPostgres, type Database } from '../db/connect.ts';
import { startMailServer } from '../outbox/outbox.fixtures.ts';
import { noteUnnamedProxy } from '../settings/unnamed-proxy.sql.ts';

let env: NodeJS.ProcessEnv;
let clean: () => unknown;

before(async () => {
  if (postgresUrl) {
    const { url, drop } = await createDatabase(postgresUrl);
    env = { DATABASE_URL: url };
    clean = drop;
  } else {
    const { folder, remove } = newFolder();
    env = { MUSTER_DATA: folder };
    clean = remove;
  }
});
after(() => clean());

const person = ['--first-name', 'Hanna', '--infix', 'van', '--last-name', 'Proef', '--language', 'nl'];
const password = 'Kmrt-hwqz-4827\n';

/** Looks into, or spoils, the database between two commands. */
async function touch<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = env.DATABASE_URL
    ? await connectPostgres(env.DATABASE_URL)
    : await connectEmbedded(env.MUSTER_DATA ?? '');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

test('create-admin says what is missing, and refuses a password that can be guessed', async () => {
  const missing = await runProgram(['create-admin', '--email', 'h@proef.example'], env);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /^Missing: --organisation --first-name --last-name\. /);
  const words = ['create-admin', '--organisation', 'Proef', '--email', 'h@proef.example', ...person];
  const weak = await runProgram([...words, '--password-stdin'], env, 'Welkom01\n');
  assert.equal(weak.code, 1);
  assert.match(weak.err, /^Not done: This password cannot be used.*\n {2}password: /);
});

test('create-admin claims a fresh installation, then adds administrators', async () => {
  const words = ['create-admin', '--email', ' H@Proef.example', ...person, '--password-stdin'];
  const first = await runProgram([...words, '--organisation', 'Proef BV'], env, password);
  assert.deepEqual(first, {
    code: 0,
    out: 'Done. Proef BV is set up; Hanna van Proef can sign in with H@proef.example.\n',
    err: '',
  });
  const second = [
    'create-admin',
    '--email',
    'bob@proef.example',
    '--first-name',
    'Bob',
    '--last-name',
    'Bron',
  ];
  assert.equal((await runProgram([...second, '--password-stdin'], env, password)).code, 0);
  const again = await runProgram(['create-admin', '--email', 'bob@proef.example'], env);
  assert.match(again.out, /^Done\. Bob Bron .* was here already/);
  const found = await touch(({ db }) =>
    db.selectFrom('users').select(['is_admin', 'state']).orderBy('number').execute(),
  );
  assert.deepEqual(found, Array(2).fill({ is_admin: true, state: 'active' }));
  const kinds = await touch(({ db }) => db.selectFrom('audit_log').select('actor_kind').distinct().execute());
  assert.deepEqual(kinds, [{ actor_kind: 'command-line' }]);
  assert.deepEqual(await touch(({ db }) => db.selectFrom('sessions').select('id').execute()), []);
});

test('unlock and set-password do what they say, also by username', async () => {
  assert.match((await runProgram(['unlock', 'bob'], env)).err, /This account is not locked/);
  await touch(({ db }) => db.updateTable('users').set({ locked_at: '2026-01-01T00:00:00Z' }).execute());
  assert.match((await runProgram(['unlock', 'BOB@proef.example'], env)).out, /^Bob Bron is unlocked/);
  const generated = await runProgram(['set-password', 'bob', '--generate'], env);
  assert.match(generated.out, /must be changed.*\nThe password: [A-Z][a-z]{3}-[a-z]{4}-\d{4}\n$/s);
  assert.equal(
    (await runProgram(['set-password', 'bob', '--password-stdin', '--keep'], env, password)).code,
    0,
  );
  const [credential] = await touch(({ db }) =>
    db
      .selectFrom('credentials as c')
      .innerJoin('users as u', 'u.id', 'c.user_id')
      .select(['must_change', 'locked_at'])
      .where('u.username', '=', 'bob')
      .execute(),
  );
  assert.deepEqual(credential, { must_change: false, locked_at: null });
  assert.match((await runProgram(['set-password', 'carol', '--generate'], env)).err, /Nobody has/);
  assert.match((await runProgram(['unlock'], env)).err, /^Say who/);
});

test('reset-two-factor removes what somebody lost', async () => {
  assert.match((await runProgram(['reset-two-factor', 'bob'], env)).err, /No second factor is set up/);
  await touch(({ db }) =>
    sql`insert into authenticator_apps (user_id, secret, set_up_at)
      select id, '\\x00', now() from users where username = 'bob'`.execute(db),
  );
  assert.match(
    (await runProgram(['reset-two-factor', 'BOB'], env)).out,
    /^The second factors of Bob Bron are/,
  );
  const left = await touch(({ db }) => db.selectFrom('authenticator_apps').select('user_id').execute());
  assert.deepEqual(left, []);
});

test('users list and export take the filters of the page', async () => {
  const list = await runProgram(['users', 'list', '--search', 'proef.example, zoek', '--locked'], env);
  assert.match(list.out, /^1001\tHanna van Proef\tH@proef\.example\tactive, admin, locked\t\tnever\n$/);
  assert.match(list.err, /^1 person\.\nFound nobody for: zoek\n$/);
  const json = await runProgram(['users', 'list', '--json', '--sort=-name'], { ...env, LANG: 'nl_NL' });
  assert.deepEqual(
    JSON.parse(json.out).map((found: { lastName: string }) => found.lastName),
    ['Proef', 'Bron'],
  );
  assert.equal(
    (await runProgram(['users', 'export'], env)).out,
    'Last name,First name,E-mail\r\nBron,Bob,bob@proef.example\r\nvan Proef,Hanna,H@proef.example\r\n',
  );
  const wrong = await runProgram(['users', 'list', '--status', 'gone'], env);
  assert.deepEqual({ code: wrong.code, out: wrong.out }, { code: 1, out: '' });
  assert.equal((await runProgram(['users', 'import'], env)).code, 2);
});

test('an import says what it would do, what to add to have it done, and then does it', async (t) => {
  const { folder, remove } = newFolder();
  t.after(remove);
  mkdirSync(folder);
  const file = join(folder, 'nieuw.csv');
  writeFileSync(file, 'voornaam;achternaam;e-mail;team\nNoor;Nieuw;noor@proef.example;Avondploeg\n');
  const ask = async (...words: string[]) => {
    const { code, out, err } = await runProgram(['users', 'import', file, ...words], env);
    return [code, (out + err).trim().split('\n').at(-1)];
  };
  const add = 'Checked: nothing has been changed. Add --run --new-names 1 to do it.';
  assert.deepEqual(await ask(), [0, add]);
  assert.equal((await ask('--run'))[0], 1);
  assert.deepEqual(await ask('--run', '--new-names', '1'), [0, 'Done.']);
  assert.deepEqual(await ask(), [0, 'Checked: nothing has been changed. Add --run to do it.']);
});

test('a reader that stops reading is no failure', async () => {
  const child = spawn(process.execPath, [await builtProgram(), 'users', 'export'], {
    env: { ...process.env, ...env, LANG: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  assert.deepEqual({ code, err }, { code: 0, err: '' });
});

test('doctor looks at the database and the mail server', async () => {
  const mail = await startMailServer();
  const url = `smtp://127.0.0.1:${mail.port}?security=none`;
  const well = {
    ...env,
    SMTP_URL: url,
    MUSTER_URL: 'https://muster.example',
    MUSTER_TRUSTED_PROXIES: '127.0.0.1',
    MUSTER_SECRET: 'een zin van meer dan 32 tekens die niemand raadt',
  };
  const found = await runProgram(['doctor'], well);
  await mail.stop();
  assert.equal(found.code, 0, found.out + found.err);
  assert.doesNotMatch(found.out, /^[✗!]/m);
  const wrong = {
    ...env,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MUSTER_URL: 'http://muster.example',
    LANG: 'nl_NL',
  };
  const trouble = await runProgram(['doctor'], wrong);
  assert.equal(trouble.code, 1);
  assert.match(trouble.out, /^✗ Links in mails beginnen met http:\/\/muster\.example, zonder HTTPS/m);
  assert.match(trouble.out, /^✗ De mailserver 127\.0\.0\.1:1 werkt niet/m);
});

test('doctor warns of a proxy that is not named, and of secrets that stand readable', async () => {
  const https = { ...env, MUSTER_URL: 'https://muster.example' };
  const bare = await runProgram(['doctor'], https);
  assert.match(bare.out, /^! MUSTER_URL begins with https, so a proxy stands in front/m);
  assert.match(bare.out, /^! MUSTER_SECRET is not set/m);
  await touch(({ db }) => noteUnnamedProxy(db, '10.1.2.3'));
  assert.match((await runProgram(['doctor'], env)).out, /^! Requests come through a proxy at 10\.1\.2\.3/m);
  const named = await runProgram(['doctor'], { ...https, MUSTER_TRUSTED_PROXIES: '10.1.2.3' });
  assert.match(named.out, /^✓ Proxies that may say where a request came from: 10\.1\.2\.3$/m);
  assert.equal(named.code, 0);
});

test('verify-audit holds the log against a head that was written down, and finds what was changed', async () => {
  const sound = await runProgram(['verify-audit'], env);
  assert.equal(sound.code, 0);
  const [, head = ''] = /: (\d+:[0-9a-f]{64})\n$/.exec(sound.out) ?? [];
  assert.equal((await runProgram(['verify-audit', '--expect', head], env)).code, 0);
  const foreign = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  assert.equal((await runProgram(['verify-audit', '--expect', foreign], env)).code, 1);
  assert.equal((await runProgram(['verify-audit', '--expect', 'yesterday'], env)).code, 2);
  await touch(({ db }) => sql`update audit_log set action = 'users.deleted' where seq = 2`.execute(db));
  const broken = await runProgram(['verify-audit'], env);
  assert.deepEqual(broken, {
    code: 1,
    out: '',
    err: 'The audit log is NOT sound: entry 2 does not fit. 1 before it do.\n',
  });
});

test('a back-up is read into an empty installation, and never over one that is there', async () => {
  const { folder, remove } = newFolder();
  const other = postgresUrl ? await createDatabase(postgresUrl) : null;
  const empty = other ? { DATABASE_URL: other.url } : { MUSTER_DATA: folder };
  const file = `${folder}.backup`;
  try {
    assert.equal((await runProgram(['backup'], env)).code, 2);
    assert.match((await runProgram(['backup', file], env)).out, /^Done\. .*\.backup holds everything/);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match((await runProgram(['backup', file], env)).err, /^There is a file/);
    assert.match((await runProgram(['backup', '/nowhere/at/all'], env)).err, /could not be written/);
    assert.match((await runProgram(['restore', file], env)).err, /^There is an installation here already/);
    assert.match((await runProgram(['restore', `${file}.not`], empty)).err, /^There is no file/);
    const whole = readFileSync(file);
    writeFileSync(`${file}.half`, whole.subarray(0, whole.length / 2));
    assert.match((await runProgram(['restore', `${file}.half`], empty)).err, /damaged or not complete/);
    writeFileSync(`${file}.other`, 'name,email\n');
    assert.match((await runProgram(['restore', `${file}.other`], empty)).err, /is not a back-up of Muster/);
    assert.match((await runProgram(['restore', file], empty)).out, /^Done\. \d+ rows were read in/);
    const list = await runProgram(['users', 'list'], empty);
    assert.match(list.out, /Bob Bron/);
  } finally {
    remove();
    await other?.drop();
  }
});
