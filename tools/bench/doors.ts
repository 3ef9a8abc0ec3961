import { nobody } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { hashPassword } from '../../server/lib/hash-passwords.ts';
import { upsertCredential } from '../../server/sign-in/credentials.sql.ts';
import { identify } from '../../server/sign-in/identify.ts';
import { insertSession } from '../../server/sign-in/sessions.sql.ts';
import { signInAct } from '../../server/sign-in/sign-in.ts';
import { short } from './measure.ts';
import type { Topic } from './topic.ts';

const tries = 200;
const origin = { address: null, device: null };

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    await work().catch(() => undefined);
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b)[times >> 1] as number;
}

async function findSomebody({ db }: Database, state: 'active' | 'deactivated', n: number) {
  return db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('state', '=', state)
    .where('locked_at', 'is', null)
    .orderBy('number')
    .offset(n)
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** What it costs to find out who asks and what they may; and whether the time of a refusal tells who has an account. */
export const doors: Topic = {
  name: 'doors',
  run: async (stage) => {
    const sessions: string[][] = [];
    const answers: string[][] = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const database = await stage.open(kind, 1000);
      const { db } = database;
      const active = await findSomebody(database, 'active', 60);
      const locked = await findSomebody(database, 'active', 61);
      const ended = await findSomebody(database, 'deactivated', 0);
      for (const { id } of [active, locked, ended]) {
        await upsertCredential(db, id, await hashPassword('Kastanje-7-fluit'), false);
      }
      await db
        .updateTable('users')
        .set({ locked_at: Temporal.Now.instant().toString() })
        .where('id', '=', locked.id)
        .execute();
      const { token } = await insertSession(db, active.id, null, origin);
      const who = await medianOf(2000, () => identify(db, { session: token }, null, origin));
      sessions.push([kind, `${short(who)} ms`, who <= 1 ? 'yes' : 'no']);
      const attempt = (identifier: string) => () =>
        signInAct(db, nobody('en'), { identifier, password: 'Iets-anders-1' });
      const times = {
        wrong: await medianOf(tries, attempt(active.email)),
        unknown: await medianOf(tries, attempt('niemand@elders.example')),
        locked: await medianOf(tries, attempt(locked.email)),
        deactivated: await medianOf(tries, attempt(ended.email)),
      };
      const all = Object.values(times);
      const spread = Math.max(...all) / Math.min(...all) - 1;
      answers.push([
        kind,
        ...all.map((time) => `${short(time)} ms`),
        `${(spread * 100).toFixed(1)} %`,
        spread < 0.05 ? 'yes' : 'no',
      ]);
      await db.updateTable('users').set({ locked_at: null }).where('id', '=', locked.id).execute();
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
        columns: ['database', 'wrong', 'unknown', 'locked', 'deactivated', 'apart', 'reached'],
        rows: answers,
        about: [`Middles of ${tries} tries each. To reach: less than 5 % apart.`],
      },
    ];
  },
};
