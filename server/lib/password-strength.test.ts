import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { estimateGuesses, isCommon } from './password-strength.ts';

const isCommonPassword = async (password: string) => isCommon(await estimateGuesses(password, []));

async function common(password: string, words: string[] = []): Promise<void> {
  assert.equal(isCommon(await estimateGuesses(password, words)), true, password);
}

async function unusual(password: string, words: string[] = []): Promise<void> {
  assert.equal(isCommon(await estimateGuesses(password, words)), false, password);
}

test('what leads the lists of guessers is common, in Dutch and in English', async () => {
  for (const password of [
    'Welkom01',
    'Zomer2026',
    'Amsterdam1',
    'Password1',
    'Qwerty123',
    'Feyenoord1',
    'January2026!',
    'Utrecht2026!',
  ]) {
    await common(password);
  }
});

test('a name and a year are common', async () => {
  for (const password of ['Hendriks1985', 'Sanne2019!']) await common(password);
});

test('unusual passwords stand', async () => {
  for (const password of [
    'Fiets7Regen',
    'Muis-Kaas-9x',
    'Boom4Huis',
    'Kr7!xQ2p',
    'correct horse battery staple',
    'de muis eet nooit pindasoep',
  ]) {
    await unusual(password);
  }
});

test('a word about the person makes a password common', async () => {
  await unusual('Qzvabrkw7!');
  await common('Qzvabrkw7!', ['qzvabrkw']);
});

test('questions at the same time each get their own answer', async () => {
  const passwords = ['Welkom01', 'Muis-Kaas-9x', 'Zomer2026', 'Fiets7Regen'];
  const answers = await Promise.all(passwords.map((password) => isCommonPassword(password)));
  assert.deepEqual(answers, [true, false, true, false]);
});

test('very long and odd texts are answered too', async () => {
  for (const password of ['', '!', '\ud800', 'a'.repeat(100_000)]) await common(password);
  await unusual('a1@4sS5$ kW9#'.repeat(20));
});

test('a program that asked ends by itself, without waiting for the estimating process', async () => {
  const program = fileURLToPath(new URL('./ask-once.fixtures.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, [program], {
    timeout: 30_000,
  });
  assert.equal((await run).stdout, 'true false\n');
});

test('says what makes a password easier to guess', async () => {
  const words = ['Hendriks', 'Zonnig Huis'];
  for (const [password, weakness] of [
    ['Hendriks-7q-x', 'about-you'],
    ['Waterval-39-mos', 'word'],
    ['Qwertyuiop12', 'leaked'],
    ['aaaaaaaaBq7', 'repeat'],
    ['Hendriks2019!', 'date'],
  ] as const) {
    const { weaknesses } = await estimateGuesses(password, words);
    assert.ok(weaknesses.includes(weakness), `${password}: ${weaknesses}`);
  }
  assert.deepEqual((await estimateGuesses('hkq7-Pmzr-w9Yt', words)).weaknesses, []);
});
