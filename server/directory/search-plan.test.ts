import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, indexPatterns, isIndexed, readSearch, type Term } from './search-plan.ts';

const common = new Set(['ste', 'ten', 'oor', 'bee', 'eel', 'eld']);
const rarity = { share: (group: string) => (common.has(group) ? 0.5 : 0.01) };

function termOf(text: string): Term {
  const term = readSearch(text)?.terms[0];
  assert.ok(term);
  return term;
}

test('the index is asked for the rarest part of a long word', () => {
  assert.deepEqual(indexPatterns(termOf('stenpqrsuvw'), rarity), ['%enpqrsuv%']);
});

test('of several words the two longest are asked for, in short parts', () => {
  const patterns = indexPatterns(termOf('Fleur van der Steenbroek'), rarity);
  assert.equal(patterns.length, 2);
  assert.ok(
    patterns.every((pattern) => pattern.length === 6),
    String(patterns),
  );
});

test('the host of an address stays out', () => {
  assert.deepEqual(indexPatterns(termOf('bram@voorbeeld.nl'), rarity), ['%bram%']);
  assert.deepEqual(indexPatterns(termOf('x.y.z@voorbeeld.nl'), rarity), ['%x.y.z@%']);
  assert.deepEqual(indexPatterns(termOf('ab@voorbeeld.nl'), rarity), ['%ab@voorbeeld.nl%']);
  assert.notDeepEqual(indexPatterns(termOf('@voorbeeld.nl'), rarity), []);
});

test('what LIKE would understand is taken literally', () => {
  assert.deepEqual(indexPatterns(termOf('abc%_\\'), rarity), ['%abc\\%\\_\\\\%']);
});

test('a term without three letters in a row has no use for the index', () => {
  for (const text of ['x', 'ab', 'a b', 'a.b', '%%%']) {
    assert.equal(isIndexed(termOf(text)), false, text);
    assert.deepEqual(indexPatterns(termOf(text), rarity), [], text);
  }
});

test('an address is known as one however it is typed', () => {
  assert.equal(addressOf(termOf(' Jan@Voorbeeld.NL ')), 'jan@voorbeeld.nl');
  for (const text of ['jan', 'jan@voorbeeld', 'jan bakker', 'a@b@c.nl'])
    assert.equal(addressOf(termOf(text)), null);
});

test('a search of separators and spaces asks for nothing', () => {
  for (const text of ['', ' , ;\n\t', '\u200b']) assert.equal(readSearch(text), null);
});
