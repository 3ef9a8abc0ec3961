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

test('the index is asked for four letters of a long word where few people have them', () => {
  const few = { share: (group: string) => (group === 'uvw' ? 0.001 : 0.01) };
  assert.deepEqual(indexPatterns(termOf('stenpqrsuvw'), few), ['%suvw%']);
});

test('the index is asked for the rarest eight letters of a long word that many people share', () => {
  assert.deepEqual(indexPatterns(termOf('stenpqrsuvw'), rarity), ['%enpqrsuv%']);
});

test('of several words the two longest are asked for, with their rarest three letters each', () => {
  assert.deepEqual(indexPatterns(termOf('Fleur van der Steenbroek'), rarity), ['%tee%', '%fle%']);
  const few = { share: (group: string) => (group === 'nbr' || group === 'eur' ? 0.001 : 0.01) };
  assert.deepEqual(indexPatterns(termOf('Fleur van der Steenbroek'), few), ['%nbr%', '%eur%']);
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
