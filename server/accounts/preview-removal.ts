import { type RawBuilder, sql } from 'kysely';
import type { previewRemoval } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { GroupKind } from '../../contract/groups.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Act } from '../act/act.ts';
import { seenOrganisations } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { getVisibleUser, isAbove } from '../members/gate.ts';
import { isOpenToAll, type Touch } from '../members/touch.ts';
import { readSettings } from '../settings/read-settings.ts';
import { listSessionsOf } from '../sign-in/sessions.sql.ts';
import { isOtherAdministrator } from '../users/last-administrator.ts';
import { nameOf } from '../users/name-of.ts';
import { countFutureShifts } from '../work/shifts.sql.ts';

type Counts = Omit<OutputOf<typeof previewRemoval>['counts'], 'sessions' | 'futureShifts'>;

/** What ending this account would do, counted, and what stands in the way. */
export const previewRemovalAct: Act<typeof previewRemoval> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  const user = await getVisibleUser(db, actor, id);
  const above = await isAbove(db, actor, user, day);
  const last = user.is_admin && !(await isOtherAdministrator(db, user.id, day));
  const lastOne: RefusalCode | null = last ? 'users.last-administrator' : null;
  const aboveFor = (touch: Touch) => (above && !isOpenToAll(touch, user) ? 'users.above-you' : null);
  const notToday: RefusalCode | null = user.standing === 'ended' ? 'employment.ended-already' : null;
  const oneself: RefusalCode | null = user.id === actor.userId ? 'users.yourself' : null;
  const verdict = (may: boolean, why: RefusalCode | null) => {
    const reason = may ? why : 'session.not-allowed';
    return { allowed: reason === null, why: reason };
  };
  return {
    name: nameOf(user),
    counts: {
      ...(await countWhatHangsOn(db, user.id, seenOrganisations(actor))),
      sessions: (await listSessionsOf(db, user.id, await readSettings(db))).length,
      futureShifts: await countFutureShifts(db, user.id),
    },
    startsOn: user.starts_on,
    leavesOn: user.leaves_on,
    deactivate: verdict(actor.permissions.has('users.deactivate'), aboveFor('days') ?? lastOne ?? notToday),
    delete: verdict(actor.permissions.has('users.delete'), oneself ?? aboveFor('security') ?? lastOne),
  };
};

async function countWhatHangsOn(db: Db, id: string, seen: string[] | null): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*) from links where user_id = ${id} and used_at is null and revoked_at is null
        and expires_at > now())::int as "openInvitations",
      (select count(*) from mails where user_id = ${id} and state = 'waiting')::int as "waitingMails",
      (select count(*) from role_assignments where user_id = ${id})::int as roles,
      (select count(*) from members where user_id = ${id}
        and ${seen === null ? sql`true` : sql`organisation_id = any(${seen}::uuid[])`})::int as organisations,
      ${linked(id, ['group', 'team'])} as groups, ${linked(id, ['mailbox'])} as mailboxes,
      ${linked(id, ['administration'])} as administrations`.execute(db);
  return rows[0] as Counts;
}

function linked(id: string, kinds: GroupKind[]): RawBuilder<number> {
  return sql`(select count(*) from group_members m join groups g on g.id = m.group_id
    where m.user_id = ${id} and g.kind = any(${kinds}))::int`;
}
