import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areSameBytes, hashToken, isToken, newToken } from './tokens.ts';

test('a token is 256 bits, each time others', () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  assert.equal(new Set(tokens).size, tokens.length);
  for (const token of tokens) {
    assert.ok(isToken(token));
    assert.equal(Buffer.from(token, 'base64url').length, 32);
  }
});

test('only what could be a token is one', () => {
  for (const text of [
    '',
    'abc',
    `${newToken()}=`,
    `${newToken()}\n`,
    newToken().slice(1),
    `${'A'.repeat(42)}B`,
  ]) {
    assert.ok(!isToken(text), text);
  }
});

test('the hash is SHA-256', () => {
  // FIPS 180-2, appendix B.1.
  assert.equal(
    hashToken('abc').toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('bytes are the same or not, also of different lengths', () => {
  const token = newToken();
  assert.ok(areSameBytes(hashToken(token), hashToken(token)));
  assert.ok(!areSameBytes(hashToken(token), hashToken(newToken())));
  assert.ok(!areSameBytes(hashToken(token), hashToken(token).subarray(1)));
});
