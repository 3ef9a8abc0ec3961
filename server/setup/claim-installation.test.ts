import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { administrator, openWorld, password, type World } from '../../test/world.ts';
import { walkChain } from '../audit/verify-audit.ts';
import { newToken } from '../lib/tokens.ts';
import { renewSetupToken } from './claim.sql.ts';
import { startDemo } from './start-demo.ts';

let world: World;
let token: string;

beforeEach(async () => {
  world = await openWorld({ claimed: false });
  token = (await renewSetupToken(world.db)) ?? '';
});
afterEach(() => world.close());

const claim = (input: object = {}) => world.visitor().post('/setup', { ...administrator, token, ...input });

test('the printed token claims the installation once, signs its first administrator in, and leaves one deed', async () => {
  const client = world.visitor();
  const branding = async () =>
    (await client.get<{ setupNeeded: boolean; organisationName: string }>('/branding')).body;
  assert.equal((await branding()).setupNeeded, true);
  const answer = await client.post('/setup', { ...administrator, token });
  assert.equal(answer.status, 201, answer.raw);
  const { body } = await client.get<{ user: { admin: boolean } }>('/session');
  assert.equal(body.user.admin, true);
  const { rows: never } = await sql`select 1 from users where last_sign_in_at = '-infinity'`.execute(
    world.db,
  );
  assert.equal(never.length, 0, 'whoever sets it up has signed in');
  assert.deepEqual(
    [(await branding()).setupNeeded, (await branding()).organisationName],
    [false, 'Zonnig Huis'],
  );
  const again = await claim({ email: 'dief@elders.example' });
  assert.deepEqual([again.status, again.body.code], [409, 'setup.done-already']);
  const { entries, sound } = await walkChain(world.db);
  assert.deepEqual([entries, sound], [1, true]);
  assert.equal(
    (await world.visitor().post('/session', { identifier: administrator.email, password })).status,
    200,
  );
});

test('without the right token nobody claims it, and nothing is made', async () => {
  const older = token;
  await renewSetupToken(world.db);
  for (const wrong of [older, newToken(), '', 'x', token.toLowerCase(), '\u00e9']) {
    const answer = await claim({ token: wrong });
    assert.deepEqual([answer.status, answer.body.code], [403, 'setup.wrong-token'], wrong);
    // Told before the password is looked at, which is work.
    assert.equal((await claim({ token: wrong, password: 'x' })).body.code, 'setup.wrong-token', wrong);
  }
  const { rows } = await sql`
    select 1 from users union all select 1 from organisations union all select 1 from audit_log`.execute(
    world.db,
  );
  assert.equal(rows.length, 0);
});

test('a weak password or an impossible address is refused at its field, and the token lives on', async () => {
  const weak = await claim({ password: 'Zonnighuis1' });
  assert.deepEqual([weak.status, weak.body.fields?.[0]?.field], [422, 'password']);
  const odd = await claim({ email: 'geen adres' });
  assert.deepEqual([odd.status, odd.body.fields?.[0]?.field], [400, 'email']);
  assert.equal((await claim()).status, 201);
});

test('the demo that is started at the command line leaves nobody signed in', async () => {
  assert.match((await startDemo(world.db))?.password ?? '', /./);
  const { rows } = await sql`select 1 from sessions`.execute(world.db);
  assert.equal(rows.length, 0);
});

test('of ten who claim at once one succeeds, and there is one administrator', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => claim({ email: `ada${i}@zonnig.example` })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  const { rows } = await sql`select 1 from users`.execute(world.db);
  assert.equal(rows.length, 1);
});

test('before it is claimed every other door is shut', async () => {
  const visitor = world.visitor();
  assert.equal((await visitor.post('/session', { identifier: administrator.email, password })).status, 401);
  assert.equal((await visitor.post('/password/forgotten', { email: administrator.email })).status, 204);
  assert.equal((await visitor.get('/users')).status, 401);
});
