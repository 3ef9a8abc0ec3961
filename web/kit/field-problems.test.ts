import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translate } from '../../contract/texts.ts';
import { createUser } from '../../contract/users.ts';
import { findFieldProblems } from './field-problems.ts';
import type { Texts } from './texts.tsx';

const t: Texts = (key, values) => translate('en', key, values);
const good = { salutation: null, firstName: 'Noor', lastName: 'Vis', email: 'noor.vis@zonnehof.example' };

test('each field that is not right gets the words of the contract, the others none', () => {
  const found = findFieldProblems(
    createUser.input,
    { ...good, firstName: ' ', email: 'noor@', infix: 'x'.repeat(31) },
    t,
  );
  assert.deepEqual(found, {
    firstName: 'Fill this in.',
    infix: 'This is too long: at most 30 characters.',
    email: 'This is not a complete e-mail address, such as name@organisation.nl.',
  });
});

test('what is missing, no day, or of the wrong kind is told plainly', () => {
  const { email: _, ...rest } = good;
  const found = findFieldProblems(
    createUser.input,
    { ...rest, startsOn: '2026-02-30', sendWelcomeMail: 'yes' },
    t,
  );
  assert.equal(found.email, 'Fill this in.');
  assert.equal(found.startsOn, 'This is not a day that exists.');
  assert.equal(found.sendWelcomeMail, 'This is not the kind of value that belongs here.');
});

test('good input has no problems', () => {
  assert.deepEqual(findFieldProblems(createUser.input, good, t), {});
});
