import { nobody } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { insertStaffMemberships, listStaffMemberships } from '../../server/employment/employment.sql.ts';
import { hashPassword } from '../../server/lib/hash-passwords.ts';
import { upsertCredential } from '../../server/sign-in/credentials.sql.ts';
import { identify } from '../../server/sign-in/identify.ts';
import { insertSession } from '../../server/sign-in/sessions.sql.ts';
import { signInAct } from '../../server/sign-in/sign-in.ts';
import { crowdAtTheDoor } from './crowd-at-the-door.ts';
import { medianOf, short } from './measure.ts';
import type { Topic } from './topic.ts';

const tries = 200;
const origin = { address: null, device: null };
const password = 'Kastanje-7-fluit';
const refusedStates = ['pending', 'starting', 'deactivated'] as const;

type State = 'active' | (typeof refusedStates)[number];
type Somebody = { id: string; email: string };

async function findSome({ db }: Database, state: State, count: number): Promise<Somebody[]> {
  return db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('state', '=', state)
    .where('locked_at', 'is', null)
    .where('two_factor_on', '=', false)
    .orderBy('number')
    .limit(count)
    .execute();
}

async function findOne(database: Database, state: State): Promise<Somebody> {
  const [somebody] = await findSome(database, state, 1);
  if (!somebody) throw new Error(`Nobody is ${state}.`);
  return somebody;
}

async function setLocked({ db }: Database, { id }: Somebody, locked: boolean): Promise<void> {
  const at = locked ? Temporal.Now.instant().toString() : null;
  await db.updateTable('users').set({ locked_at: at }).where('id', '=', id).execute();
}

/** What it costs to find out who asks and what they may, in milliseconds. */
async function askWho({ db }: Database, { id }: Somebody): Promise<number> {
  const { token } = await insertSession(db, id, null, origin);
  const times: number[] = [];
  for (let i = 0; i < 2000; i += 1) {
    const began = performance.now();
    await identify(db, { session: token }, null, origin);
    times.push(performance.now() - began);
  }
  return medianOf(times);
}

/** The middle time of a refusal for each reason. They take turns, so that whatever else the machine does hits all. */
async function timeRefusals(
  { db }: Database,
  named: Record<string, string>,
): Promise<Record<string, number>> {
  const times = Object.entries(named).map(([name, email]) => ({ name, email, taken: [] as number[] }));
  for (let i = 0; i < tries; i += 1) {
    for (const { email, taken } of times) {
      // A network of its own each time: it is noted, as everybody's is, and never slowed down.
      const address = `10.${i >> 8}.${i & 255}.${times.findIndex((one) => one.email === email)}`;
      const began = performance.now();
      await signInAct(db, nobody('en', { address, device: 'bench' }), {
        identifier: email,
        password: 'Iets-anders-1',
      }).catch(() => undefined);
      taken.push(performance.now() - began);
    }
  }
  return Object.fromEntries(times.map(({ name, taken }) => [name, medianOf(taken)]));
}

/** The session of a request, the time of a refusal, and many at once. */
export const doors: Topic = {
  name: 'doors',
  run: async (stage) => {
    const sessions: string[][] = [];
    const answers: string[][] = [];
    const crowds: string[][] = [];
    const stored = await hashPassword(password);
    for (const kind of ['embedded', 'postgres'] as const) {
      const database = await stage.open(kind, 1000);
      const [active, locked, ...many] = await findSome(database, 'active', 202);
      if (!active || !locked) throw new Error('Nobody is active.');
      const others = await Promise.all(refusedStates.map((state) => findOne(database, state)));
      for (const { id } of [active, locked, ...many, ...others]) {
        await upsertCredential(database.db, id, { hash: stored, needsSecondFactor: false }, false);
      }
      // The made-up people have none, and nobody comes in without.
      for (const { id } of [active, locked, ...many]) {
        if ((await listStaffMemberships(database.db, id)).length === 0) {
          await insertStaffMemberships(database.db, [{ userId: id, startsOn: '2020-01-01', leavesOn: null }]);
        }
      }
      const who = await askWho(database, active);
      sessions.push([kind, `${short(who)} ms`, who <= 1 ? 'yes' : 'no']);
      await setLocked(database, locked, true);
      const times = await timeRefusals(database, {
        wrong: active.email,
        unknown: 'niemand@elders.example',
        locked: locked.email,
        ...Object.fromEntries(refusedStates.map((state, i) => [state, others[i]?.email ?? ''])),
      });
      await setLocked(database, locked, false);
      const all = Object.values(times);
      const apart = Math.max(...all) / Math.min(...all) - 1;
      answers.push([
        kind,
        ...all.map((time) => `${short(time)} ms`),
        `${(apart * 100).toFixed(1)} %`,
        apart < 0.05 ? 'yes' : 'no',
      ]);
      const crowd = await crowdAtTheDoor(
        database,
        many.map(({ email }) => ({ identifier: email, password })),
      );
      crowds.push([
        kind,
        String(crowd.in),
        String(crowd.told),
        String(crowd.other),
        `${short(crowd.seconds)} s`,
        `${Math.round(crowd.memory)} MB`,
        crowd.other === 0 && crowd.memory < 150 ? 'yes' : 'no',
      ]);
    }
    return [
      {
        title: 'Who asks, and what they may',
        columns: ['database', 'middle', 'reached'],
        rows: sessions,
        about: ['Middle of 2,000 requests with a session, one after the other. To reach: 1 ms.'],
      },
      {
        title: 'The time of a refused sign-in',
        columns: ['database', 'wrong', 'unknown', 'locked', ...refusedStates, 'apart', 'reached'],
        rows: answers,
        about: [`Middles of ${tries} tries each, in turns. To reach: less than 5 % apart.`],
      },
      {
        title: '200 people who sign in at once',
        columns: ['database', 'came in', 'told to wait', 'neither', 'within', 'memory more', 'reached'],
        rows: crowds,
        about: [
          'Each from an address of their own. To reach: everybody comes in or is told to wait (429 or 503 with Retry-After), and no more than 150 MB of memory beside what was in use.',
        ],
      },
    ];
  },
};
