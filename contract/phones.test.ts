import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPhone } from './phones.ts';

test('Dutch numbers are accepted as people type them', () => {
  for (const phone of [
    '06-12345678',
    '0612345678',
    ' 020 123 4567 ',
    '(0182) 12 34 56',
    '+31 6 12345678',
    '088-1234567',
  ]) {
    assert.ok(isPhone(phone), phone);
  }
});

test('numbers of other countries need their code, or that country as the default', () => {
  assert.ok(isPhone('+32 470 12 34 56'));
  assert.ok(isPhone('+49 30 123456'));
  assert.ok(!isPhone('0660 123 4567', 'NL'));
  assert.ok(isPhone('0660 123 4567', 'AT'));
  assert.ok(isPhone('+31612345678', '??'));
  assert.ok(!isPhone('0612345678', '??'));
});

test('what cannot be a phone number is refused', () => {
  for (const text of [
    '',
    'geen',
    '06-1234567',
    '06-123456789',
    '12',
    'bel 0612345678',
    '+999 123456',
    '1'.repeat(50),
  ]) {
    assert.ok(!isPhone(text), text);
  }
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(typeof isPhone(text), 'boolean')),
  );
});
