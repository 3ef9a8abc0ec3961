import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startProcess } from './start-process.ts';
import { administrator } from './world.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'muster-stopping-')), 'data');
after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('stopping waits for what was begun by somebody who hung up meanwhile', async () => {
  const running = await startProcess({ MUSTER_DATA: folder });
  const send = (path: string, body: object, signal?: AbortSignal) =>
    fetch(`${running.base}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  assert.equal((await send('/setup', { ...administrator, token: running.setupToken })).status, 201);
  const hangUp = new AbortController();
  const attempts = Array.from({ length: 8 }, (_, i) =>
    send('/session', { identifier: administrator.email, password: `Fout-${i}` }, hangUp.signal).catch(
      () => null,
    ),
  );
  await pause(30);
  hangUp.abort();
  await Promise.all(attempts);
  await running.stop();
  assert.equal(running.said.err, '');
});
