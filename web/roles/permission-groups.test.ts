import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissions } from '../../contract/permissions.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Texts } from '../kit/texts.tsx';
import { findPermissions, groupPermissions, permissionGroups } from './permission-groups.ts';

const t: Texts = (key, values) => translate('en', key, values);

test('every right stands in one group, and every group and right has words', () => {
  assert.deepEqual(
    permissionGroups.installation.flatMap((group) => group.permissions),
    [...permissions],
  );
  assert.ok(permissionGroups.installation.every(({ text }) => isTextKey(text)));
  assert.ok(permissions.every((permission) => isTextKey(`permissions.${permission}`)));
});

test('a search finds single rights by their words, and all rights of a feature by its name', () => {
  const byRight = findPermissions('installation', 'unlock', t);
  assert.deepEqual(
    byRight.map(({ name, permissions: found }) => [name, found]),
    [['users', ['users.security']]],
  );
  assert.deepEqual(
    findPermissions('installation', ' ROLES ', t).find(({ name }) => name === 'roles')?.permissions.length,
    2,
  );
  assert.ok(findPermissions('organisation', '', t).every(({ name }) => name !== 'roles'));
  assert.deepEqual(groupPermissions(['mail.view']).length, 1);
});
