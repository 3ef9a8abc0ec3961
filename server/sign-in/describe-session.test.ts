import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Organisation } from '../../contract/organisations.ts';
import { organisationRoles } from '../../contract/permissions.ts';
import type { Session } from '../../contract/sign-in.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;

before(async () => {
  world = await openWorld();
});
after(() => world.close());

test('a session tells what somebody may everywhere, and apart from that in single organisations', async () => {
  const admin = await world.signIn();
  const { body: organisation } = await admin.post<Organisation>('/organisations', { name: 'Afdeling Noord' });
  const { id, email } = await aPerson(world, { roles: ['finance'] });
  await admin.post(`/organisations/${organisation.id}/members`, {
    user: id,
    role: 'organisation-administrator',
  });
  const client = await world.signIn(email);
  const { body } = await client.get<Session>('/session');
  assert.deepEqual([...body.permissions].sort(), ['billing.view', 'people.view']);
  const here = body.organisations.find((one) => one.id === organisation.id);
  assert.equal(here?.name, 'Afdeling Noord');
  assert.deepEqual(
    [...(here?.permissions ?? [])].sort(),
    [...organisationRoles['organisation-administrator']].sort(),
  );
  assert.deepEqual((await admin.get<Session>('/session')).body.organisations, []);
});
