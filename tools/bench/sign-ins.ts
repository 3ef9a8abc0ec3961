import { nobody } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { insertStaffMemberships, listStaffMemberships } from '../../server/employment/employment.sql.ts';
import { hashPassword, verifyPassword } from '../../server/lib/hash-passwords.ts';
import { upsertCredential } from '../../server/sign-in/credentials.sql.ts';
import { signInAct } from '../../server/sign-in/sign-in.ts';
import { medianOf, short } from './measure.ts';
import type { Topic } from './topic.ts';

const password = 'Kastanje-7-fluit';
// Tries from an address are counted too.
const origin = { address: '198.51.100.7', device: 'bench' };
const people = 40;
const atOnce = 8;
const rounds = 6;
const each = 120;

/** How many of these can be done in a second, so many at the same time. */
async function rate(work: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < each) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (each / (performance.now() - started)) * 1000;
}

async function choosePeople({ db }: Database, stored: string): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('state', '=', 'active')
    .where('locked_at', 'is', null)
    .orderBy('number')
    .limit(people)
    .execute();
  for (const { id } of rows) {
    await upsertCredential(db, id, { hash: stored, needsSecondFactor: false }, false);
    // The made-up people have none, and nobody comes in without.
    if ((await listStaffMemberships(db, id)).length === 0)
      await insertStaffMemberships(db, [{ userId: id, startsOn: '2020-01-01', leavesOn: null }]);
  }
  return rows.map(({ email }) => email);
}

/** Sign-ins with all counting and auditing on, beside bare argon2id with the same parameters on the same cores. */
export const signIns: Topic = {
  name: 'sign-ins',
  run: async (stage) => {
    const stored = await hashPassword(password);
    const rows = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const database = await stage.open(kind, 1000);
      const emails = await choosePeople(database, stored);
      const signIn = (n: number) =>
        signInAct(database.db, nobody('en', origin), {
          identifier: emails[n % emails.length] as string,
          password,
        });
      const bare: number[] = [];
      const whole: number[] = [];
      await rate(signIn);
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await rate(() => verifyPassword(stored, password)));
        whole.push(await rate(signIn));
      }
      const share = medianOf(whole) / medianOf(bare);
      rows.push([
        kind,
        `${short(medianOf(bare))}/s`,
        `${short(medianOf(whole))}/s`,
        `${Math.round(share * 100)} %`,
        share >= 0.95 ? 'yes' : 'no',
      ]);
    }
    return [
      {
        title: 'Sign-ins',
        columns: ['database', 'bare argon2id', 'sign-ins', 'share', 'reached'],
        rows,
        about: [
          `${atOnce} at the same time, middle of ${rounds} rounds of ${each} that take turns; a sign-in counts, begins a session and is written down in the audit log. To reach: 95 %.`,
        ],
      },
    ];
  },
};
