import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSettings } from '../../contract/settings.ts';
import {
  changedNames,
  emptyNumbers,
  inputOf,
  lineOfEntry,
  newMailServer,
  type SettingsAnswer,
  valuesOf,
} from './settings-values.ts';

const stored: SettingsAnswer = {
  organisationName: 'Zonnekracht',
  colour: '#0f766e',
  supportEmail: null,
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  passwordPolicy: { preset: 'classic', minimumLength: 8, digit: true, lower: true, upper: true },
  lockAfter: 3,
  sessionIdleHours: 12,
  sessionMaximumDays: 30,
  twoFactorForAll: false,
  invitationDays: 7,
  remindAfterDays: null,
  mailKeptDays: 365,
  importsKeptDays: 30,
  formerKeptMonths: null,
  ownNameAllowed: true,
  ownContactAllowed: true,
  organisationsMayInvite: true,
  groupMailAtOnce: false,
  salutations: ['Dhr.', 'Mevr.'],
  jobTitles: [],
  version: 4,
  publicAddress: 'https://muster.example.org',
  mailServer: null,
  mailServerFromEnvironment: false,
  demo: false,
};
const before = valuesOf(stored);

test('nothing is sent of what was not changed', () => {
  assert.deepEqual(inputOf(valuesOf(stored), before), {});
});

test('only the changed settings are sent, in the shape of the call', () => {
  const input = inputOf(
    { ...before, lockAfter: 5, salutations: 'Dhr.\n\n  Dr. \n', supportEmail: '' },
    before,
  );
  assert.deepEqual(input, { lockAfter: 5, salutations: ['Dhr.', 'Dr.'] });
  assert.equal(changeSettings.input.safeParse(input).success, true);
});

test('a password that was not typed is not sent, so that the stored one stays', () => {
  const server = { ...newMailServer, host: 'smtp.example.org', fromAddress: 'muster@example.org' };
  const kept = inputOf({ ...before, mailServer: server }, before);
  assert.equal(kept.mailServer && 'password' in kept.mailServer, false);
  assert.deepEqual([kept.mailServer?.username, kept.mailServer?.fromName], [null, null]);
  const typed = inputOf({ ...before, mailServer: { ...server, password: ' secret ' } }, before);
  assert.equal(typed.mailServer?.password, ' secret ');
});

test('removing the mail server sends null', () => {
  const withServer = { ...before, mailServer: newMailServer };
  assert.deepEqual(inputOf(before, withServer), { mailServer: null });
});

test('a number field that was emptied is named and never sent as zero', () => {
  const emptied = { ...before, lockAfter: '', mailServer: { ...newMailServer, port: '' } };
  assert.deepEqual(emptyNumbers(emptied), ['lockAfter', 'mailServer.port']);
  assert.equal(changeSettings.input.safeParse(inputOf(emptied, before)).success, false);
});

test('an emptied number that may be empty means never', () => {
  assert.deepEqual(inputOf({ ...before, mailKeptDays: '', remindAfterDays: 3 }, before), {
    mailKeptDays: null,
    remindAfterDays: 3,
  });
});

test('changes are found by name, also inside parts', () => {
  const policy = { ...before.passwordPolicy, preset: 'nist' as const };
  assert.deepEqual(changedNames({ ...before, passwordPolicy: policy }, before), ['passwordPolicy']);
});

test('an entry of a list is found back on its line, empty lines counted', () => {
  assert.equal(lineOfEntry('Dhr.\n\nMevr.', 1), 3);
  assert.equal(lineOfEntry('', 4), 5);
});
