import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type BulkAct, startBulk } from '../../contract/bulk.ts';
import { listUsers } from '../../contract/users.ts';
import { type Actor, system } from '../../server/act/actor.ts';
import { prepareBulkAct } from '../../server/bulk/prepare-bulk.ts';
import { getBulkAct } from '../../server/bulk/read-bulk.ts';
import { startBulkAct } from '../../server/bulk/start-bulk.ts';
import { workOnRuns } from '../../server/bulk/work-on-runs.ts';
import type { Database } from '../../server/db/connect.ts';
import { listUsersAct } from '../../server/directory/list-users.ts';
import { actorLater } from '../../server/sign-in/actor-later.ts';
import { short } from './measure.ts';
import type { Topic } from './topic.ts';

const people = Number(process.env.MUSTER_BENCH_PEOPLE ?? 10_000);

/** Somebody among the made-up people who may do everything. */
async function anAdministrator({ db }: Database): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`
    update users set is_admin = true, activated_at = now()
    where id = (select id from users order by number limit 1) returning id`.execute(db);
  const id = rows[0]?.id ?? '';
  await sql`insert into staff_memberships (id, user_id, starts_on)
    select gen_random_uuid(), ${id}::uuid, '2020-01-01'
    where not exists (select from staff_memberships where user_id = ${id}::uuid)`.execute(db);
  const actor = await actorLater(db, id, { address: null, device: null });
  return actor ?? system();
}

type Watched = { seconds: number; listed: number[]; still: number };

/** Works until nothing is left; meanwhile reads the first page of the list, and how far it is, again and again. */
async function watch({ db }: Database, actor: Actor, id: string): Promise<Watched> {
  const input = listUsers.input.parse({ billed: 'true' });
  const began = performance.now();
  const listed: number[] = [];
  let [busy, still, seen, moved] = [true, 0, -1, began];
  const work = workOnRuns(db).finally(() => {
    busy = false;
  });
  while (busy) {
    const asked = performance.now();
    await listUsersAct(db, actor, input);
    listed.push(performance.now() - asked);
    const { counts } = await getBulkAct(db, actor, { id });
    const now = counts.waiting * people + counts.fits;
    if (now !== seen) [seen, moved] = [now, performance.now()];
    still = Math.max(still, performance.now() - moved);
    await pause(100);
  }
  await work;
  return { seconds: (performance.now() - began) / 1000, listed: listed.sort((a, b) => a - b), still };
}

/** A deed to 10,000 people, and what the rest of the program feels of it. */
export const bulk: Topic = {
  name: 'bulk',
  run: async (stage) => {
    const rows = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const database = await stage.open(kind, people);
      const actor = await anAdministrator(database);
      const timeZone = `Etc/GMT+${1 + (Math.floor(Date.now() / 1000) % 12)}`;
      const act: BulkAct = { deed: 'set-time-zone', timeZone };
      const { id } = await prepareBulkAct(database.db, actor, { act, people: { matching: {} } });
      for (const what of ['preview', 'run']) {
        if (what === 'run') await startBulkAct(database.db, actor, startBulk.input.parse({ id }));
        const { seconds, listed, still } = await watch(database, actor, id);
        const p95 = listed[Math.floor(listed.length * 0.95)] ?? 0;
        const rate = `${Math.round(people / seconds)}/s`;
        const reached = p95 <= 100 && still <= 1000 ? 'yes' : 'no';
        rows.push([kind, what, rate, `${short(p95)} ms`, `${short(still / 1000)} s`, reached]);
      }
    }
    return [
      {
        title: `One deed to ${people.toLocaleString('en')} people`,
        columns: ['database', 'what', 'people', 'list meanwhile, p95', 'longest without progress', 'reached'],
        rows,
        about: ['To reach: the first page of the users list within 100 ms (p95), progress every second.'],
      },
    ];
  },
};
