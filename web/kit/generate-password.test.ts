import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, policyOf } from '../../contract/passwords.ts';
import { generatePassword } from './generate-password.ts';

test('a generated password meets every preset, and no two are the same', () => {
  const made = Array.from({ length: 200 }, generatePassword);
  for (const preset of ['classic', 'nist'] as const) {
    const policy = policyOf({ preset, minimumLength: 8, digit: true, lower: true, upper: true });
    for (const password of made)
      assert.deepEqual(checkPassword(policy, password, { words: ['Zonnehof'] }), []);
  }
  assert.equal(new Set(made).size, made.length);
});
