import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Problem } from '../../contract/refusals.ts';
import type { Answer } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let people: Made[];

before(async () => {
  world = await openWorld({ behindProxy: true });
  people = [];
  for (let i = 0; i < 30; i += 1) people.push(await aPerson(world));
});
after(() => world.close());

const person = (n: number): Made => people[n % people.length] as Made;

async function tryFrom(address: string, identifier: string, secret: string): Promise<Answer> {
  const client = world.visitor(address);
  return (await trySignIn(client, identifier, secret)) as unknown as Answer<Problem>;
}

/** Twenty accounts that were tried in vain, none of them there: all that a network may do without waiting. */
async function useUp(address: string): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    assert.equal((await tryFrom(address, `niemand.${i}@elders.example`, 'Fout-1')).status, 401);
  }
}

async function countLocked(): Promise<number> {
  const rows = await world.db.selectFrom('users').select('id').where('locked_at', 'is not', null).execute();
  return rows.length;
}

test('one address that sprays a thousand accounts again and again locks nobody and is told to wait', async () => {
  let tried = 0;
  for (const round of [1, 2, 3]) {
    for (let i = 0; i < 1000; i += round === 1 ? 1 : 25) {
      const named = i < people.length ? person(i).email : `persoon.${i}@elders.example`;
      const answer = await tryFrom('198.51.100.1', named, `Lente-2026-${round}`);
      if (answer.status === 401) tried += 1;
      else {
        assert.deepEqual([answer.status, answer.body.code], [429, 'session.slow-down']);
        const seconds = Number(answer.headers['retry-after']);
        assert.ok(seconds > 0 && seconds <= 30, `${seconds}`);
      }
    }
  }
  // On a slow machine half minutes go by, each with one more try.
  assert.ok(tried >= 20 && tried < 40, `${tried}`);
  assert.equal(await countLocked(), 0);
});

test('a thousand at once are slowed just the same', async () => {
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, i) => tryFrom('198.51.100.2', `iemand.${i}@elders.example`, 'Fout-1')),
  );
  const tried = answers.filter(({ status }) => status === 401).length;
  // On a slow machine half minutes go by, each with one more try.
  const halfMinutes = Math.floor((performance.now() - began) / 30_000);
  assert.ok(tried >= 20 && tried <= 20 + halfMinutes, `${tried}`);
  assert.equal(answers.filter(({ status }) => status === 429).length, 1000 - tried);
});

test('who has to wait may try once every half minute', async () => {
  await useUp('198.51.100.3');
  const at = () => tryFrom('198.51.100.3', person(0).email, 'Fout-1').then(({ status }) => status);
  assert.equal(await at(), 429);
  await sql`update sign_in_tries set tried_at = tried_at - interval '30 seconds' where network = '198.51.100.3'`.execute(
    world.db,
  );
  assert.deepEqual([await at(), await at()], [401, 429]);
  await sql`update sign_in_tries set tried_at = tried_at - interval '1 hour' where network = '198.51.100.3'`.execute(
    world.db,
  );
  assert.deepEqual([await at(), await at()], [401, 401]);
});

test('the wait says nothing about who has an account', async () => {
  await useUp('198.51.100.4');
  const known = await tryFrom('198.51.100.4', person(1).email, password);
  const unknown = await tryFrom('198.51.100.4', 'niemand.hier@zonnig.example', password);
  assert.equal(known.raw.replace(/\d+ seconds?/, ''), unknown.raw.replace(/\d+ seconds?/, ''));
  assert.equal(known.status, 429);
});

test('people who sign in successfully are no spray, however many share one address', async () => {
  for (let i = 0; i < 30; i += 1) {
    assert.equal((await tryFrom('198.51.100.5', person(i).email, password)).status, 200);
  }
});

test('a known device need not wait, whatever its neighbours do', async () => {
  const device = world.visitor('198.51.100.6');
  await trySignIn(device, person(2).email, password);
  await useUp('198.51.100.6');
  assert.equal((await trySignIn(device, person(2).email, password)).status, 200);
  assert.equal((await tryFrom('198.51.100.6', person(3).email, password)).status, 429);
});

test('of IPv6 the first 64 bits count, because everybody has all addresses behind them', async () => {
  for (let i = 0; i < 20; i += 1) await tryFrom(`2001:db8:1:2::${i + 1}`, `niemand.${i}`, 'Fout-1');
  assert.equal((await tryFrom('2001:db8:1:2:ffff::1', 'niemand.x', 'Fout-1')).status, 429);
  assert.equal((await tryFrom('2001:db8:1:3::1', 'niemand.x', 'Fout-1')).status, 401);
});

test('one account under its names in capitals and with spaces is one account', async () => {
  for (let i = 0; i < 30; i += 1) {
    const named = `${' '.repeat(i % 3)}${i % 2 ? 'Niemand' : 'NIEMAND'}@elders.example`;
    assert.equal((await tryFrom('198.51.100.7', named, `Fout-${i}`)).status, 401);
  }
});

test('nothing that was typed is stored of a try', async () => {
  await tryFrom('198.51.100.8', 'Wachtwoord-in-het-verkeerde-veld-7', 'x');
  const { rows } = await sql<{ account: string }>`
    select account from sign_in_tries where network = '198.51.100.8'`.execute(world.db);
  assert.match(rows[0]?.account ?? '', /^[0-9a-f]{8}$/);
});
