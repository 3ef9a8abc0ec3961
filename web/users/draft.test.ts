import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { User } from '../../contract/user-shapes.ts';
import { detailsInput, draftOf, fieldsBetween, partsOf, withoutPart } from './draft.ts';

const jan: User = {
  id: '01900000-0000-7000-8000-000000000001',
  number: 7,
  username: 'jan.jansen',
  salutation: null,
  firstName: 'Jan',
  infix: null,
  lastName: 'Jansen',
  name: 'Jan Jansen',
  email: 'jan@example.nl',
  phone: null,
  mobile: null,
  jobTitle: null,
  personnelNumber: null,
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  admin: false,
  state: 'active',
  billed: true,
  locked: false,
  twoFactor: 'off',
  lastSignInAt: null,
  createdAt: '2026-11-21T10:00:00Z',
  startsOn: '2026-11-01',
  leavesOn: null,
  roles: [
    { id: 'a', key: 'hr', name: 'HR', endsOn: null },
    { id: 'b', key: 'planner', name: 'Planner', endsOn: null },
  ],
  organisations: [],
  photo: null,
  version: 3,
  pendingEmail: null,
  activatedAt: '2026-11-02T10:00:00Z',
  lockedAt: null,
  mustChangePassword: false,
  twoFactorRequiredBy: { person: false, organisations: [], everybody: false },
  secondFactors: { app: false, passkeys: 0, recoveryCodes: 0 },
  nameGuessed: false,
  groups: [],
  defaultSender: null,
  hasPassword: true,
  personnelFiles: [],
  sessions: 0,
  invitation: null,
  staffMemberships: [],
  allowed: [],
};

test('what was typed and typed back is no change, nor is another order of the roles', () => {
  const stored = draftOf(jan);
  assert.deepEqual(fieldsBetween(stored, { ...stored, infix: '', roles: ['b', 'a'] }), []);
});

test('another last day of a role is a change of the roles', () => {
  const stored = draftOf(jan);
  assert.deepEqual(stored.roleEnds, {});
  const changed = fieldsBetween(stored, { ...stored, roleEnds: { a: '2027-01-31' } });
  assert.deepEqual([changed, partsOf(changed)], [['roleEnds'], ['roles']]);
});

test('only the fields that changed are sent, and never the roles or admin access with them', () => {
  const draft = { ...draftOf(jan), firstName: 'Johan', phone: '', roles: [], admin: true };
  assert.deepEqual(detailsInput(jan, draft, true), { id: jan.id, firstName: 'Johan' });
});

test('a new address counts at once only when that was chosen', () => {
  const draft = { ...draftOf(jan), email: 'johan@example.nl' };
  assert.deepEqual(detailsInput(jan, draft, false), { id: jan.id, email: 'johan@example.nl' });
  assert.deepEqual(detailsInput(jan, draft, true), {
    id: jan.id,
    email: 'johan@example.nl',
    emailAtOnce: true,
  });
});

test('parts are saved with admin access last, and a saved part takes only its own changes away', () => {
  assert.deepEqual(partsOf(['admin', 'roles', 'timeZone', 'email']), ['details', 'roles', 'admin']);
  assert.deepEqual(withoutPart({ firstName: 'Johan', roles: ['a'], admin: true }, 'details'), {
    roles: ['a'],
    admin: true,
  });
});
