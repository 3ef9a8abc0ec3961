import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../../test/client.ts';
import { startHttps } from '../../../test/https-server.ts';
import {
  type choices,
  colleagues,
  columns,
  fileOf,
  makeLink,
  readLink,
  runLink,
  testLink,
} from '../../../test/personnel-links.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { seconds } from '../../lib/days.ts';
import { findAddress } from './connect-outside.ts';
import { withFetchedFile } from './fetch-file.ts';
import { limits } from './receive.ts';

type Server = Awaited<ReturnType<typeof startHttps>>;

let world: World;
let admin: Client;
let server: Server;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  server = await startHttps((_request, response) => void response.end(fileOf(colleagues(2))));
});
after(async () => {
  await server.close();
  await world.close();
});

function allow(): void {
  process.env.MUSTER_PERSONNEL_HOSTS = '127.0.0.1 localhost';
  process.env.MUSTER_PERSONNEL_CA = server.authority;
}

const open = { type: 'none' as const };

function at(
  path = '/personeel.csv',
  auth: Parameters<typeof choices>[0] extends infer S
    ? S extends { kind: 'https'; auth: infer A }
      ? A
      : never
    : never = open,
) {
  return { kind: 'https' as const, url: `${server.url}${path}`, auth };
}

async function codeOf(source: Parameters<typeof choices>[0], secret?: string): Promise<string | undefined> {
  return (await testLink(admin, { source, ...(secret ? { secret } : {}) })).trouble?.code;
}

test('a server inside is not reached unless the operator allows it, nor one whose certificate nobody trusts', async () => {
  assert.equal(await codeOf(at()), 'address-not-allowed');
  process.env.MUSTER_PERSONNEL_HOSTS = '127.0.0.1';
  assert.equal(await codeOf(at()), 'certificate');
  process.env.MUSTER_PERSONNEL_CA = server.authority;
  const found = await testLink(admin, { source: at() });
  assert.deepEqual([found.trouble, found.rows, found.columns.length], [null, 2, 5]);
  assert.deepEqual(
    found.columns.map(({ field }) => field),
    columns.map(({ field }) => field),
  );
});

test('no name for an address inside gets past: not as a number, in short, in another notation, or from a name server', async () => {
  delete process.env.MUSTER_PERSONNEL_HOSTS;
  for (const host of [
    'localhost',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '0.0.0.0',
    '[::1]',
    '::ffff:127.0.0.1',
    '[::ffff:10.0.0.1]',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ]) {
    await assert.rejects(findAddress(host), { code: 'address-not-allowed' }, host);
  }
  for (const host of ['93.184.215.14', '[2606:2800:21f:cb07:6820:80da:af6b:8b2c]'])
    assert.ok(await findAddress(host));
  process.env.MUSTER_PERSONNEL_HOSTS = '10.2.0.0/16, fd00::/8';
  assert.equal(await findAddress('10.2.3.4'), '10.2.3.4');
  assert.equal(await findAddress('fd00::1'), 'fd00::1');
  await assert.rejects(findAddress('10.3.0.1'), { code: 'address-not-allowed' });
  allow();
});

test('an address that is not HTTPS, or holds a password, is refused', async () => {
  for (const url of ['http://127.0.0.1/', 'file:///etc/passwd', 'https://u:p@127.0.0.1/', 'ftp://x/', 'x']) {
    const answer = await admin.post('/personnel-files/test', { source: { kind: 'https', url, auth: open } });
    assert.equal(answer.status, 400, url);
  }
  for (const name of ['Host', 'Transfer-Encoding', 'cookie', 'X:Y', 'a\r\nb']) {
    const auth = { type: 'header', name };
    const source = { kind: 'https', url: server.url, auth };
    assert.equal((await admin.post('/personnel-files/test', { source, secret: 'x' })).status, 400, name);
  }
});

test('it signs in with a password or a header, and says when that is not accepted', async () => {
  allow();
  const right = `Basic ${Buffer.from('hr:geheim-é').toString('base64')}`;
  server.answerWith(({ headers }, response) => {
    const may = headers.authorization === right || headers['x-api-key'] === 'sleutel';
    response.writeHead(may ? 200 : 401).end(fileOf(colleagues(1)));
  });
  assert.equal(await codeOf(at('/', { type: 'basic', username: 'hr' }), 'geheim-é'), undefined);
  assert.equal(await codeOf(at('/', { type: 'header', name: 'X-Api-Key' }), 'sleutel'), undefined);
  assert.equal(await codeOf(at('/', { type: 'header', name: 'X-Api-Key' }), 'fout'), 'wrong-password');
  assert.equal(await codeOf(at('/', { type: 'header', name: 'X-Api-Key' }), 'a\r\nx-b: c'), 'wrong-password');
  assert.equal(await codeOf(at()), 'wrong-password');
});

test('a kept password is never answered, logged or written down, and goes to no other server', async () => {
  allow();
  const secret = 'Heel-geheim-wachtwoord-42';
  server.answerWith((_request, response) => void response.end(fileOf(colleagues(1))));
  const source = at('/', { type: 'basic', username: 'hr' });
  const link = await makeLink(admin, source, { secret, name: 'Met wachtwoord' });
  assert.equal(link.hasSecret, true);
  const other = { ...source, url: 'https://elders.example/' };
  const path = `/personnel-files/${link.id}`;
  assert.equal((await admin.patch(path, { source: other })).status, 422);
  assert.equal(
    (await admin.patch(path, { source: { ...source, auth: { type: 'basic', username: 'x' } } })).status,
    422,
  );
  assert.equal((await admin.post('/personnel-files/test', { source: other, file: link.id })).status, 422);
  assert.equal(
    (await testLink(admin, { source: { ...source, url: `${server.url}/anders.csv` }, file: link.id }))
      .trouble,
    null,
  );
  assert.equal((await admin.patch(path, { name: 'Hernoemd' })).status, 200);
  assert.equal((await runLink(world, admin, link.id)).state, 'done');
  const answers = [
    await admin.get(path),
    await admin.get('/personnel-files'),
    await admin.get('/audit?limit=200'),
  ];
  for (const { raw } of answers) assert.ok(!raw.includes(secret));
  assert.ok(!world.log.join('').includes(secret));
  assert.equal((await admin.patch(path, { source: other, secret: 'nieuw' })).status, 200);
});

test('a redirect is followed on the same server only, and not for ever', async () => {
  allow();
  let asked = 0;
  const elsewhere = await startHttps((_request, response) => {
    asked += 1;
    response.end(fileOf(colleagues(1)));
  });
  server.answerWith(({ url }, response) => {
    const to = url === '/ver' ? `${elsewhere.url}/x` : url === '/rond' ? '/rond' : '/hier';
    if (url === '/hier') response.end(fileOf(colleagues(1)));
    else response.writeHead(302, { location: to }).end();
  });
  assert.equal(await codeOf(at('/dichtbij')), undefined);
  assert.equal(await codeOf(at('/ver')), 'redirected');
  assert.equal(await codeOf(at('/rond')), 'redirected');
  assert.equal(asked, 0);
  await elsewhere.close();
});

test('every other answer is told for what it is', async () => {
  allow();
  for (const [status, code] of [
    [404, 'no-such-file'],
    [403, 'wrong-password'],
    [500, 'http-status'],
    [206, 'http-status'],
    [204, 'http-status'],
  ] as const) {
    server.answerWith((_request, response) => void response.writeHead(status).end());
    assert.equal(await codeOf(at()), code, String(status));
  }
  server.answerWith((_request, response) => void response.end());
  assert.equal(await codeOf(at()), 'empty');
  server.answerWith(
    (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  );
  assert.equal(await codeOf(at()), 'unreadable');
  server.answerWith((request) => void request.socket.destroy());
  assert.equal(await codeOf(at()), 'connection-lost');
  server.answerWith((request, response) => {
    response.writeHead(200, { 'content-length': 10_000 });
    response.write(fileOf(colleagues(3)), () => request.socket.destroy());
  });
  assert.equal(await codeOf(at()), 'cut-short');
  assert.equal(await codeOf({ ...at(), url: 'https://127.0.0.1:1/' }), 'connection-refused');
  assert.equal(await codeOf({ ...at(), url: 'https://bestaat-niet.invalid/' }), 'host-unknown');
});

test('an endless file and a slow server are given up', async () => {
  allow();
  const few = { bytes: 1024 * 1024, idle: seconds(0.3), total: seconds(3) };
  const fetch = (path: string) =>
    withFetchedFile(at(path), null, { limits: few }, async (file) => file?.size);
  server.answerWith(({ url }, response) => {
    if (url === '/stil') return;
    if (url === '/halverwege') return void response.write('Personeelsnummer;');
    if (url === '/groot')
      return void response.writeHead(200, { 'content-length': 5 * 1024 * 1024 * 1024 }).end();
    const line = Buffer.alloc(64 * 1024, 'a');
    const more = () => {
      while (!response.destroyed && response.write(line));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  await assert.rejects(fetch('/eindeloos'), { code: 'too-large' });
  await assert.rejects(fetch('/groot'), { code: 'too-large' });
  await assert.rejects(fetch('/stil'), { code: 'timed-out' });
  await assert.rejects(fetch('/halverwege'), { code: 'timed-out' });
  server.answerWith((_request, response) => {
    const drip = setInterval(() => response.write('a'), 50);
    response.on('close', () => clearInterval(drip));
  });
  await assert.rejects(
    withFetchedFile(at(), null, { limits: { ...few, total: seconds(0.6) } }, async () => undefined),
    { code: 'timed-out' },
  );
  assert.ok(limits.bytes > few.bytes);
});

test('a file that the server calls unchanged is not fetched again, until the link was saved', async () => {
  allow();
  const asked: (string | undefined)[] = [];
  server.answerWith(({ headers }, response) => {
    asked.push(headers['if-none-match']);
    if (headers['if-none-match'] === '"een"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"een"' }).end(fileOf(colleagues(1, 50)));
  });
  const link = await makeLink(admin, at(), { name: 'Met etag' });
  const states = [];
  for (let n = 0; n < 2; n += 1) states.push((await runLink(world, admin, link.id)).state);
  await admin.patch(`/personnel-files/${link.id}`, { name: 'Met een etag' });
  states.push((await runLink(world, admin, link.id)).state);
  states.push((await runLink(world, admin, link.id, { again: true })).state);
  assert.deepEqual(states, ['done', 'unchanged', 'done', 'done']);
  assert.deepEqual(asked, [undefined, '"een"', undefined, undefined]);
  assert.equal((await readLink(admin, link.id)).trouble, null);
});
