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

test('every character by itself folds once and for all, to at most three', () => {
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (point >= 0x30000 && point < 0xe0000) continue;
    const character = String.fromCodePoint(point);
    const folded = fold(character);
    if (folded !== fold(folded) || folded.length > 3 * character.length) assert.fail(point.toString(16));
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
