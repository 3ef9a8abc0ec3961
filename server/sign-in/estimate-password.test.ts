import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { estimatePassword } from '../../contract/sign-in.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, readMailLink } from '../../test/people.ts';
import { aGuardedPerson } from '../../test/second-factors.ts';
import { openWorld, type World } from '../../test/world.ts';
import { renewSetupToken } from '../setup/claim.sql.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld({ behindProxy: true });
  admin = await world.signIn();
});
after(() => world.close());

type Estimate = OutputOf<typeof estimatePassword>;
const unknown: Estimate = { level: null, weaknesses: [] };

async function estimate(client: Client, password: string, more = {}): Promise<Estimate> {
  const answer = await client.post<Estimate>('/password/strength', { password, ...more });
  assert.equal(answer.status, 200, answer.raw);
  return answer.body;
}

test('nothing that is refused when it is set is called anything but refused, and the reverse', async () => {
  const person = await aPerson(world, { lastName: 'Hendriks' });
  const client = await world.signIn(person.email);
  const seen = new Set<string | null>();
  for (const password of [
    'kort1A',
    'Hendriks-1985',
    'Hendriks2019!',
    'Zonnighuis-77',
    'Welkom01',
    'Amsterdam1',
    'Utrecht2026!',
    'Boom4Huis',
    'Fiets7Regen',
    'Muis-Kaas-9x',
    'hkq7-Pmzr-w9Yt',
    'Een lange zin over 3 fietsen in de regen',
  ]) {
    const { level } = await estimate(client, password);
    const set = await admin.post(`${person.path}/password`, { password, mustChange: false });
    assert.equal(level === 'refused', set.status !== 200, `${password}: ${level}, ${set.status}`);
    seen.add(level);
    if (set.status === 200) await client.post('/session', { identifier: person.email, password });
  }
  assert.deepEqual([...seen].sort(), ['fair', 'good', 'refused', 'strong']);
});

test('it says what makes a password easier to guess, also by names that are known to the page only', async () => {
  assert.deepEqual((await estimate(admin, 'Waterval-39-mos')).weaknesses, ['word']);
  const named = await estimate(admin, 'Krommenhoek-vuurtoren-7', { words: ['Krommenhoek'] });
  assert.ok(named.weaknesses.includes('about-you'));
  assert.equal((await estimate(admin, 'Krommenhoek1', { words: ['Krommenhoek'] })).level, 'refused');
});

test('only who chooses a password is answered: in a session or by a living link', async () => {
  const password = 'hkq7-Pmzr-w9Yt';
  const visitor = world.visitor();
  assert.deepEqual(await estimate(visitor, password), unknown);
  assert.deepEqual(await estimate(visitor, password, { token: 'x'.repeat(43) }), unknown);
  const invited = await aPerson(world, { state: 'pending' });
  const token = await readMailLink(admin, invited.id);
  assert.equal((await estimate(visitor, password, { token })).level, 'strong');
  assert.equal((await visitor.post('/activation', { token, password })).status, 204);
  assert.deepEqual(await estimate(visitor, password, { token }), unknown);
});

test('at the first run its token opens it, until the installation is claimed', async () => {
  const fresh = await openWorld({ claimed: false });
  try {
    const token = (await renewSetupToken(fresh.db)) ?? '';
    const password = 'Krommenhoek-vuurtoren-7';
    const named = await estimate(fresh.visitor(), password, { token, words: ['Krommenhoek'] });
    assert.ok(named.weaknesses.includes('about-you'), `${named.level}: ${named.weaknesses}`);
    await fresh.db
      .updateTable('installation')
      .set({ claimed_at: Temporal.Now.instant().toString() })
      .execute();
    assert.deepEqual(await estimate(fresh.visitor(), password, { token }), unknown);
  } finally {
    await fresh.close();
  }
});

test('NIST asks for 15 characters, and for 8 of whoever has a second factor, wherever a password is set', async () => {
  const { body: settings } = await admin.get<{ passwordPolicy: object }>('/settings');
  const passwordPolicy = { ...settings.passwordPolicy, preset: 'nist' };
  assert.equal((await admin.patch('/settings', { passwordPolicy })).status, 200);
  const short = 'hkq7Pmzr';
  const guarded = await aGuardedPerson(world);
  assert.equal((await estimate(guarded.first, short)).level, 'good');
  assert.equal((await estimate(admin, short, { twoFactor: true })).level, 'good');
  const set = { password: short, mustChange: false };
  assert.equal((await admin.post(`${guarded.path}/password`, set)).status, 200);
  const plain = await aPerson(world);
  const client = await world.signIn(plain.email);
  assert.equal((await estimate(client, short)).level, 'refused');
  assert.equal((await admin.post(`${plain.path}/password`, set)).status, 422);
  assert.equal((await admin.patch('/settings', { passwordPolicy: settings.passwordPolicy })).status, 200);
});

test('nothing of it reaches the log', async () => {
  await estimate(admin, 'Geheimpje-88-vos');
  assert.ok(!world.log.some((line) => line.includes('Geheimpje')));
});
