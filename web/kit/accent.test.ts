import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastOf, shadesOf } from './accent.ts';

const colours = [
  '#0f766e',
  '#ffffff',
  '#000000',
  '#ffee00',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#808080',
  '#f4c2c2',
];

test('whatever the colour of the organisation, white text on it and its links in the dark are readable', () => {
  for (const colour of colours) {
    const shades = shadesOf(colour);
    assert.equal(shades.length, 10);
    assert.ok(contrastOf(shades[6] ?? '', '#ffffff') >= 4.5, `${colour} filled`);
    assert.ok(contrastOf(shades[7] ?? '', '#ffffff') >= 4.5, `${colour} filled, hovered`);
    assert.ok(contrastOf(shades[4] ?? '', '#1f2226') >= 4.5, `${colour} in the dark`);
    assert.ok(contrastOf(shades[9] ?? '', shades[1] ?? '') >= 4.5, `${colour} light button`);
  }
});

test('what is no colour gives usable shades', () => {
  assert.equal(shadesOf('teal; }').length, 10);
});
