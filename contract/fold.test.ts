import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('case and accents do not count', () => {
  assert.equal(fold('Müller'), 'muller');
  assert.equal(fold('MU\u0308LLER'), 'muller');
  assert.equal(fold('Çağla Şahin'), 'cagla sahin');
  assert.equal(fold('Zoë'), fold('zoe'));
});

test('letters that have no accents to remove are written as their neighbours', () => {
  assert.equal(fold('Strauß'), 'strauss');
  assert.equal(fold('STRAUẞ'), 'strauss');
  assert.equal(fold('Søren Ærø'), 'soren aero');
  assert.equal(fold('Łukasz Đoković'), 'lukasz dokovic');
  assert.equal(fold('Þór Sœur'), 'thor soeur');
  assert.equal(fold('Ĳsbrand'), 'ijsbrand');
});

test('the Turkish letters i meet in one', () => {
  assert.equal(fold('İbrahim'), 'ibrahim');
  assert.equal(fold('Işık'), 'isik');
});

test('typographic apostrophes, hyphens and spaces are the plain ones', () => {
  assert.equal(fold('O’Brien'), "o'brien");
  assert.equal(fold("'t Hart"), fold('’t Hart'));
  assert.equal(fold('Jan‑Willem'), 'jan-willem');
  assert.equal(fold('  Jan\u00a0 van\tden\nBerg '), 'jan van den berg');
  assert.equal(fold('Jan\u200bsen\ufeff'), 'jansen');
});

test('scripts in which marks are letters keep them', () => {
  assert.notEqual(fold('कि'), fold('का'));
  assert.equal(fold('한국'), '한국');
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.equal(fold(fold(text)), fold(text))),
    { numRuns: 2000 },
  );
});

test('every character by itself folds once and for all, to at most three, however it was typed', () => {
  for (let point = 0; point < 0x20000; point += 1) {
    const character = String.fromCodePoint(point);
    const folded = fold(character);
    if (folded !== fold(folded) || folded.length > 3 * character.length) assert.fail(point.toString(16));
    // The iota under letters of ancient Greek is a mark in lower case and a letter in upper case.
    if (character.normalize('NFD').includes('\u0345')) continue;
    if (fold(character.toUpperCase()) !== folded || fold(character.normalize('NFD')) !== folded) {
      assert.fail(`${point.toString(16)} in another form`);
    }
  }
});

test('folded text has no capitals of its own, no line breaks and no double spaces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = fold(text);
      assert.equal(folded, folded.toLowerCase());
      assert.doesNotMatch(folded, /\p{Cc}| {2}|^ | $/u);
      assert.ok(folded.length <= 3 * text.length);
    }),
    { numRuns: 2000 },
  );
});
