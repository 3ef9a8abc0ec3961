import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseFiles, readChoice } from './choose-tests.ts';

const files = [
  'server/users/find-user.test.ts',
  'server/groups/groups.test.ts',
  'server/jobs/two.postgres.test.ts',
  'test/crash.embedded.test.ts',
];

test('without arguments everything runs, on the embedded database', () => {
  assert.deepEqual(readChoice([]), {
    postgres: false,
    tests: true,
    journeys: true,
    oneLanguage: false,
    filters: [],
  });
});

test('words choose the files whose path contains one of them', () => {
  assert.deepEqual(chooseFiles(files, readChoice(['users'])), [files[0]]);
  assert.deepEqual(chooseFiles(files, readChoice(['users', 'groups.test'])), [files[0], files[1]]);
});

test('what is about one of the two databases runs with that one only', () => {
  assert.deepEqual(chooseFiles(files, readChoice([])), [files[0], files[1], files[3]]);
  assert.deepEqual(chooseFiles(files, readChoice(['--postgres'])), files.slice(0, 3));
});

test('the journeys can be left out, run alone, or run in one language', () => {
  assert.equal(readChoice(['--no-journeys']).journeys, false);
  assert.equal(readChoice(['--only-journeys']).tests, false);
  assert.equal(readChoice(['--one-language']).oneLanguage, true);
});

test('an option that does not exist is refused', () => {
  assert.throws(() => readChoice(['--postgress']), /--postgress is not known/);
});
