import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanName, displayName, fullLastName, listName } from './names.ts';

const jan = { firstName: 'Jan', infix: 'van den', lastName: 'Berg' };

test('a name is shown with its infix in between, and listed with it at the end', () => {
  assert.equal(displayName(jan), 'Jan van den Berg');
  assert.equal(listName(jan), 'Berg, Jan van den');
  assert.equal(fullLastName(jan), 'van den Berg');
});

test('a name without infix has no double spaces', () => {
  for (const infix of [undefined, null, '']) {
    assert.equal(displayName({ firstName: 'Eva', infix, lastName: 'Smit' }), 'Eva Smit');
    assert.equal(listName({ firstName: 'Eva', infix, lastName: 'Smit' }), 'Smit, Eva');
    assert.equal(fullLastName({ infix, lastName: 'Smit' }), 'Smit');
  }
});

test('a name without first name has no comma left over', () => {
  assert.equal(listName({ firstName: '', lastName: 'Smit' }), 'Smit');
});

test('a name is cleaned of stray spaces, controls and direction marks', () => {
  assert.equal(cleanName('  Jan \t Willem\n'), 'Jan Willem');
  assert.equal(cleanName('Zoe\u0308'), 'Zoë');
  assert.equal(cleanName('Jan\u202etxt\u0000'), 'Jantxt');
  assert.equal(cleanName('\u2066Eva\u2069\u200b\ufeff'), 'Eva');
  assert.equal(cleanName('a\ud800b'), 'ab');
  assert.equal(cleanName(' \u200b\u200d\u202e '), '');
});

test('names of every script stay as they are', () => {
  for (const name of ["'t Hart", 'O’Brien', 'Ołena', '李小龍', 'محمد', 'علی‌رضا', 'Nguyễn', 'Jean-Luc']) {
    assert.equal(cleanName(name), name);
  }
});

test('cleaning twice changes nothing, and what is clean can be stored anywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const clean = cleanName(text);
      assert.equal(cleanName(clean), clean);
      assert.ok(clean.isWellFormed());
      assert.doesNotMatch(clean, /[\p{Cc}\u202a-\u202e\u2066-\u2069]| {2}|^\s|\s$/u);
    }),
    { numRuns: 2000 },
  );
});
