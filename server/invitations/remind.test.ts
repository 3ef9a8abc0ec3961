import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson, readMailLink } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';
import { remindPeople } from './remind.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

type Mail = { kind: string; state: string };

async function mailsTo(id: string): Promise<string[]> {
  const { body } = await admin.get<{ items: Mail[] }>(`/mail?user=${id}`);
  return body.items.map(({ kind }) => kind).sort();
}

/** As if the mail had left so many days ago. */
async function sentDaysAgo(id: string, days: number): Promise<void> {
  await sql`
    update mails set state = 'sent', next_try_at = null, sent_at = now() - make_interval(days => ${days}::int)
    where user_id = ${id}::uuid and state = 'waiting'`.execute(world.db);
}

test('who has not answered is reminded once, with a link that works in place of the old one', async () => {
  const [late, fresh, unsent] = [
    await aPerson(world, { state: 'pending' }),
    await aPerson(world, { state: 'pending' }),
    await aPerson(world, { state: 'pending' }),
  ];
  const old = await readMailLink(admin, late.id);
  await sentDaysAgo(late.id, 3);
  await sentDaysAgo(fresh.id, 2);
  await remindPeople(world.db);
  assert.deepEqual(await mailsTo(late.id), ['activation'], 'by default nobody is reminded');
  await admin.patch('/settings', { remindAfterDays: 3 });
  await Promise.all([remindPeople(world.db), remindPeople(world.db)]);
  assert.deepEqual(await mailsTo(late.id), ['activation', 'reminder']);
  assert.deepEqual(await mailsTo(fresh.id), ['activation']);
  assert.deepEqual(await mailsTo(unsent.id), ['activation']);
  await sentDaysAgo(late.id, 5);
  await remindPeople(world.db);
  assert.deepEqual(await mailsTo(late.id), ['activation', 'reminder']);
  const password = 'Waterval-39-mos';
  const visitor = world.visitor();
  assert.notEqual((await visitor.post('/activation', { token: old, password })).status, 204);
  const token = await readMailLink(admin, late.id, 'reminder');
  assert.equal((await visitor.post('/activation', { token, password })).status, 204);
  const { body } = await admin.get<{ items: { action: string }[] }>(`/audit?user=${late.id}`);
  assert.equal(body.items.filter(({ action }) => action === 'users.reminded').length, 1);
});
