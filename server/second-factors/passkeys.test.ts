import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { makeDevice } from '../../test/passkey-device.ts';
import { aPerson, countMails, type Made, readUser } from '../../test/people.ts';
import {
  addPasskey,
  aGuardedPerson,
  atAddressForPasskeys,
  halfSignedIn,
  sign,
} from '../../test/second-factors.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { today } from '../lib/days.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  atAddressForPasskeys(world);
  admin = await world.signIn();
});
after(() => world.close());

type Options = Parameters<ReturnType<typeof makeDevice>['create']>[0];
type Answered = { code?: string; user?: { id: string }; next?: string };

async function withPasskey(options?: Parameters<typeof makeDevice>[0]) {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  const device = makeDevice(options);
  const { body } = await client.post<Options>('/me/passkeys/challenge');
  const answer = await client.post<{ id: string }>('/me/passkeys', {
    name: 'Telefoon',
    passkey: device.create(body),
  });
  assert.equal(answer.status, 201, answer.raw);
  return { person, client, device, id: answer.body.id };
}

const enter = (client: Client, passkey: object) => client.post<Answered>('/session/passkey', { passkey });

test('a passkey signs in without a password, and counts as two factors', async () => {
  const { person, device } = await withPasskey();
  assert.deepEqual((await trySignIn(world.visitor(), person.email, password)).body, { next: 'two-factor' });
  const client = world.visitor();
  const answer = await enter(client, await sign(client, device));
  assert.deepEqual([answer.status, answer.body.user?.id], [200, person.id]);
  assert.equal((await client.get<Answered>('/session')).body.user?.id, person.id);
  assert.notEqual((await readUser(world, person.id)).last_sign_in_at, null);
});

test('after the password the passkey is the second step, and only one’s own', async () => {
  const { person, device } = await withPasskey();
  const other = await withPasskey();
  const client = await halfSignedIn(world, person);
  assert.deepEqual((await client.get('/session/two-factor')).body, {
    app: false,
    passkeys: true,
    recoveryCodes: true,
  });
  const { body } = await client.post<{ challenge: string; rpId: string; allowCredentials: object[] }>(
    '/session/passkey/challenge',
  );
  assert.equal(body.allowCredentials.length, 1);
  const foreign = await client.post<Answered>('/session/two-factor', { passkey: other.device.sign(body) });
  assert.deepEqual([foreign.status, foreign.body.code], [401, 'session.wrong-passkey']);
  const own = await client.post<Answered>('/session/two-factor', { passkey: await sign(client, device) });
  assert.equal(own.body.user?.id, person.id);
});

test('what does not fit is refused: another site, another host, nobody recognised, a signature of something else', async () => {
  const { person, device } = await withPasskey();
  const cheats = {
    'another site': { origin: 'https://evil.example' },
    'another port': { origin: 'http://localhost:1' },
    'a host below ours': { origin: world.base.replace('127.0.0.1', 'x.localhost') },
    'another host in the signature': { rpId: 'evil.example' },
    'nobody recognised': { verified: false },
    'made, not used': { type: 'webauthn.create' },
    'the owner of another': { userHandle: Buffer.alloc(16).toString('base64url') },
    'a challenge of their own': { challenge: Buffer.alloc(32, 7).toString('base64url') },
  };
  for (const [what, cheat] of Object.entries(cheats)) {
    const client = world.visitor();
    const answer = await enter(client, await sign(client, device, cheat));
    assert.deepEqual([answer.status, answer.body.code], [401, 'session.wrong-passkey'], what);
    assert.equal(client.jar.has('muster'), false);
  }
  const client = world.visitor();
  const bent = await sign(client, device);
  bent.response.signature = (await sign(client, device)).response.signature;
  assert.equal((await enter(client, bent)).status, 401);
  const stranger = await enter(client, await sign(client, makeDevice()));
  assert.deepEqual([stranger.status, stranger.body.code], [401, 'session.wrong-passkey']);
  assert.equal((await readUser(world, person.id)).locked_at, null, 'nobody locks an account so');
});

test('a challenge works once, for five minutes, and only for what it was made for', async () => {
  const { client, device } = await withPasskey();
  const used = await sign(client, device);
  assert.equal((await enter(world.visitor(), used)).status, 200);
  assert.equal((await enter(world.visitor(), used)).status, 401);
  const late = await sign(client, device);
  await sql`update passkey_challenges set expires_at = now() - interval '1 second'`.execute(world.db);
  assert.equal((await enter(world.visitor(), late)).status, 401);
  const { body } = await client.post<Options>('/me/passkeys/challenge');
  const crossed = device.sign({ challenge: body.challenge, rpId: body.rp.id });
  assert.equal((await enter(world.visitor(), crossed)).status, 401);
});

test('of ten who send the same answer at once, one comes in', async () => {
  const { device } = await withPasskey();
  const answer = await sign(world.visitor(), device);
  const sent = await Promise.all(Array.from({ length: 10 }, () => enter(world.visitor(), answer)));
  assert.equal(sent.filter(({ status }) => status === 200).length, 1);
});

test('a device that counts has to count on; one that does not may always say 0', async () => {
  const { device } = await withPasskey({ counts: true });
  const client = world.visitor();
  assert.equal((await enter(client, await sign(client, device))).status, 200);
  assert.equal((await enter(client, await sign(client, device))).status, 200);
  for (const counter of [2, 1, 0]) {
    assert.equal((await enter(client, await sign(client, device, { counter }))).status, 401, `${counter}`);
  }
  assert.equal((await enter(client, await sign(client, device, { counter: 9 }))).status, 200);
  const phone = await withPasskey();
  for (let n = 0; n < 3; n += 1) {
    assert.equal((await enter(client, await sign(client, phone.device))).status, 200);
  }
});

const endings: Record<string, (person: Made) => Promise<unknown>> = {
  'has left': ({ path }) =>
    admin.post(`${path}/deactivate`, {
      leavesOn: today('Europe/Amsterdam').subtract({ days: 1 }).toString(),
    }),
  'was deleted': ({ path }) => admin.post(`${path}/delete`, { acknowledged: true }),
  'lost the passkey to a reset': ({ path }) => admin.delete(`${path}/two-factor`),
};
for (const [what, end] of Object.entries(endings)) {
  test(`the passkey of somebody who ${what} is worth nothing`, async () => {
    const { person, device } = await withPasskey();
    await end(person);
    const client = world.visitor();
    const answer = await enter(client, await sign(client, device));
    assert.deepEqual([answer.status, answer.body.code], [401, 'session.wrong-passkey']);
  });
}

test('a locked account is not opened by a passkey either, and its owner is told so', async () => {
  const { person, device } = await withPasskey();
  for (const wrong of ['Fout-1', 'Fout-2', 'Fout-3']) await trySignIn(world.visitor(), person.email, wrong);
  const client = world.visitor();
  const answer = await enter(client, await sign(client, device));
  assert.deepEqual([answer.status, client.jar.size], [423, 0]);
});

test('who has a password that must be changed is led to it after the passkey', async () => {
  const { person, device } = await withPasskey();
  await admin.post(`${person.path}/password`, { password: 'Waterval-39-mos' });
  const client = world.visitor();
  assert.equal((await enter(client, await sign(client, device))).body.next, 'change-password');
});

test('a passkey is only added when it was made here, for this person, by somebody recognised', async () => {
  const { client } = await withPasskey();
  const other = await withPasskey();
  const begin = async (from = client) => (await from.post<Options>('/me/passkeys/challenge')).body;
  const add = (passkey: object) =>
    client.post<{ code?: string }>('/me/passkeys', { name: 'Nog een', passkey });
  const cheats = {
    'another site': { origin: 'https://evil.example' },
    'another host': { rpId: 'evil.example' },
    'nobody recognised': { verified: false },
    'used, not made': { type: 'webauthn.get' },
  };
  for (const [what, cheat] of Object.entries(cheats)) {
    const answer = await add(makeDevice().create(await begin(), cheat));
    assert.deepEqual([answer.status, answer.body.code], [422, 'passkeys.refused'], what);
  }
  const foreign = await add(makeDevice().create(await begin(other.client)));
  assert.deepEqual(
    [foreign.status, foreign.body.code],
    [422, 'passkeys.refused'],
    'the challenge of another',
  );
  const known = await add(other.device.create(await begin()));
  assert.deepEqual([known.status, known.body.code], [409, 'passkeys.known']);
});

test('one person has several, each with a name and its last use; they are renamed and removed one by one', async () => {
  const { client, device, id, person } = await withPasskey();
  const second = await addPasskey(client, 'Sleutelhanger');
  assert.equal(second.answer.body.recoveryCodes, null);
  await enter(world.visitor(), await sign(world.visitor(), device));
  await client.patch(`/me/passkeys/${id}`, { name: ' Mijn  telefoon ' });
  type Own = { passkeys: { id: string; name: string; lastUsedAt: string | null }[] };
  const own = (await client.get<Own>('/me/two-factor')).body.passkeys;
  assert.deepEqual(
    own.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null]),
    [
      ['Mijn telefoon', true],
      ['Sleutelhanger', false],
    ],
  );
  assert.equal((await client.delete(`/me/passkeys/${id}`)).status, 204);
  assert.equal((await client.delete(`/me/passkeys/${id}`)).status, 404);
  assert.equal((await readUser(world, person.id)).two_factor_on, true);
  await client.delete(`/me/passkeys/${second.answer.body.id}`);
  assert.equal((await readUser(world, person.id)).two_factor_on, false);
  assert.equal(await countMails(world, person.id, 'two-factor'), 4);
  const left = await sql`select 1 from recovery_codes where user_id = ${person.id}`.execute(world.db);
  assert.equal(left.rows.length, 0);
});

test('nobody renames or removes a passkey of somebody else', async () => {
  const { id } = await withPasskey();
  const thief = await aGuardedPerson(world);
  assert.equal((await thief.first.delete(`/me/passkeys/${id}`)).status, 404);
  assert.equal((await thief.first.patch(`/me/passkeys/${id}`, { name: 'Van mij' })).status, 404);
});

test('at an address of bare numbers, or without HTTPS, there are no passkeys, whatever a request says', async () => {
  const { device } = await withPasskey();
  const address = process.env.MUSTER_URL;
  const given = await sign(world.visitor(), device);
  for (const other of [
    'http://127.0.0.1:3000',
    'https://192.0.2.1',
    'http://muster.example',
    'https://[::1]',
  ]) {
    process.env.MUSTER_URL = other;
    const visitor = world.visitor();
    const asked = await visitor.post<{ code: string }>(
      '/session/passkey/challenge',
      {},
      { host: 'localhost' },
    );
    assert.deepEqual([asked.status, asked.body.code], [409, 'passkeys.not-here'], other);
  }
  process.env.MUSTER_URL = 'https://elders.example';
  assert.equal((await enter(world.visitor(), given)).status, 401);
  process.env.MUSTER_URL = address;
});
