import { sql } from 'kysely';
import type { getOverview } from '../../contract/overview.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readMailServer } from '../settings/mail-server.ts';
import { countStates } from './count-circles.ts';

/** What needs attention today; null where the actor may not see such things. */
export const getOverviewAct: Act<typeof getOverview> = async (db, actor) => {
  const day = await ensureToday(db);
  const seesUsers = actor.permissions.has('users.view');
  const seesMail = actor.permissions.has('mail.view');
  const demo = await db
    .selectFrom('organisations')
    .select('id')
    .where('is_demo', '=', true)
    .executeTakeFirst();
  return {
    ...(seesUsers ? await countPeople(db, actor, day) : noPeople),
    ...(seesMail ? await countMail(db) : { failedMail: null, waitingMail: null }),
    personnelFiles: actor.permissions.has('integrations.manage') ? await countTroubledFiles(db) : null,
    mailServer: (await readMailServer(db)) !== null,
    demo: demo !== undefined && actor.admin,
  };
};

type People = Record<keyof typeof noPeople, number>;

const noPeople = {
  billed: null,
  unbilled: null,
  pending: null,
  starting: null,
  locked: null,
  pendingExpired: null,
  leavingSoon: null,
};

async function countPeople(db: Db, actor: Actor, day: string): Promise<People> {
  const visible = visibleUsers(actor) ?? sql`true`;
  const soon = Temporal.PlainDate.from(day).add({ days: 30 }).toString();
  const { rows } = await sql<People>`
    select
      (select count(*) from users u where u.locked_at is not null and ${visible})::int as locked,
      (select count(*) from users u where u.state = 'pending' and ${visible} and not exists (
        select 1 from links l where l.user_id = u.id and l.purpose = 'activation'
          and l.used_at is null and l.revoked_at is null and l.expires_at > now()
      ))::int as "pendingExpired",
      (select count(*) from users u where u.standing = 'present' and u.leaves_on is not null
        and u.leaves_on <= ${soon}::date and ${visible})::int as "leavingSoon"`.execute(db);
  const states = await countStates(db, actor);
  const pending = states.pending ?? 0;
  const starting = states.starting ?? 0;
  return {
    ...(rows[0] as People),
    billed: pending + (states.active ?? 0),
    unbilled: starting + (states.deactivated ?? 0),
    pending,
    starting,
  };
}

async function countTroubledFiles(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from personnel_files where trouble is not null`.execute(db);
  return rows[0]?.count ?? 0;
}

async function countMail(db: Db): Promise<{ failedMail: number; waitingMail: number }> {
  const { rows } = await sql<{ failedMail: number; waitingMail: number }>`
    select
      (select count(*) from mails where state = 'failed')::int as "failedMail",
      (select count(*) from mails where state = 'waiting')::int as "waitingMail"`.execute(db);
  return rows[0] as { failedMail: number; waitingMail: number };
}
