import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseTerms, wordsOf } from '../../contract/search-terms.ts';
import { searchText, sortKey } from './sort-keys.ts';

const named = (lastName: string, firstName = 'Jan', infix: string | null = null) => ({
  firstName,
  infix,
  lastName,
});

/** As PostgreSQL compares in collation C: byte by byte. */
function sorted(names: ReturnType<typeof named>[]) {
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));
}

function inOrder(...names: ReturnType<typeof named>[]) {
  assert.deepEqual(sorted([...names].reverse()), names);
}

test('names sort on the last name without the infix', () => {
  inOrder(named('Aalst'), named('Berg', 'Jan', 'van den'), named('Bos'), named('Vries', 'Eva', 'de'));
});

test('then on the first name, then on the infix', () => {
  inOrder(
    named('Berg', 'Anna', 'van'),
    named('Berg', 'Jan'),
    named('Berg', 'Jan', 'van'),
    named('Berg', 'Jan', 'van den'),
  );
});

test('a shorter name comes first, whatever its first name', () => {
  inOrder(named('Berg', 'Zoë'), named('Berg-Smit', 'Eva'), named('Bergen', 'Anna'));
});

test('accents, case and apostrophes do not count', () => {
  inOrder(named('Mulder'), named('müller'), named('Mulligan'));
  assert.equal(sortKey(named("d'Ancona")), sortKey(named('D’ANCONA')));
  assert.equal(sortKey(named('Berg-Smit')), sortKey(named('Berg Smit')));
});

test('the key is the same for names that only differ in what does not count, and orders all others the same way', () => {
  const name = fc.record({
    firstName: fc.string(),
    infix: fc.option(fc.string()),
    lastName: fc.string({ unit: 'grapheme' }),
  });
  fc.assert(
    fc.property(name, (person) => {
      const key = sortKey(person);
      assert.equal(key.split('\t').length, 3);
      assert.equal(sortKey({ ...person, lastName: `  ${person.lastName} ` }), key);
    }),
  );
});

const user = {
  ...named('Bergström', 'Zoë', 'van den'),
  email: 'Zoe@Voorbeeld.nl',
  username: 'zoe.b',
  personnelNumber: 'P-0042',
  userNumber: 1017,
};

function found(term: string): boolean {
  return wordsOf(term).every((word) => searchText(user).includes(word));
}

test('a term finds by name in any order, e-mail, username and numbers', () => {
  for (const term of [
    'zoe van den bergstrom',
    'BERGSTRÖM zoë',
    'den berg',
    'zoe@voorbeeld.nl',
    'zoe.b',
    'p-0042',
    '1017',
    'voorbeeld 1017',
  ]) {
    assert.ok(found(term), term);
  }
  for (const term of ['jan', 'bergstrom eva', 'zoe.b p-0042x', 'nl zoe.bp']) assert.ok(!found(term), term);
});

test('nothing is found across the border of two fields', () => {
  assert.ok(!searchText(user).includes('bergstromzoe'));
  assert.equal(searchText(user).split('\n').length, 5);
  assert.equal(searchText({ ...user, personnelNumber: null }).split('\n').length, 4);
});

test('every part of a name finds the person, however it is spelled', () => {
  const text = fc.string({
    unit: fc.constantFrom(..."abcXYZ àéÎöüßøØæŁłđİıșţ-'’ﬁĳжЖЙσΣς"),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, fc.boolean(), (firstName, lastName, upper) => {
      const stored = searchText({ ...user, firstName, lastName });
      for (const typed of [firstName, lastName]) {
        const { terms } = parseTerms(upper ? typed.toUpperCase() : typed);
        for (const term of terms) for (const word of wordsOf(term)) assert.ok(stored.includes(word), word);
      }
    }),
  );
});
