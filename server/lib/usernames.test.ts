import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isReservedUsername, isUsername, nthUsername, usernameFrom } from './usernames.ts';

test('the local part becomes the username, transliterated', () => {
  for (const [email, username] of [
    ['jan.jansen@voorbeeld.nl', 'jan.jansen'],
    [' Jan.JANSEN@Voorbeeld.nl ', 'jan.jansen'],
    ['zoë.müller@voorbeeld.nl', 'zoe.muller'],
    ["o'brien@voorbeeld.ie", 'obrien'],
    ['jan_de_wit@voorbeeld.nl', 'jan-de-wit'],
    ['jan+muster@voorbeeld.nl', 'jan'],
    ['j!!.--jansen-@voorbeeld.nl', 'j-jansen'],
    ['straße@voorbeeld.de', 'strasse'],
    ['łukasz@voorbeeld.pl', 'lukasz'],
  ] as const) {
    assert.equal(usernameFrom(email), username, email);
  }
});

test('an address without Latin letters, or with a reserved word, gives the general name', () => {
  for (const email of [
    '李小龍@voorbeeld.nl',
    'admin@voorbeeld.nl',
    'Root+x@voorbeeld.nl',
    'a@voorbeeld.nl',
    '+@voorbeeld.nl',
    '',
  ]) {
    assert.equal(usernameFrom(email), 'gebruiker', email);
  }
});

test('the nth username carries its number, within 64 characters', () => {
  assert.equal(nthUsername('jan.jansen', 1), 'jan.jansen');
  assert.equal(nthUsername('jan.jansen', 2), 'jan.jansen-2');
  assert.equal(nthUsername('a'.repeat(64), 12), `${'a'.repeat(61)}-12`);
  assert.equal(nthUsername(`${'a'.repeat(60)}.bcd`, 123), `${'a'.repeat(60)}-123`);
});

test('reserved words are refused whatever their case', () => {
  for (const word of ['admin', 'Root', 'SYSTEM', 'support', 'muster', 'api', 'null', 'me'])
    assert.ok(isReservedUsername(word), word);
  assert.ok(!isReservedUsername('jan'));
  assert.ok(!isReservedUsername('gebruiker'));
});

test('a username has two to 64 plain characters and never looks like an address', () => {
  for (const name of ['jj', 'Jan.Jansen', 'jan-2', 'j_2', '1a', 'a'.repeat(64)])
    assert.ok(isUsername(name), name);
  for (const name of [
    '',
    'j',
    'jan@voorbeeld.nl',
    'jan jansen',
    '.jan',
    'jan.',
    'jan..jansen',
    'zoë',
    'a\n',
    'a'.repeat(65),
  ]) {
    assert.ok(!isUsername(name), name);
  }
});

test('every address gives a username that is allowed, and so is each of its numbers', () => {
  const address = fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary', maxLength: 90 }));
  fc.assert(
    fc.property(
      address,
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (email, n, m) => {
        const base = usernameFrom(email);
        for (const name of [base, nthUsername(base, n)])
          assert.ok(isUsername(name) && !isReservedUsername(name), name);
        assert.equal(nthUsername(base, n) === nthUsername(base, m), n === m);
      },
    ),
    { numRuns: 1000 },
  );
});
