import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';
import { forgetMails } from '../outbox/forget-mails.ts';
import { eraseFormer } from './erase-former.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

const today = Temporal.Now.plainDateISO();

async function whoLeft(months: number): Promise<Made> {
  const person = await aPerson(world);
  const leavesOn = today.subtract({ months, days: 1 }).toString();
  await sql`update staff_memberships set starts_on = '2010-01-01' where user_id = ${person.id}::uuid`.execute(
    world.db,
  );
  assert.equal((await admin.post(`${person.path}/deactivate`, { leavesOn })).status, 200);
  return person;
}

test('who left long enough ago is erased, nobody else, and by default nobody', async () => {
  const [long, recent, present] = [await whoLeft(7), await whoLeft(5), await aPerson(world)];
  await eraseFormer(world.db);
  assert.equal((await admin.get(long.path)).status, 200);
  await admin.patch('/settings', { formerKeptMonths: 6 });
  await eraseFormer(world.db);
  const statuses = await Promise.all(
    [long, recent, present].map(async ({ path }) => (await admin.get(path)).status),
  );
  assert.deepEqual(statuses, [404, 200, 200]);
});

test('only administrators say when people are erased', async () => {
  const keyUser = await world.signIn((await aPerson(world, { roles: ['key-user'] })).email);
  const answer = await keyUser.patch('/settings', { formerKeptMonths: 1 });
  assert.deepEqual([answer.status, answer.body.code], [403, 'users.only-administrators']);
});

test('mail that is over goes after its days; what waits stays', async () => {
  const [sent, waiting] = [
    await aPerson(world, { state: 'pending' }),
    await aPerson(world, { state: 'pending' }),
  ];
  await sql`update mails set created_at = now() - interval '31 days'
    where user_id in (${sent.id}::uuid, ${waiting.id}::uuid)`.execute(world.db);
  await sql`update mails set state = 'sent', next_try_at = null, sent_at = now() where user_id = ${sent.id}::uuid`.execute(
    world.db,
  );
  await admin.patch('/settings', { mailKeptDays: 30 });
  await forgetMails(world.db);
  const left = async (id: string) =>
    (await admin.get<{ items: unknown[] }>(`/mail?user=${id}`)).body.items.length;
  assert.deepEqual([await left(sent.id), await left(waiting.id)], [0, 1]);
});
