import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { publicAddress } from './public-address.ts';
import { findRelyingParty } from './relying-party.ts';

after(() => {
  for (const name of ['HOST', 'PORT', 'MUSTER_URL']) delete process.env[name];
});

test('on the machine itself the address is a name, so that browsers know passkeys there', () => {
  for (const host of [undefined, '127.0.0.1', '::1', '0.0.0.0', '::', 'localhost']) {
    if (host === undefined) delete process.env.HOST;
    else process.env.HOST = host;
    process.env.PORT = '3007';
    assert.equal(publicAddress(), 'http://localhost:3007');
    assert.deepEqual(findRelyingParty(), { id: 'localhost', origin: 'http://localhost:3007' });
  }
});

test('another address to listen on, and the configured one, are kept as they are', () => {
  process.env.HOST = '192.0.2.7';
  assert.equal(publicAddress(), 'http://192.0.2.7:3007');
  process.env.HOST = '2001:db8::7';
  assert.equal(publicAddress(), 'http://[2001:db8::7]:3007');
  process.env.MUSTER_URL = 'https://mensen.example/';
  assert.equal(publicAddress(), 'https://mensen.example');
});
