import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordsOf } from '../../contract/search-terms.ts';
import { addGroups, groupsOf, noGroups } from './letter-groups.ts';

const has = (groups: Uint8Array, number: number) => ((groups[number >> 3] ?? 0) >> (number & 7)) & 1;

test('whoever holds a word has all its groups, so that no search passes over them', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdéß .@-\n0123𝒳中') });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (searchText, start, length) => {
      const groups = noGroups();
      addGroups(groups, searchText);
      for (const word of wordsOf(searchText.slice(start % (searchText.length + 1)).slice(0, length % 9))) {
        if (!searchText.includes(word)) continue;
        assert.ok(
          groupsOf([word]).every((number) => has(groups, number)),
          word,
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('words that do not occur are mostly told apart', () => {
  const groups = noGroups();
  addGroups(groups, 'jan van den berg\njan.berg@voorbeeld.nl');
  for (const word of ['jansen', 'bakker', 'visser', 'zwart', 'fleur']) {
    assert.ok(!groupsOf([word]).every((number) => has(groups, number)), word);
  }
});

test('numbers and short words demand nothing', () => {
  assert.deepEqual(groupsOf(['1017', 'de', 'p1']), []);
});

test('the numbers of groups never change, for they are stored', () => {
  assert.deepEqual(groupsOf(['jansen']), [4386, 1300, 5814, 1348]);
});

test('adding tells whether anything was new', () => {
  const groups = noGroups();
  assert.equal(addGroups(groups, 'jansen'), true);
  assert.equal(addGroups(groups, 'jansen'), false);
});
