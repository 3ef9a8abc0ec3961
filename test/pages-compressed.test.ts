import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from '../tools/build.mjs';
import { openWorld, type World } from './world.ts';

const root = join(import.meta.dirname, '..');
const assets = join(root, 'dist/web/assets');
let world: World;
let script: string;

before(async () => {
  await build(root, process.execPath, 'web', () => undefined);
  world = await openWorld({ claimed: false });
  const scripts = readdirSync(assets).filter((name) => /^every-page-.*\.js$/.test(name));
  assert.equal(scripts.length, 1);
  script = scripts[0] as string;
});
after(() => world.close());

/** An answer as it comes over the wire: `fetch` would unpack it. */
async function read(path: string, accepts: string) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${world.base}${path}`, { headers: { 'accept-encoding': accepts } }, resolve).on('error', reject),
  );
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

test('a script of the pages goes out as the build compressed it', async () => {
  const { status, headers, body } = await read(`/assets/${script}`, 'gzip, deflate, br');
  assert.equal(status, 200);
  assert.equal(headers['content-encoding'], 'br');
  assert.match(String(headers['content-type']), /javascript/);
  assert.match(String(headers['cache-control']), /immutable/);
  assert.match(String(headers.vary), /accept-encoding/i);
  assert.deepEqual(body, readFileSync(join(assets, `${script}.br`)));
  assert.deepEqual(brotliDecompressSync(body), readFileSync(join(assets, script)));
});

test('who cannot read that gets it otherwise, or whole', async () => {
  const zipped = await read(`/assets/${script}`, 'gzip');
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(zipped.body), readFileSync(join(assets, script)));
  const whole = await read(`/assets/${script}`, 'identity');
  assert.equal(whole.headers['content-encoding'], undefined);
  assert.deepEqual(whole.body, readFileSync(join(assets, script)));
});

test('the compressed file has no address of its own', async () => {
  assert.equal((await read(`/assets/${script}.br`, 'identity')).status, 404);
});
