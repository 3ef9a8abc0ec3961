import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../test/client.ts';
import { openWorld, trySignIn, type World } from '../../test/world.ts';
import { findUnnamedProxy } from '../settings/unnamed-proxy.sql.ts';

let world: World;
let device: Client;

before(async () => {
  delete process.env.MUSTER_TRUSTED_PROXIES;
  world = await openWorld();
  device = await world.signIn();
});
after(() => world.close());

test('without a configured proxy nobody moves to another address by a header', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 25; i += 1) {
    const headers = {
      'x-forwarded-for': `198.51.100.${i}`,
      forwarded: `for=198.51.100.${i}`,
      'x-real-ip': `198.51.100.${i}`,
      'x-client-ip': `198.51.100.${i}`,
    };
    const input = { identifier: `niemand.${i}@elders.example`, password: 'Fout-1' };
    statuses.push((await world.visitor().post('/session', input, headers)).status);
  }
  assert.deepEqual(statuses.slice(0, 20), Array(20).fill(401));
  assert.deepEqual(statuses.slice(20), Array(5).fill(429));
});

test('a proxy that forwards requests and is not named is told to the operator', async () => {
  assert.equal(await findUnnamedProxy(world.db), '127.0.0.1');
  assert.equal(world.log.filter((line) => line.includes('MUSTER_TRUSTED_PROXIES')).length, 1);
  process.env.MUSTER_TRUSTED_PROXIES = '127.0.0.1';
  assert.equal(await findUnnamedProxy(world.db), null);
  delete process.env.MUSTER_TRUSTED_PROXIES;
});

test('250 sign-ins at once are all answered, or told when to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 250 }, (_, i) =>
      trySignIn(i % 2 ? device : world.visitor(), 'ada@zonnig.example', 'Fout-1'),
    ),
  );
  for (const { status, headers } of answers) {
    assert.ok([401, 429, 503].includes(status), `${status}`);
    if (status !== 401) assert.ok(Number(headers['retry-after']) > 0);
  }
  assert.equal((await device.get('/session')).status, 200);
});
