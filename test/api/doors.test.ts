import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calls } from '../../contract/calls.ts';
import { type Endpoint, inputInQuery, sessionSteps } from '../../contract/endpoint.ts';
import { linkPurposes } from '../../contract/sign-in.ts';
import { classification } from '../../server/db/classification.ts';
import { newId } from '../../server/lib/ids.ts';
import type { Answer, Client } from '../client.ts';
import {
  aHolder,
  countResetMails,
  type Entrance,
  entrances,
  type Holder,
  harmless,
  ofPending,
  out,
  states,
} from '../doors.ts';
import { aPerson } from '../people.ts';
import { aGuardedPerson, atAddressForPasskeys, halfSignedIn } from '../second-factors.ts';
import { openWorld, type World } from '../world.ts';

/**
 * The table of doors: every call, step of signing in and kind of token, in every state that an account can be in.
 * What is new and stands in none of these lists fails the first tests.
 */

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  atAddressForPasskeys(world);
  admin = await world.signIn();
});
after(() => world.close());

const guarded = calls.filter(({ may }) => may !== 'anyone');

function make(client: Client, call: Endpoint): Promise<Answer> {
  const path = `/api/v1${call.path.replace(/:\w+/g, newId())}`;
  return client.send(call.method, path, inputInQuery(call.method) ? undefined : {});
}

test('every call that stands open to anybody is known as an entrance or as harmless', () => {
  const open = calls.filter(({ may }) => may === 'anyone').map(({ name }) => name);
  assert.deepEqual(open.sort(), [...Object.keys(entrances), ...Object.keys(harmless)].sort());
});

test('every kind of token is known here', () => {
  const secrets = Object.entries(classification).flatMap(([table, { secret = '' }]) =>
    secret
      .split(/\s+/)
      .filter((column) => /hash|secret|path/.test(column))
      .map((column) => `${table}.${column}`),
  );
  assert.deepEqual(secrets.sort(), knownSecrets);
  assert.deepEqual([...linkPurposes].sort(), ['activation', 'email', 'reset']);
  assert.deepEqual([...sessionSteps].sort(), ['change-password', 'set-up-two-factor', 'two-factor']);
});

const knownSecrets = [
  // A secret of an app, and a password: second steps and doors above.
  'api_tokens.token_hash',
  'authenticator_apps.pending_secret',
  'authenticator_apps.secret',
  'calendar_links.token_hash',
  'credentials.password_hash',
  'installation.setup_token_hash',
  'known_devices.token_hash',
  'links.token_hash',
  'mails.link_path',
  'passkey_challenges.challenge_hash',
  // Opens the door of the server that has the file, and none of Muster.
  'personnel_files.secret',
  'recovery_codes.code_hash',
  'sessions.token_hash',
];

for (const [state, bring] of Object.entries(states)) {
  const comesIn = !out.includes(state);

  test(`${state}: a session and a program from before ${state === 'locked' ? 'go on' : 'are refused by every call'}`, async () => {
    const { person, cookie, program } = await aHolder(world, admin);
    await bring(world, admin, person);
    if (state === 'locked') {
      assert.equal((await cookie.get('/me')).status, 200);
      assert.equal((await program.get('/roles')).status, 200);
      return;
    }
    for (const call of guarded) {
      for (const [kind, client] of [
        ['session', cookie],
        ['program', program],
      ] as const) {
        const { status, body } = await make(client, call);
        assert.deepEqual([status, body.code], [401, 'session.required'], `${kind}: ${call.name}`);
      }
    }
  });

  if (!comesIn) {
    test(`${state}: no entrance lets anybody in or changes anything, with keys that were good`, async () => {
      const holder = await aHolder(world, admin);
      await bring(world, admin, holder.person);
      for (const [name, enter] of Object.entries(entrances)) {
        if (state === 'pending' && ofPending.includes(name)) continue;
        await assertRefused(name, await enter(world, holder), holder);
      }
    });
  }

  test(`${state}: a forgotten password is ${comesIn ? 'mailed' : 'not mailed'}`, async () => {
    const { person } = await aHolder(world, admin);
    await bring(world, admin, person);
    assert.equal(await countResetMails(world, person), comesIn ? 1 : 0);
  });
}

async function assertRefused(
  name: string,
  { status, headers }: Answer<unknown>,
  { person }: Holder,
): Promise<void> {
  assert.ok(status === 401 || status === 410, `${name}: ${status}`);
  assert.equal(headers['set-cookie'], undefined, name);
  const rows = await world.db
    .selectFrom('credentials')
    .select('version')
    .where('user_id', '=', person.id)
    .execute();
  assert.ok(rows.every(({ version }) => version === 1));
  const user = await world.db
    .selectFrom('users')
    .select('email')
    .where('id', '=', person.id)
    .executeTakeFirst();
  assert.ok(user === undefined || user.email === person.email);
}

test('locked: neither password nor passkey lets a stranger in, and a new password unlocks nobody', async () => {
  for (const name of ['session.sign-in', 'session.sign-in-with-passkey'] as const) {
    const holder = await aHolder(world, admin);
    await states.locked?.(world, admin, holder.person);
    const enter = entrances[name] as Entrance;
    const { status, headers } = await enter(world, holder);
    assert.deepEqual([status, headers['set-cookie']], [423, undefined], name);
    assert.equal((await entrances['password.reset']?.(world, holder))?.status, 204);
    const row = await world.db
      .selectFrom('users')
      .select('locked_at')
      .where('id', '=', holder.person.id)
      .executeTakeFirstOrThrow();
    assert.notEqual(row.locked_at, null);
  }
});

const halves: Record<(typeof sessionSteps)[number], () => Promise<Client>> = {
  'two-factor': async () => halfSignedIn(world, await aGuardedPerson(world, { admin: true })),
  'change-password': async () =>
    world.signIn((await aPerson(world, { admin: true, mustChange: true })).email),
  'set-up-two-factor': async () => {
    const person = await aPerson(world, { admin: true });
    const required = await admin.put(`${person.path}/two-factor`, { required: true });
    assert.equal(required.status, 200, required.raw);
    return world.signIn(person.email);
  },
};

for (const step of sessionSteps) {
  test(`half signed in (${step}): every call that does not belong to this step is refused`, async () => {
    const client = await halves[step]();
    const closed = guarded.filter(({ during }) => !during?.includes(step));
    assert.ok(closed.length > 50);
    for (const call of closed) {
      const { status, body } = await make(client, call);
      assert.deepEqual([status, body.code], [403, `session.${step}-first`], call.name);
    }
  });

  test(`half signed in (${step}): once the account has ended, not even this step is open`, async () => {
    const person = await aPerson(world, { mustChange: true });
    const client = await world.signIn(person.email);
    await states.deactivated?.(world, admin, person);
    for (const call of guarded.filter(({ during }) => during?.includes(step))) {
      assert.equal((await make(client, call)).status, 401, call.name);
    }
  });
}

test('organisation ended: whoever had rights in it has none there at the next request', async () => {
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Vergaat' });
  const { body: other } = await admin.post<{ id: string }>('/organisations', { name: 'Blijft' });
  const person = await aPerson(world);
  const role = 'organisation-administrator';
  await admin.post(`/organisations/${organisation.id}/members`, { user: person.id, role });
  const client = await world.signIn(person.email);
  assert.equal((await client.get(`/organisations/${organisation.id}/members`)).status, 200);
  const ended = await admin.delete(`/organisations/${organisation.id}?successor=${other.id}`);
  assert.equal(ended.status, 204, ended.raw);
  assert.notEqual((await client.get(`/organisations/${organisation.id}/members`)).status, 200);
});
