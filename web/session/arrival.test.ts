import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeDestination } from './arrival.ts';

test('after signing in one goes to the page one asked for, but never to another site', () => {
  assert.equal(safeDestination('/users?locked=true'), '/users?locked=true');
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a'],
  ]) {
    assert.equal(safeDestination(evil), '/');
  }
});
