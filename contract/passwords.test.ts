import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPassword, maximumPasswordLength, type PasswordPolicy, policyOf } from './passwords.ts';
import { refusedWords } from './refused-words.ts';

const custom: PasswordPolicy = {
  preset: 'custom',
  minimumLength: 10,
  digit: true,
  lower: false,
  upper: false,
};
const classic = policyOf({ ...custom, preset: 'classic' });
const nist = policyOf({ ...custom, preset: 'nist' });
const jan = { words: ['Jan', 'van den', 'Jansen', 'j.jansen@voorbeeld.nl', 'Coöperatie Zonnekracht'] };

function codes(policy: PasswordPolicy, password: string, words: string[] = []): string[] {
  return checkPassword(policy, password, { words }).map((problem) => problem.code);
}

test('the presets demand what they say, whatever numbers stand beside them', () => {
  assert.deepEqual(classic, { preset: 'classic', minimumLength: 8, digit: true, lower: true, upper: true });
  assert.deepEqual(nist, { preset: 'nist', minimumLength: 15, digit: false, lower: false, upper: false });
  assert.equal(policyOf({ ...custom, preset: 'nist' }, { twoFactor: true }).minimumLength, 8);
  assert.deepEqual(policyOf(custom), custom);
});

test('a policy never demands more characters than must be allowed', () => {
  assert.equal(policyOf({ ...custom, minimumLength: 1000 }).minimumLength, 64);
});

test('Classic names everything that is missing', () => {
  assert.deepEqual(checkPassword(classic, 'vqx', { words: [] }), [
    { code: 'too-short', minimum: 8 },
    { code: 'no-digit' },
    { code: 'no-upper' },
  ]);
  assert.deepEqual(codes(classic, 'VQXTRMBW4'), ['no-lower']);
  assert.deepEqual(codes(classic, 'Fiets7Regen'), []);
});

test('an empty password is only too short', () => {
  assert.deepEqual(codes(classic, ''), ['too-short']);
});

test('NIST takes a long sentence without digits or capitals', () => {
  assert.deepEqual(codes(nist, 'de muis eet nooit pindasoep'), []);
  assert.deepEqual(codes(nist, 'muis en soep'), ['too-short']);
});

test('capitals, small letters and digits of every script count', () => {
  assert.deepEqual(codes(classic, 'Жираф٧длинный'), []);
  assert.deepEqual(codes(classic, 'жираф7длинный'), ['no-upper']);
});

test('characters are counted, not bytes, and the same ones however they were typed', () => {
  assert.deepEqual(codes(nist, '🐭🧀🚲🌧🌷🪁🧦🥁🎺🦔🪵🧲🪴🦉'), ['too-short']);
  assert.deepEqual(codes(nist, '🐭🧀🚲🌧🌷🪁🧦🥁🎺🦔🪵🧲🪴🦉🛶'), []);
  assert.deepEqual(codes(nist, 'e\u0301'.repeat(14)).includes('too-short'), true);
});

test('64 characters are always allowed, 256 at most', () => {
  assert.ok(!codes(nist, '\ufdfa'.repeat(64)).includes('too-long'));
  assert.deepEqual(codes(nist, 'vqxk tr7m'.repeat(40)), ['too-long']);
  assert.deepEqual(codes(nist, 'a'.repeat(1_000_000)), ['too-long']);
  assert.ok(!codes(nist, 'x'.repeat(maximumPasswordLength)).includes('too-long'));
});

test('what everybody tries first is common', () => {
  for (const password of [
    'Welkom01',
    'Zomer2026',
    'Wachtwoord1',
    'Password1',
    'Qwerty123',
    'P@ssw0rd2026!',
    'W3lk0m!!',
    'Maandag01',
    'Januari2026',
    'August2025',
    '1Qaz2wsx',
    'Abcd1234',
    'Aa1Aa1Aa1',
    'Aaaaaaa1',
    'Geheim123!',
    'Zomer-2026',
    '2026Winter',
    'WelkomWelkom1',
    'WelkomZomer1',
    'Welkom0112',
    'Amsterdam1',
    'Ajax2026!',
  ]) {
    assert.deepEqual(codes(classic, password), ['common'], password);
  }
});

test('digits in a row, a telephone keypad and repeated sentences are common without a composition rule too', () => {
  const eight: PasswordPolicy = { ...nist, minimumLength: 8 };
  for (const password of [
    '12345678',
    '0123456789',
    '11111111',
    '31-12-1980',
    'qwertyuiop',
    'abcabcabc',
    '        ',
  ]) {
    assert.deepEqual(codes(eight, password), ['common'], password);
  }
});

test('unusual passwords stand', () => {
  for (const password of [
    'Fiets7Regen',
    'Muis-Kaas-9x',
    'Boom4Huis',
    'Kr7!xQ2p',
    'Januskop-7',
    'Welkom8301xq',
    'Meike-Rust9',
  ]) {
    assert.deepEqual(codes(classic, password, jan.words), [], password);
  }
});

test('the own name, the address and the organisation are refused with the word', () => {
  for (const [password, word] of [
    ['Jansen2026!', 'jansen'],
    ['J4n$en!!9', 'jansen'],
    ['JJansen01', 'jjansen'],
    ['J.a.n.s.e.n.1', 'jansen'],
    ['Jan2026!', 'jan'],
    ['JanJansen1', 'jansen'],
    ['Zonnekracht01', 'zonnekracht'],
    ['Z0nnekr4cht1', 'zonnekracht'],
    ['Muster2026', 'muster'],
    ['Jansen12345678!', 'jansen'],
  ] as const) {
    assert.deepEqual(checkPassword(classic, password, jan), [{ code: 'refused-word', word }], password);
  }
});

test('a name of two letters is refused only with nothing else beside it', () => {
  assert.deepEqual(codes(classic, 'Bo202611!', ['Bo']), ['refused-word']);
  assert.deepEqual(codes(classic, 'Boom4Huis', ['Bo']), []);
});

test('a name inside a long passphrase is no reason to refuse it', () => {
  for (const password of ['Jansen houdt van 7 fietsen', 'Elke Jansen eet 3 muizen', 'Jansen-9x7K2q!!5513']) {
    assert.deepEqual(codes(classic, password, jan.words), [], password);
  }
});

const digits = fc.integer({ min: 0, max: 9999 }).map(String);
const punctuation = fc.constantFrom('', '!', '!!', '?', '#', '-', '.');

test('a word of five letters or more with four digits and punctuation is always refused', () => {
  const word = fc.constantFrom('Jansen', 'Hendriks', 'Zonnekracht', 'Bakker', 'Nguyen', 'Müller');
  fc.assert(
    fc.property(word, digits, punctuation, punctuation, (name, number, before, after) => {
      for (const password of [before + name + number + after, number + name.toUpperCase() + after]) {
        assert.ok(codes(nist, password, [name]).includes('refused-word'), password);
      }
    }),
  );
});

test('every refused word with four digits and punctuation is common', () => {
  fc.assert(
    fc.property(fc.constantFrom(...refusedWords), digits, punctuation, (word, number, after) => {
      const found = codes(nist, word + number + after);
      assert.ok(found.includes('common') || found.includes('refused-word'), word + number + after);
    }),
    { numRuns: 3000 },
  );
});

test('refused words are folded letters and digits, each once', () => {
  for (const word of refusedWords) assert.match(word, /^[a-z0-9]{2,}$/);
  assert.equal(new Set(refusedWords).size, refusedWords.length);
});

test('whatever is typed gets an answer, and too short means fewer characters than demanded', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(fc.string({ unit: 'binary' })),
      (password, words) => {
        const short = [...password.normalize('NFC')].length < nist.minimumLength;
        assert.equal(codes(nist, password, words).includes('too-short'), short);
      },
    ),
    { numRuns: 1000 },
  );
});

test('the form in which an accent was typed makes no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (password) => {
      assert.deepEqual(codes(classic, password.normalize('NFD')), codes(classic, password.normalize('NFC')));
    }),
  );
});
