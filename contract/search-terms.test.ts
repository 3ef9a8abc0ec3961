import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maximumTerms, parseTerms, wordsOf } from './search-terms.ts';

test('commas, semicolons, tabs and line breaks separate terms', () => {
  assert.deepEqual(parseTerms('Jan, Eva;Piet\r\nAnna\tBo\u2028Cas'), {
    terms: ['Jan', 'Eva', 'Piet', 'Anna', 'Bo', 'Cas'],
    dropped: 0,
  });
});

test('a pasted column with empty cells gives only what stands in it', () => {
  assert.deepEqual(parseTerms('\n  a@voorbeeld.nl \n\n\n b@voorbeeld.nl\n').terms, [
    'a@voorbeeld.nl',
    'b@voorbeeld.nl',
  ]);
  assert.deepEqual(parseTerms(' ,;\n\t\u200b').terms, []);
});

test('the same term counts once, whatever its case and accents', () => {
  assert.deepEqual(parseTerms('Müller, muller,MULLER').terms, ['Müller']);
});

test('a term keeps its words, with single spaces', () => {
  assert.deepEqual(parseTerms('Jan   van den  Berg').terms, ['Jan van den Berg']);
  assert.deepEqual(wordsOf('Jan  van den BERG'), ['jan', 'van', 'den', 'berg']);
  assert.deepEqual(wordsOf(' '), []);
});

test('beyond the maximum it tells how many were dropped', () => {
  const pasted = Array.from({ length: maximumTerms + 7 }, (_, i) => `naam${i}`).join('\n');
  const { terms, dropped } = parseTerms(`${pasted}\nnaam1`);
  assert.equal(terms.length, maximumTerms);
  assert.equal(dropped, 7);
});

test('reading the terms that were read gives the same terms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { terms } = parseTerms(text);
      assert.deepEqual(parseTerms(terms.join('\n')).terms, terms);
      for (const term of terms) assert.ok(wordsOf(term).length > 0);
    }),
    { numRuns: 1000 },
  );
});
