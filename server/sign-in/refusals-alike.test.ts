import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { aPerson } from '../../test/people.ts';
import { openWorld, password, type World } from '../../test/world.ts';
import { nobody } from '../act/actor.ts';
import { signInAct } from './sign-in.ts';

let world: World;
before(async () => {
  world = await openWorld({ fullHashes: true });
});
after(() => world.close());

type Work = { statements: number; decoys: number };

/** What the database is asked while somebody is refused. */
async function refuse(identifier: string, secret: string): Promise<Work> {
  const work = { statements: 0, decoys: 0 };
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      work.statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const actor = nobody('en', { address: '198.51.100.7', device: null });
  const before = await noted();
  await assert.rejects(signInAct(world.db.withPlugin(counting), actor, { identifier, password: secret }));
  work.decoys = (await noted()) - before;
  return work;
}

/** How many decoys were written. */
async function noted(): Promise<number> {
  const { times } = await world.db
    .selectFrom('refusals')
    .select(({ fn }) => fn.sum<string>('times').as('times'))
    .executeTakeFirstOrThrow();
  return Number(times);
}

test('every refusal asks the database the same number of times, and where nothing is counted a decoy is written', async () => {
  const [active, pending, starting, deactivated, locked] = [
    await aPerson(world),
    await aPerson(world, { state: 'pending' }),
    await aPerson(world, { state: 'starting' }),
    await aPerson(world, { state: 'deactivated' }),
    await aPerson(world),
  ];
  for (const secret of ['Fout-1', 'Fout-2', 'Fout-3']) await refuse(locked.email, secret);
  const roads: [string, Work][] = [];
  const walk = async (name: string, identifier: string, secret = 'Iets-anders-1') => {
    roads.push([name, await refuse(identifier, secret)]);
  };
  await walk('unknown', 'niemand@elders.example');
  await walk('wrong', active.email);
  await walk('the same wrong one again', active.email);
  await walk('pending', pending.email, password);
  await walk('starting', starting.email, password);
  await walk('deactivated', deactivated.email, password);
  for (const turn of [1, 2, 3]) await walk(`locked, check ${turn}`, locked.email);
  await walk('locked, no check left', locked.email);
  await walk('locked, right', locked.email, password);
  for (const [name, work] of roads) {
    // Instead of the place that a password is checked in, and instead of what is counted afterwards.
    const decoys = /wrong/.test(name) ? 0 : /check \d/.test(name) ? 1 : 2;
    assert.deepEqual(work, { statements: 2, decoys }, name);
  }
});
