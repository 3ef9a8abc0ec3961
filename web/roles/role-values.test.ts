import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../contract/roles.ts';
import { changesOf, inOrder, roleValues } from './role-values.ts';

const desk: Role = {
  id: '01900000-0000-7000-8000-000000000001',
  key: null,
  name: 'Desk',
  description: null,
  category: null,
  scope: 'installation',
  permissions: ['audit.view', 'users.view'],
  holders: 2,
  version: 3,
  mayGive: true,
};

test('a right that is ticked off and on again is no change, in whatever order', () => {
  const values = roleValues(desk);
  assert.deepEqual(changesOf({ ...values, permissions: inOrder(['audit.view', 'users.view']) }, values), {});
});

test('only the fields that were changed are sent, and never where the role counts', () => {
  const values = roleValues(desk);
  const typed = { ...values, name: 'Front desk', scope: 'organisation' as const };
  assert.deepEqual(changesOf(typed, values), { name: 'Front desk' });
});
