import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, readMailLink, readUser } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

async function somebody() {
  const person = await aPerson(world);
  return { person, client: await world.signIn(person.email) };
}

type Profile = { firstName: string; email: string; pendingEmail: string | null; mayChange: object };

test('everybody reads their own record, and changes name, contact, language and time zone', async () => {
  const { person, client } = await somebody();
  const given = { firstName: ' Fleur ', infix: 'van der', mobile: '06 12345678', language: 'nl' };
  assert.equal((await client.patch('/me', given)).status, 200);
  const { body } = await client.get<Profile & { mobile: string }>('/me');
  assert.deepEqual([body.firstName, body.mobile], ['Fleur', '06 12345678']);
  const found = await admin.get<{ items: { id: string }[] }>('/users?search=fleur%20van%20der');
  assert.ok(found.body.items.some(({ id }) => id === person.id));
});

test('what the installation keeps to itself is refused at its field', async () => {
  const { client } = await somebody();
  await admin.patch('/settings', { ownNameAllowed: false, ownContactAllowed: false });
  const refused = await client.patch('/me', { lastName: 'Anders', phone: '06 12345678' });
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.fields?.map(({ field }) => field)],
    [403, 'me.not-yours-to-change', ['lastName', 'phone']],
  );
  assert.equal((await client.patch('/me', { timeZone: 'Europe/Brussels' })).status, 200);
  const { body } = await client.get<Profile>('/me');
  assert.deepEqual(body.mayChange, { name: false, contact: false });
  await admin.patch('/settings', { ownNameAllowed: true, ownContactAllowed: true });
});

test('a number that cannot be called and fields of the organisation are refused', async () => {
  const { client } = await somebody();
  const phone = await client.patch('/me', { phone: '12' });
  assert.deepEqual([phone.status, phone.body.fields?.[0]?.code], [400, 'fields.phone']);
  for (const field of ['jobTitle', 'personnelNumber', 'username', 'admin', 'email']) {
    assert.equal((await client.patch('/me', { [field]: 'x' })).body.fields?.[0]?.code, 'fields.unknown');
  }
});

test('an own new address counts once confirmed; the old one is told, and all sessions end', async () => {
  const { person, client } = await somebody();
  const email = `eigen.${person.id}@zonnig.example`;
  const asked = await client.put<Profile>('/me/email', { email });
  assert.deepEqual([asked.status, asked.body.email, asked.body.pendingEmail], [200, person.email, email]);
  assert.equal(await countMails(world, person.id, 'email-changed'), 1);
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 401);
  const token = await readMailLink(admin, person.id, 'email-confirm');
  assert.equal((await world.visitor().post('/email/confirm', { token })).status, 204);
  assert.equal((await client.get('/session')).status, 401);
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 200);
});

test('it can be withdrawn by oneself or by an administrator: the link is dead', async () => {
  for (const who of ['me', 'administrator'] as const) {
    const { person, client } = await somebody();
    await client.put('/me/email', { email: `weg.${person.id}@zonnig.example` });
    const token = await readMailLink(admin, person.id, 'email-confirm');
    const ended =
      who === 'me' ? await client.delete('/me/email') : await admin.delete(`${person.path}/pending-email`);
    assert.equal(ended.status, 200, ended.raw);
    assert.equal((await world.visitor().post('/email/confirm', { token })).status, 410);
    assert.equal((await readUser(world, person.id)).pending_email, null);
    assert.equal((await client.delete('/me/email')).body.code, 'users.no-pending-email');
  }
});

test('an expired link to a new address is renewed to that address, and not once it was withdrawn', async () => {
  const { person, client } = await somebody();
  await client.put('/me/email', { email: `laat.${person.id}@zonnig.example` });
  const token = await readMailLink(admin, person.id, 'email-confirm');
  await sql`update links set expires_at = now() - interval '1 second', created_at = now() - interval '1 day'
    where user_id = ${person.id}`.execute(world.db);
  assert.equal((await world.visitor().post('/links/renew', { token })).status, 204);
  assert.equal(await countMails(world, person.id, 'email-confirm'), 2);
  const fresh = await readMailLink(admin, person.id, 'email-confirm');
  assert.notEqual(fresh, token);
  await client.delete('/me/email');
  assert.notEqual((await world.visitor().post('/links/inspect', { token: fresh })).status, 200);
});

test('an address of somebody else, or the one that counts already, is refused at the field', async () => {
  const { person, client } = await somebody();
  const other = await aPerson(world);
  for (const [email, code] of [
    [other.email.toUpperCase(), 'users.email-taken'],
    [person.email, 'me.email-already'],
  ] as const) {
    const answer = await client.put('/me/email', { email });
    assert.deepEqual([answer.status, answer.body.fields?.[0]?.code], [409, code]);
  }
});

test('the welcome mail of somebody with more rights is not sent by who has fewer', async () => {
  const pending = await aPerson(world, { state: 'pending', roles: ['key-user'] });
  const helper = await world.signIn((await aPerson(world, { roles: ['help-desk'] })).email);
  const answer = await helper.post(`${pending.path}/welcome-mail`);
  assert.deepEqual([answer.status, answer.body.code], [403, 'users.above-you']);
});

test('the activation mail of somebody who is active by now is not offered to be sent again', async () => {
  const { id, path } = await aPerson(world, { state: 'pending' });
  const { body } = await admin.get<{ items: { id: string }[] }>(`/mail?user=${id}`);
  const read = async () =>
    (await admin.get<{ mayResend: boolean }>(`/mail/${body.items[0]?.id}`)).body.mayResend;
  assert.equal(await read(), true);
  await admin.post(`${path}/password`, { password });
  assert.equal(await read(), false);
});
