import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { aPerson } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;

before(async () => {
  world = await openWorld({ behindProxy: true });
});
after(() => world.close());

test('a device too many goes, but nobody waits for its count while somebody else holds that', async () => {
  const { id, email } = await aPerson(world);
  const oldest = world.visitor();
  for (let turn = 0; turn < 2; turn += 1) await trySignIn(oldest, email, password);
  for (let n = 0; n < 19; n += 1) await trySignIn(world.visitor(), email, password);
  const countDevices = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from known_devices where user_id = ${id}`.execute(world.db);
    return rows[0]?.count;
  };
  assert.equal(await countDevices(), 20);
  await world.db.transaction().execute(async (transaction) => {
    const { rows } = await sql`
      select from sign_in_counts where user_id = ${id} and device_id is not null for update`.execute(
      transaction,
    );
    assert.equal(rows.length, 1);
    const answer = await Promise.race([trySignIn(world.visitor(), email, password), pause(3000)]);
    assert.equal(answer?.status, 200);
    assert.equal(await countDevices(), 21);
  });
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 200);
  assert.equal(await countDevices(), 20);
});
