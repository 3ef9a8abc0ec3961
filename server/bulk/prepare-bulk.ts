import { sql } from 'kysely';
import { type BulkAct, bulkMaximum, bulkPermissions, type prepareBulk } from '../../contract/bulk.ts';
import type { Act } from '../act/act.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { countStates } from '../directory/count-circles.ts';
import { ask, findRows } from '../directory/find-page.ts';
import { orderOf, type Place } from '../directory/list-order.ts';
import type { Filters } from '../directory/user-filter.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readLinks } from '../groups/read-links.ts';
import { nudge } from '../jobs/leave-job.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { getRoles } from '../roles/roles.sql.ts';
import { bulkQueue } from './bulk.jobs.ts';
import { insertRun } from './bulk.sql.ts';
import { assertPerson, describeRun, getOwnRun } from './describe-run.ts';

/** Fixes who is meant. For whom it can be done is found out in the background, one person at a time. */
export const prepareBulkAct: Act<typeof prepareBulk> = async (db, actor, { act, people }) => {
  assertPerson(actor);
  if (!actor.userId || !holdsSomewhere(actor, bulkPermissions[act.deed])) {
    throw new Refused('session.not-allowed');
  }
  await assertKnown(db, actor, act);
  const users =
    'users' in people
      ? await readUsers(db, actor, people.users)
      : await findMatching(db, actor, people.matching);
  if (users.length === 0) throw new Refused('bulk.nobody');
  const run = { madeBy: actor.userId, act, origin: actor.origin, users };
  const id = await transact(db, async (transaction) => {
    const made = await insertRun(transaction, run);
    await nudge(transaction, bulkQueue);
    return made;
  });
  return describeRun(db, actor, await getOwnRun(db, actor, id));
};

async function assertKnown(db: Db, actor: Actor, act: BulkAct): Promise<void> {
  if ('roles' in act) await getRoles(db, 'installation', act.roles, 'act.roles');
  if ('groups' in act) await readLinks(db, actor, act.groups, 'act.groups');
}

async function readUsers(db: Db, actor: Actor, users: string[]): Promise<string[]> {
  const wanted = [...new Set(users)];
  const { rows } = await sql<{ id: string }>`
    select u.id from users u join user_search s on s.id = u.id
    where u.id = any(${wanted}::uuid[]) and ${visibleUsers(actor) ?? sql`true`} order by s.sort_key, u.id`.execute(
    db,
  );
  if (rows.length === wanted.length) return rows.map(({ id }) => id);
  throw new Refused('users.not-found', { fields: [{ field: 'people', code: 'users.not-found' }] });
}

const batch = 5000;

async function findMatching(db: Db, actor: Actor, filters: Filters): Promise<string[]> {
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, orderOf('name'), { today, counts });
  const found: string[] = [];
  for (let place: Place | null = null; ; ) {
    const { page }: { page: Place[] } = await findRows(db, question, place, batch);
    found.push(...page.map(({ id }) => id));
    if (found.length > bulkMaximum) throw new Refused('bulk.too-many', { values: { maximum: bulkMaximum } });
    place = page.at(-1) ?? null;
    if (page.length < batch) return found;
  }
}
