import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ssh2 from 'ssh2';
import type { Client } from '../../../test/client.ts';
import { colleagues, fileOf, makeLink, readLink, runLink, testLink } from '../../../test/personnel-links.ts';
import { startSftp } from '../../../test/sftp-server.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { seconds } from '../../lib/days.ts';
import { withFetchedFile } from './fetch-file.ts';

const key = ssh2.utils.generateKeyPairSync('ed25519');
const sealed = ssh2.utils.generateKeyPairSync('ed25519', {
  passphrase: 'wachtzin',
  cipher: 'aes256-ctr',
  rounds: 1,
});

const files = new Map<string, Buffer>();
const doors = { files, username: 'hr', password: 'geheim', publicKey: key.public };

let world: World;
let admin: Client;
let server: Awaited<ReturnType<typeof startSftp>>;

before(async () => {
  process.env.MUSTER_PERSONNEL_HOSTS = '127.0.0.0/8';
  world = await openWorld();
  admin = await world.signIn();
  server = await startSftp(doors);
  files.set('/uit/personeel.csv', Buffer.from(fileOf(colleagues(3))));
});
after(async () => {
  await server.close();
  await world.close();
});

function at(more: { auth?: 'password' | 'key'; path?: string; hostKey?: string | null; host?: string } = {}) {
  return {
    kind: 'sftp' as const,
    host: '127.0.0.1',
    port: server.port,
    username: 'hr',
    auth: 'password' as const,
    path: '/uit/personeel.csv',
    hostKey: server.hostKey,
    ...more,
  };
}

async function codeOf(source: ReturnType<typeof at>, secret = 'geheim', passphrase?: string) {
  const found = await testLink(admin, { source, secret, ...(passphrase ? { passphrase } : {}) });
  return found.trouble?.code;
}

test('a server is shown by its key first, and nothing is sent to it before that is confirmed', async () => {
  const found = await testLink(admin, { source: at({ hostKey: null }), secret: 'geheim' });
  assert.deepEqual([found.trouble?.code, found.hostKey], ['host-key-unknown', server.hostKey]);
  assert.deepEqual(server.tried, []);
  const then = await testLink(admin, { source: at({ hostKey: found.hostKey }), secret: 'geheim' });
  assert.deepEqual([then.trouble, then.rows], [null, 3]);
});

test('a password or a private key opens the door, and what does not is told', async () => {
  assert.equal(await codeOf(at()), undefined);
  assert.equal(await codeOf(at(), 'fout'), 'wrong-password');
  assert.equal(await codeOf(at({ auth: 'key' }), key.private), undefined);
  assert.equal(await codeOf(at({ auth: 'key' }), sealed.private, 'wachtzin'), 'wrong-password');
  assert.equal(await codeOf(at({ auth: 'key' }), sealed.private, 'fout'), 'wrong-key');
  assert.equal(await codeOf(at({ auth: 'key' }), 'geen sleutel'), 'wrong-key');
  assert.equal(await codeOf(at({ path: '/uit/niets.csv' })), 'no-such-file');
  assert.equal(await codeOf({ ...at(), port: 1 }), 'connection-refused');
  assert.equal(await codeOf(at({ host: 'bestaat-niet.invalid' })), 'host-unknown');
  assert.equal(await codeOf(at({ host: '10.0.0.1' })), 'address-not-allowed');
});

test('of several files the newest is taken, and a file that is too large is not begun', async () => {
  files.set('/uit/lijst-1.csv', Buffer.from(fileOf(colleagues(1))));
  files.set('/uit/lijst-2.csv', Buffer.from(fileOf(colleagues(2))));
  assert.equal(
    (await testLink(admin, { source: at({ path: '/uit/lijst-*.csv' }), secret: 'geheim' })).rows,
    2,
  );
  files.set('/uit/groot.csv', Buffer.alloc(40 * 1024 * 1024, 'a'));
  assert.equal(await codeOf(at({ path: '/uit/groot.csv' })), 'too-large');
  files.set('/uit/leeg.csv', Buffer.alloc(0));
  assert.equal(await codeOf(at({ path: '/uit/leeg.csv' })), 'empty');
});

test('with another key the link stops, sends nothing, and goes on once the key was confirmed', async () => {
  const link = await makeLink(admin, at(), { secret: 'geheim', name: 'SFTP', schedule: { every: 'hour' } });
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
  const { port } = server;
  await server.close();
  server = await startSftp(doors, port);
  const failed = await runLink(world, admin, link.id);
  assert.equal(failed.state, 'failed');
  const { trouble, nextAt } = await readLink(admin, link.id);
  assert.deepEqual([trouble?.code, trouble?.halted, nextAt], ['host-key-changed', true, null]);
  assert.deepEqual(server.tried, []);
  const path = `/personnel-files/${link.id}`;
  assert.equal((await admin.patch(path, { source: at() })).status, 422, 'the password goes to no other key');
  assert.equal((await admin.patch(path, { source: at(), secret: 'geheim' })).status, 200);
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
  assert.equal((await readLink(admin, link.id)).trouble, null);
});

test('a password that is changed over there stops it with an alarm', async () => {
  const link = await makeLink(admin, at(), { secret: 'geheim', name: 'SFTP 2' });
  doors.password = 'nieuw';
  assert.equal((await runLink(world, admin, link.id)).state, 'failed');
  assert.equal((await readLink(admin, link.id)).trouble?.code, 'wrong-password');
  assert.equal((await admin.patch(`/personnel-files/${link.id}`, { secret: 'nieuw' })).status, 200);
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
  doors.password = 'geheim';
});

test('a server that accepts and says nothing is given up', async () => {
  const { createServer } = await import('node:net');
  const silent = createServer(() => undefined);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as { port: number };
  const limits = { bytes: 1000, idle: seconds(0.3), total: seconds(2) };
  await assert.rejects(
    withFetchedFile({ ...at(), port }, { secret: 'x', passphrase: null }, { limits }, async () => undefined),
    { code: 'timed-out' },
  );
  silent.close();
});
