import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { calls } from '../../contract/calls.ts';
import { newId } from '../../server/lib/ids.ts';
import { openWorld } from '../world.ts';

test('a client that is no browser and keeps no cookies gets in nowhere (curl)', async () => {
  const world = await openWorld();
  const guarded = calls
    .filter(({ may }) => may !== 'anyone')
    .map(({ method, path }) => `${method} /api/v1${path.replace(/:\w+/g, newId())}`);
  const script = spawn('sh', ['test/without-cookies.sh', world.base], { stdio: ['pipe', 'pipe', 'pipe'] });
  script.stdin.end(`${guarded.join('\n')}\n`);
  const ended = new Promise((done) => script.on('close', done));
  const said = await Promise.all([text(script.stdout), text(script.stderr)]);
  const code = await ended;
  await world.close();
  assert.deepEqual([...said, code], ['', '', 0]);
});
