import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openSecret, sealSecret } from './seal-secrets.ts';

const secret = Buffer.from('twintig geheime bytes');

afterEach(() => {
  delete process.env.MUSTER_SECRET;
});

test('a secret opens again, with and without a key of the operator', () => {
  assert.deepEqual(openSecret(sealSecret(secret, 'jan'), 'jan'), secret);
  process.env.MUSTER_SECRET = 'een lange zin die niemand raadt 1';
  assert.deepEqual(openSecret(sealSecret(secret, 'jan'), 'jan'), secret);
});

test('what was kept before there was a key is still read', () => {
  const kept = sealSecret(secret, 'jan');
  process.env.MUSTER_SECRET = 'een lange zin die niemand raadt 1';
  assert.deepEqual(openSecret(kept, 'jan'), secret);
});

test('under a key it cannot be read, is never the same twice, and opens for its owner and its key only', () => {
  process.env.MUSTER_SECRET = 'een lange zin die niemand raadt 1';
  const kept = sealSecret(secret, 'jan');
  assert.equal(kept.includes(secret), false);
  assert.notDeepEqual(kept, sealSecret(secret, 'jan'));
  assert.throws(() => openSecret(kept, 'piet'), /another MUSTER_SECRET/);
  const bent = Buffer.from(kept);
  bent[20] = (bent[20] ?? 0) ^ 1;
  assert.throws(() => openSecret(bent, 'jan'), /another MUSTER_SECRET/);
  process.env.MUSTER_SECRET = 'een andere zin die niemand raadt 2';
  assert.throws(() => openSecret(kept, 'jan'), /another MUSTER_SECRET/);
  delete process.env.MUSTER_SECRET;
  assert.throws(() => openSecret(kept, 'jan'), /not set any more/);
});
