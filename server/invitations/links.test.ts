import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Problem } from '../../contract/refusals.ts';
import { untilFound } from '../../test/changes.ts';
import type { Answer, Client } from '../../test/client.ts';
import { aPerson, countMails, type Made, readMailLink, readUser } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { newToken } from '../lib/tokens.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

const another = 'Waterval-39-mos';
const chosen = 'Zilvermeeuw-52';

const visit = <Body = Problem>(path: string, body: object) => world.visitor().post<Body>(path, body);
const activate = (token: string, secret = chosen) => visit('/activation', { token, password: secret });
const reset = (token: string, secret = chosen) => visit('/password/reset', { token, password: secret });
const confirm = (token: string) => visit('/email/confirm', { token });
const inspect = (token: string) =>
  visit<{ purpose: string; state: string; email: string; code: string }>('/links/inspect', { token });

function assertRefused(
  { status, body }: Pick<Answer<{ code: string }>, 'status' | 'body'>,
  code: string,
  what = '',
): void {
  assert.deepEqual([status, body.code], [410, code], what);
}

async function invited(): Promise<{ person: Made; token: string }> {
  const person = await aPerson(world, { state: 'pending' });
  return { person, token: await readMailLink(admin, person.id, 'activation') };
}

async function forgot(person: Made, identifier = person.email): Promise<string> {
  const before = await countMails(world, person.id, 'reset');
  assert.equal((await visit('/password/forgotten', { email: identifier })).status, 204);
  await untilFound(async () => assert.equal(await countMails(world, person.id, 'reset'), before + 1));
  return readMailLink(admin, person.id, 'reset');
}

/** A minute passes: until then no second mail is sent. */
const waitMinute = (person: Made) =>
  sql`update links set created_at = created_at - interval '61 seconds' where user_id = ${person.id}`.execute(
    world.db,
  );

const expire = (person: Made, by = '1 second') =>
  sql`update links set expires_at = now() - ${by}::interval, created_at = now() - interval '1 day'
    where user_id = ${person.id}`.execute(world.db);

async function newAddress(person: Made): Promise<string> {
  await admin.patch(person.path, { email: `nieuw.${person.id}@zonnig.example` });
  return readMailLink(admin, person.id, 'email-confirm');
}

test('a link is looked at without changing anything, says what it is for, and no account is told of', async () => {
  const { person, token } = await invited();
  for (let i = 0; i < 3; i += 1) {
    const { status, body } = await inspect(token);
    assert.deepEqual(
      [status, body.purpose, body.state, body.email],
      [200, 'activation', 'usable', person.email],
    );
  }
  assert.equal((await activate(token)).status, 204);
  assertRefused(await inspect(token), 'links.used');
});

test('activating sets the password, and the person is in from then on', async () => {
  const { person, token } = await invited();
  assert.equal((await trySignIn(world.visitor(), person.email, chosen)).status, 401);
  const answer = await activate(token);
  assert.deepEqual([answer.status, answer.raw, answer.headers['set-cookie']], [204, '', undefined]);
  assert.equal((await trySignIn(world.visitor(), person.email, chosen)).status, 200);
  assert.equal((await readUser(world, person.id)).state, 'active');
});

test('of ten who use a link at the same moment one succeeds, whatever it is for', async () => {
  const { person: pending, token } = await invited();
  const active = await aPerson(world);
  const mover = await aPerson(world);
  const resetToken = await forgot(active);
  const emailToken = await newAddress(mover);
  const races: [Made, () => Promise<Answer>, string][] = [
    [pending, () => activate(token), 'users.activated'],
    [active, () => reset(resetToken), 'users.password-reset'],
    [mover, () => confirm(emailToken), 'users.email-confirmed'],
  ];
  for (const [person, use, action] of races) {
    const answers = await Promise.all(Array.from({ length: 10 }, use));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [204, ...Array(9).fill(410)], action);
    const { rows } = await sql`
      select 1 from audit_log where target_id = ${person.id} and action = ${action}`.execute(world.db);
    assert.equal(rows.length, 1);
  }
});

test('a link that expired a second ago does nothing, and says so', async () => {
  const { person, token } = await invited();
  await expire(person);
  assertRefused(await activate(token), 'links.expired');
  assert.equal((await inspect(token)).body.state, 'expired');
  const active = await aPerson(world);
  const resetToken = await forgot(active);
  await expire(active);
  assertRefused(await reset(resetToken), 'links.expired');
  const emailToken = await newAddress(active);
  await expire(active);
  assertRefused(await confirm(emailToken), 'links.expired');
});

test('an expired link is renewed for the same address, once; a living one is not', async () => {
  const { person, token } = await invited();
  assertRefused(await visit('/links/renew', { token }), 'links.invalid');
  await expire(person);
  const answers = await Promise.all(Array.from({ length: 10 }, () => visit('/links/renew', { token })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, ...Array(9).fill(410)]);
  assert.equal(await countMails(world, person.id, 'activation'), 2);
  const fresh = await readMailLink(admin, person.id, 'activation');
  assert.notEqual(fresh, token);
  assertRefused(await activate(token), 'links.invalid');
  assert.equal((await activate(fresh)).status, 204);
});

test('an expired reset link is renewed too', async () => {
  const person = await aPerson(world);
  const token = await forgot(person);
  await expire(person);
  assert.equal((await visit('/links/renew', { token })).status, 204);
  assert.equal((await reset(await readMailLink(admin, person.id, 'reset'))).status, 204);
});

test('a newer link kills the older one', async () => {
  const { person, token } = await invited();
  await admin.post(`${person.path}/welcome-mail`);
  const second = await readMailLink(admin, person.id, 'activation');
  const { body } = await admin.get<{ items: { id: string }[] }>(`/mail?user=${person.id}`);
  await admin.post(`/mail/${body.items[0]?.id}/resend`);
  const third = await readMailLink(admin, person.id, 'activation');
  assert.equal(new Set([token, second, third]).size, 3);
  for (const dead of [token, second]) assertRefused(await activate(dead), 'links.invalid');
  assert.equal((await activate(third)).status, 204);
});

test('a reset link dies with a newer one, a new password, and a new address', async () => {
  const ways: ((person: Made) => Promise<unknown>)[] = [
    async (person) => {
      await waitMinute(person);
      await forgot(person);
    },
    (person) => admin.post(`${person.path}/password`, { password: another }),
    async (person) =>
      (await world.signIn(person.email)).put('/me/password', { current: password, password: another }),
    (person) => admin.patch(person.path, { email: `weg.${person.id}@zonnig.example`, emailAtOnce: true }),
    async (person) => confirm(await newAddress(person)),
  ];
  for (const [i, change] of ways.entries()) {
    const person = await aPerson(world);
    const token = await forgot(person);
    await change(person);
    assertRefused(await reset(token), 'links.invalid', `way ${i}`);
  }
});

test('an activation link dies with an activation, a password that was set, and a new address', async () => {
  const ways: ((person: Made) => Promise<unknown>)[] = [
    (person) => admin.post(`${person.path}/password`, { password: another }),
    (person) => admin.patch(person.path, { email: `weg.${person.id}@zonnig.example` }),
  ];
  for (const change of ways) {
    const { person, token } = await invited();
    await change(person);
    assertRefused(await activate(token), 'links.invalid');
    assertRefused(await inspect(token), 'links.replaced');
  }
});

test('a changed address of somebody pending takes its invitation along', async () => {
  const { person } = await invited();
  const email = `goed.${person.id}@zonnig.example`;
  await admin.patch(person.path, { email });
  const token = await readMailLink(admin, person.id, 'activation');
  assert.equal((await inspect(token)).body.email, email);
  assert.equal((await activate(token)).status, 204);
  assert.equal((await trySignIn(world.visitor(), email, chosen)).status, 200);
});

test('links of people who left, or were erased, do nothing', async () => {
  const endings: ((person: Made) => Promise<unknown>)[] = [
    (person) => admin.post(`${person.path}/deactivate`, { leavesOn: '2026-11-01' }),
    (person) => admin.post(`${person.path}/delete`, { acknowledged: true }),
    // Midnight passes: nobody cleans up.
    (person) =>
      sql`update staff_memberships set leaves_on = starts_on where user_id = ${person.id}`.execute(world.db),
  ];
  for (const [i, end] of endings.entries()) {
    const { person: pending, token } = await invited();
    const active = await aPerson(world);
    const resetToken = await forgot(active);
    const mover = await aPerson(world);
    const emailToken = await newAddress(mover);
    for (const person of [pending, active, mover]) {
      await sql`update staff_memberships set starts_on = '2020-01-01' where user_id = ${person.id}`.execute(
        world.db,
      );
      await end(person);
    }
    for (const answer of [await activate(token), await reset(resetToken), await confirm(emailToken)]) {
      assertRefused(answer, 'links.invalid', `ending ${i}`);
    }
    for (const dead of [token, resetToken, emailToken]) {
      assertRefused(await inspect(dead), 'links.invalid');
      assertRefused(await visit('/links/renew', { token: dead }), 'links.invalid');
    }
  }
});

test('somebody who starts later may activate beforehand, but comes in only then', async () => {
  const { person, token } = await invited();
  await sql`update staff_memberships set starts_on = '2090-01-01' where user_id = ${person.id}`.execute(
    world.db,
  );
  assert.equal((await activate(token)).status, 204);
  assert.equal((await trySignIn(world.visitor(), person.email, chosen)).status, 401);
});

test('a token works for its own purpose only, and not when one character is another', async () => {
  const { token } = await invited();
  const person = await aPerson(world);
  const resetToken = await forgot(person);
  const emailToken = await newAddress(await aPerson(world));
  for (const [use, own] of [
    [activate, token],
    [reset, resetToken],
    [confirm, emailToken],
  ] as const) {
    for (const foreign of [token, resetToken, emailToken].filter((one) => one !== own)) {
      assertRefused(await use(foreign), 'links.invalid');
    }
    const changed = `${own[0] === 'A' ? 'B' : 'A'}${own.slice(1)}`;
    for (const bad of [
      changed,
      own.toLowerCase(),
      `${own} `,
      `${own}=`,
      own.slice(1),
      '',
      newToken(),
      '\u00e9',
      '__proto__',
    ]) {
      assertRefused(await use(bad), 'links.invalid', bad);
    }
    assert.equal((await use(own)).status, 204);
    assertRefused(await use(own), 'links.invalid');
  }
});

test('a password that the policy refuses is refused at its field, with every reason in words, and the link lives on', async () => {
  const person = await aPerson(world, { state: 'pending', firstName: 'Wilhelmina', lastName: 'Oosterhuis' });
  const token = await readMailLink(admin, person.id, 'activation');
  for (const [secret, codes] of [
    ['', ['password.too-short']],
    ['kort', ['password.too-short', 'password.no-digit', 'password.no-upper']],
    ['KORT1', ['password.too-short', 'password.no-lower']],
    ['Welkom01', ['password.common']],
    ['Zomer2026', ['password.common']],
    ['Wilhelmina1', ['password.refused-word']],
    ['Zonnighuis2026', ['password.refused-word']],
    ['x'.repeat(257), ['password.too-long']],
  ] as const) {
    const { status, body } = await activate(token, secret);
    assert.deepEqual([status, body.code], [422, 'passwords.refused'], secret);
    assert.deepEqual(
      body.fields?.map(({ field, code }) => [field, code]),
      codes.map((code) => ['password', code]),
      secret,
    );
    assert.ok(body.fields?.every(({ message }) => message.length > 10 && !message.includes('{')));
  }
  const dutch = await world
    .visitor()
    .post('/activation', { token, password: 'kort' }, { 'accept-language': 'nl' });
  assert.equal(dutch.body.fields?.[0]?.message, 'Gebruik minstens 8 tekens.');
  for (const good of [
    'Zes woorden en 1 ☀️ met spaties',
    'Het paard loopt 3 keer om de oude molen; dan rust het uit, heel lang ☀️🌷',
  ]) {
    const { token } = await invited();
    assert.equal((await activate(token, good)).status, 204, good);
  }
});

test('a reset ends all sessions, keeps the lock, and kills its siblings', async () => {
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  for (const wrong of ['Fout-1', 'Fout-2', 'Fout-3']) await trySignIn(world.visitor(), person.email, wrong);
  const token = await forgot(person);
  assert.equal((await reset(token)).status, 204);
  assert.equal((await client.get('/session')).status, 401);
  assert.notEqual((await readUser(world, person.id)).locked_at, null);
  assert.equal((await trySignIn(world.visitor(), person.email, chosen)).status, 423);
  assert.equal((await admin.post(`${person.path}/unlock`)).status, 200);
  assert.equal((await trySignIn(world.visitor(), person.email, chosen)).status, 200);
});

test('whether an address is known makes no difference to who asks for a reset; others get no mail', async () => {
  const others = [
    await aPerson(world, { state: 'pending' }),
    await aPerson(world, { state: 'starting' }),
    await aPerson(world, { state: 'deactivated' }),
  ];
  const known = await aPerson(world);
  const answers = [];
  for (const email of [
    'niemand@elders.example',
    '',
    'x',
    known.email,
    known.username,
    ...others.map(({ email }) => email),
  ]) {
    const { status, raw, headers } = await visit('/password/forgotten', { email });
    const { date, ...rest } = headers;
    answers.push(JSON.stringify([status, raw, rest]));
  }
  assert.equal(new Set(answers).size, 1);
  await untilFound(async () => assert.equal(await countMails(world, known.id, 'reset'), 1));
  for (const { id } of others) assert.equal(await countMails(world, id, 'reset'), 0);
});

test('ten who ask for the same reset at once send one mail', async () => {
  const person = await aPerson(world);
  await Promise.all(Array.from({ length: 10 }, () => visit('/password/forgotten', { email: person.email })));
  await untilFound(async () => assert.ok((await countMails(world, person.id, 'reset')) > 0));
  await new Promise((wait) => setTimeout(wait, 300));
  assert.equal(await countMails(world, person.id, 'reset'), 1);
});

test('a password set for them opens the door without a link; one that must change opens only that step', async () => {
  const { person } = await invited();
  assert.equal(
    (await admin.post(`${person.path}/password`, { password: another, mustChange: true })).status,
    200,
  );
  const client = await world.signIn(person.email, another);
  assert.deepEqual((await client.get<object>('/session')).body, { next: 'change-password' });
  assert.equal((await client.get('/users')).status, 403);
});

test('whose name was guessed from the address may correct it while activating; others may not', async () => {
  const { body: organisation } = await admin.post<{ id: string }>('/organisations', { name: 'Namen' });
  const { body: member } = await admin.post<{ id: string }>(`/organisations/${organisation.id}/members`, {
    email: 'j.vd.berg@zonnig.example',
    role: 'member',
  });
  const token = await readMailLink(admin, member.id, 'activation');
  const seen = await visit<{ asksName: boolean; lastName: string }>('/links/inspect', { token });
  assert.equal(seen.body.asksName, true);
  const name = { firstName: 'Joris', infix: 'van den', lastName: 'Berg' };
  assert.equal((await visit('/activation', { token, password: chosen, ...name })).status, 204);
  const guessed = await readUser(world, member.id);
  assert.deepEqual(
    [guessed.first_name, guessed.infix, guessed.last_name, guessed.is_name_guessed],
    ['Joris', 'van den', 'Berg', false],
  );
  const { body: history } = await admin.get<{ items: { action: string; changes: { field: string }[] }[] }>(
    `/users/${member.id}/history`,
  );
  const activation = history.items.find(({ action }) => action === 'users.activated');
  assert.ok(activation?.changes.some(({ field }) => field === 'lastName'));

  const known = await invited();
  const asked = await visit<{ asksName: boolean }>('/links/inspect', { token: known.token });
  assert.equal(asked.body.asksName, false);
  assert.equal((await visit('/activation', { token: known.token, password: chosen, ...name })).status, 204);
  assert.equal((await readUser(world, known.person.id)).first_name, 'Noor');
});
