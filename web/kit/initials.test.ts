import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hueOf, initialsOf } from './initials.ts';

test('initials are those of the first name and of the last name without its infix', () => {
  for (const [firstName, rest, wanted] of [
    ['Jan', 'van den Berg', 'JB'],
    ['Anne-Marie', 'Hoekstra-van der Meer', 'AH'],
    ['Siobhán', 'O’Brien', 'SO'],
    ['Jan Willem', "van 't Hoogeland", 'JH'],
    ['ömer', 'şahin', 'ÖŞ'],
    ['美', '王', '美王'],
    ['Bo', '', 'B'],
  ] as const) {
    assert.equal(initialsOf({ firstName, name: `${firstName} ${rest}`.trim() }), wanted);
  }
});

test('everybody keeps their colour', () => {
  assert.equal(hueOf('Jan van den Berg'), hueOf('Jan van den Berg'));
  assert.notEqual(hueOf('Jan van den Berg'), hueOf('Noor Linden'));
});
