import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { newFolder, runProgram, startProgram } from '../../test/program.ts';

const { folder, remove } = newFolder();
after(remove);
const env = { MUSTER_DATA: folder };

async function refuses(more: NodeJS.ProcessEnv, sentence: RegExp, words: string[] = []): Promise<void> {
  const { code, out, err } = await runProgram(words, { ...env, ...more });
  assert.match(err, sentence);
  assert.equal(err.trim().split('\n').length, 1, err);
  assert.deepEqual({ code, out }, { code: 1, out: '' });
}

test('a choice that makes no sense is told in one sentence, before anything is made', async () => {
  await refuses(
    { PORT: 'abc' },
    /^Muster cannot start\. PORT must be a number from 0 to 65535, not “abc”\.$/m,
  );
  await refuses({ LANG: 'nl_NL.UTF-8' }, /^Muster kan niet starten\. PORT moet een getal/, ['--port=70000']);
  await refuses({ MUSTER_URL: 'muster' }, /MUSTER_URL must be an address/);
  await refuses({ SMTP_URL: 'mail.example.org' }, /SMTP_URL must look like smtp:/);
  await refuses({ DATABASE_URL: 'mysql://secret@host/x' }, /DATABASE_URL must look like postgresql:/);
  assert.equal(existsSync(folder), false);
});

test('a database that cannot be reached is told in one sentence', async () => {
  await refuses(
    { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' },
    /No PostgreSQL answers at 127\.0\.0\.1:1/,
  );
  await refuses({ DATABASE_URL: 'postgres://u:secret@muster.invalid/x' }, /The host muster\.invalid/);
});

test('a folder that cannot be used is told in one sentence', async () => {
  const { folder: file, remove: removeFile } = newFolder();
  writeFileSync(file, 'not a folder');
  await refuses({ MUSTER_DATA: file }, /there is something at this path that is not a folder/);
  removeFile();
  const { folder: broken, remove: removeBroken } = newFolder();
  mkdirSync(`${broken}/database`, { recursive: true });
  await refuses({ MUSTER_DATA: broken }, /the database in it is not complete/);
  removeBroken();
  // No system lets anybody make folders here: Linux has none to make, others have no such folder and let nobody add one.
  await refuses({ MUSTER_DATA: '/proc/muster/data' }, /^Muster cannot start\. .*\/proc\/muster\/data/);
});

test('help, version and mistakes answer at once', async () => {
  assert.match((await runProgram(['--help'], env)).out, /^Muster, user administration/);
  assert.match(
    (await runProgram(['users', '--help'], { ...env, LC_ALL: 'nl_BE' })).out,
    /^Gebruik: muster users/,
  );
  assert.match((await runProgram(['--version'], env)).out, /^\d+\.\d+\.\d+\n$/);
  const unknown = await runProgram(['upgrade'], env);
  assert.deepEqual(unknown, { code: 2, out: '', err: 'There is no command “upgrade”. See muster --help.\n' });
  assert.equal((await runProgram(['doctor', '--fix'], env)).code, 2);
  const early = await runProgram(['users', 'list'], env);
  assert.equal(early.code, 1);
  assert.match(early.err, /There is no Muster in the folder/);
});

test('a fresh installation prints a link that works once; the folder is for one process; SIGTERM stops it', async () => {
  const serving = await startProgram(['serve'], env);
  try {
    const [, token] = /\/setup#(\S+)\n$/.exec(serving.said) ?? [];
    const body = {
      token,
      organisationName: 'Proef',
      firstName: 'Hanna',
      lastName: 'Proefpersoon',
      email: 'hanna@proef.example',
      password: 'Kmrt-hwqz-4827',
      language: 'en',
    };
    assert.match(serving.address, /^http:\/\/localhost:\d+$/);
    const byNumber = serving.address.replace('localhost', '127.0.0.1');
    assert.equal(await claim(byNumber, { ...body, token: 'x'.repeat(43) }), 403);
    assert.equal(await claim(serving.address, body), 201);
    assert.equal(await claim(serving.address, body), 409);
    await refuses(
      {},
      new RegExp(`is in use by process ${serving.child.pid} .*, which serves ${serving.address}`),
    );
    await refuses({}, /or do it there in the browser/, ['users', 'list']);
    assert.match((await runProgram(['doctor'], env)).out, /^! A running Muster has the data folder open/m);
  } finally {
    assert.equal(await serving.stop(), 0);
  }
  const again = await startProgram(['serve'], env);
  assert.match(again.said, /^Muster runs at http:\S+\n$/);
  assert.equal(await again.stop(), 0);
});

async function claim(address: string, body: object): Promise<number> {
  const answer = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.text();
  return answer.status;
}

test('a port that is taken is told in one sentence, and the folder is free again', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await pause(50);
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  await refuses({ PORT: port }, new RegExp(`^Muster cannot start\\. Port ${port} is in use`));
  other.close();
});
