import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';
import { nobody } from '../act/actor.ts';
import { describeDeeds } from '../audit/record-deeds.ts';
import { knockOf, openSignIn } from './candidate.sql.ts';
import { beginSession } from './sessions.sql.ts';
import { withPlace } from './take-place.ts';

let world: World;

before(async () => {
  world = await openWorld({ fullHashes: true });
});
after(() => world.close());

const origin = { address: '198.51.100.7', device: null };
const lanes = 8;
const each = 25;

test('while some take a place for a person, others begin a session of the same: none waits for the other in a circle', async () => {
  const { db } = world;
  const { id, email } = await aPerson(world);
  const actor = nobody('en', origin);
  const knock = knockOf(actor, email);
  const deeds = describeDeeds({ ...actor, kind: 'user', userId: id }, [
    { action: 'session.signed-in', target: { kind: 'user', id }, about: id },
  ]);
  const begin = async (mark: string | null) => {
    assert.ok(mark);
    const session = { userId: id, checked: 1, mark, nextStep: null, deviceId: null, knock, deeds };
    return (await beginSession(db, session, origin)).verdict;
  };
  // As signing in does it, without the slow hash between: so the two statements meet as often as they can.
  const signIn = async () => {
    const { found } = await openSignIn(db, email, [], knock);
    return found?.mark ? begin(found.mark) : withPlace(db, { userId: id, deviceId: null }, 3, begin);
  };
  const verdicts: string[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let i = 0; i < each; i += 1) verdicts.push(await signIn());
    }),
  );
  assert.deepEqual([...new Set(verdicts)], ['right']);
});
