import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeChanges } from './change-words.ts';

const dutch = { language: 'nl', timeZone: 'Europe/Amsterdam' } as const;
const english = { language: 'en', timeZone: 'Europe/Amsterdam' } as const;

function words(field: string, from: unknown, to: unknown, reader: typeof dutch | typeof english = dutch) {
  return describeChanges([{ field, from, to }], reader).map(
    (line) => `${line.name}: ${line.from} → ${line.to}`,
  );
}

test('a field is called by its name in the language of the reader', () => {
  assert.deepEqual(words('lastName', 'Jansen', 'de Vries'), ['Achternaam: Jansen → de Vries']);
  assert.deepEqual(words('lastName', 'Jansen', 'de Vries', english), ['Last name: Jansen → de Vries']);
});

test('nothing, an empty text and an empty list are a dash', () => {
  assert.deepEqual(words('phone', null, ''), ['Telefoon: – → –']);
  assert.deepEqual(words('roles', [], ['hr']), ['Gebruikersrollen: – → HR']);
});

test('yes, days, moments, languages and states are said in words', () => {
  assert.deepEqual(words('admin', false, true), ['Admin-toegang: nee → ja']);
  assert.deepEqual(words('leavesOn', null, '2026-11-21'), ['Datum van uittrede: – → 21 november 2026']);
  assert.deepEqual(words('at', null, '2026-11-21T13:05:00Z'), ['at: – → 21 november 2026, 14:05']);
  assert.deepEqual(words('language', 'nl', 'en', english), ['Language: Dutch → English']);
  assert.deepEqual(words('state', 'pending', 'active'), ['Status: In behandeling → Actief']);
});

test('default roles are called by name, own roles as they are', () => {
  assert.deepEqual(words('roles', ['hr', 'Kassa'], ['help-desk']), [
    'Gebruikersrollen: HR, Kassa → Helpdesk',
  ]);
});

test('something with parts becomes a line for each part that differs', () => {
  const before = { host: 'smtp.example.org', port: 587, security: 'starttls' };
  const after = { host: 'smtp.example.org', port: 1465, security: 'tls' };
  assert.deepEqual(words('mailServer', before, after), [
    'Mailserver › Poort: 587 → 1465',
    'Mailserver › Versleuteling: STARTTLS (meestal poort 587) → TLS vanaf het begin (meestal poort 465)',
  ]);
  assert.deepEqual(words('mailServer', { host: 'smtp.example.org' }, null, english), [
    'Mail server › Server: smtp.example.org → –',
  ]);
});

test('an amount has thousands marks, a port and a user number have none', () => {
  assert.deepEqual(words('people', 1250, 0), ['Mensen: 1.250 → 0']);
  assert.deepEqual(words('number', 1002, null), ['Gebruikersnummer: 1002 → –']);
});

test('a field without words keeps its own name, and a text that looks like nothing known stays as it is', () => {
  assert.deepEqual(words('shoeSize', 41, '2026-99-99'), ['shoeSize: 41 → 2026-99-99']);
});
