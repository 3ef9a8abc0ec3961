import type { changeShift, createShift, deleteShift, getShift } from '../../contract/schedule.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { findGroup } from '../groups/groups.sql.ts';
import { momentOf } from '../lib/wall-times.ts';
import { assertEverywhere, getVisibleUser } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { judgeShift } from './judge-shifts.ts';
import { deleteShiftRow, findShift, insertShift, type StoredShift, updateShift } from './shifts.sql.ts';

export const getShiftAct: Act<typeof getShift> = async (db, actor, { id }) => {
  const { timeZone } = await readSettings(db);
  return judgeShift(db, timeZone, await getStored(db, actor, timeZone, id));
};

export const createShiftAct: Act<typeof createShift> = async (db, actor, { team, ...given }) => {
  const { timeZone } = await readSettings(db);
  const times = momentsOf(given, timeZone);
  return transact(db, async (transaction) => {
    await assertMayPlan(transaction, actor, given.user);
    if ((await findGroup(transaction, team))?.kind !== 'team') throw refuseField('groups.unknown', 'team');
    const id = await insertShift(transaction, team, { ...given, ...times });
    const made = await getStored(transaction, actor, timeZone, id);
    const answer = await judgeShift(transaction, timeZone, made);
    await record(
      transaction,
      actor,
      'shifts.created',
      made,
      changesBetween(nothing, await tell(transaction, made)),
    );
    return answer;
  });
};

export const changeShiftAct: Act<typeof changeShift> = async (db, actor, { id, version, ...given }) => {
  const { timeZone } = await readSettings(db);
  return transact(db, async (transaction) => {
    const before = await getStored(transaction, actor, timeZone, id);
    assertVersion(before, version);
    const { user, activity, startsAt, endsAt } = { ...before, ...given };
    if (given.user !== undefined && given.user !== before.user) {
      await assertMayPlan(transaction, actor, user);
    }
    const moved = given.startsAt !== undefined || given.endsAt !== undefined;
    const times = moved ? momentsOf({ startsAt, endsAt }, timeZone) : storedMoments(before);
    const same = before.user === user && before.activity === activity;
    const asBefore = storedMoments(before);
    if (same && times.starts.equals(asBefore.starts) && times.ends.equals(asBefore.ends)) {
      return judgeShift(transaction, timeZone, before);
    }
    await updateShift(transaction, id, { user, activity, ...times });
    const after = await getStored(transaction, actor, timeZone, id);
    const answer = await judgeShift(transaction, timeZone, after);
    const changes = changesBetween(await tell(transaction, before), await tell(transaction, after));
    await record(transaction, actor, 'shifts.changed', after, changes);
    return answer;
  });
};

export const deleteShiftAct: Act<typeof deleteShift> = async (db, actor, { id, version }) => {
  const { timeZone } = await readSettings(db);
  await transact(db, async (transaction) => {
    const shift = await getStored(transaction, actor, timeZone, id);
    assertVersion(shift, version);
    const changes = changesBetween(await tell(transaction, shift), nothing);
    await deleteShiftRow(transaction, id);
    await record(transaction, actor, 'shifts.deleted', shift, changes);
  });
  return undefined;
};

async function getStored(db: Db, actor: Actor, timeZone: string, id: string): Promise<StoredShift> {
  const shift = await findShift(db, timeZone, id, visibleUsers(actor));
  if (!shift) throw new Refused('shifts.not-found');
  return shift;
}

function assertVersion(shift: StoredShift, seen: number | undefined): void {
  if (seen !== undefined && seen !== shift.version) {
    throw new Refused('request.stale', { values: { current: shift.version } });
  }
}

/** Open shifts are everybody's, so they are for who plans everybody. */
async function assertMayPlan(db: Db, actor: Actor, user: string | null): Promise<void> {
  if (user === null) assertEverywhere(actor, 'schedule.change');
  else await getVisibleUser(db, actor, user);
}

function momentsOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }, timeZone: string) {
  const starts = momentOf(startsAt, timeZone);
  if (!starts) throw refuseField('shifts.no-such-time', 'startsAt');
  const ends = momentOf(endsAt, timeZone, starts);
  if (!ends) throw refuseField('shifts.no-such-time', 'endsAt');
  return { starts, ends };
}

function storedMoments({ from, until }: StoredShift) {
  return {
    starts: Temporal.Instant.fromEpochMilliseconds(from * 60_000),
    ends: Temporal.Instant.fromEpochMilliseconds(until * 60_000),
  };
}

type Told = Record<'employee' | 'activity' | 'startsAt' | 'endsAt', unknown>;
const nothing: Told = { employee: null, activity: null, startsAt: null, endsAt: null };

/** For the audit: people by their number, which names nobody when they are gone. */
async function tell(db: Db, { user, activity, startsAt, endsAt }: StoredShift): Promise<Told> {
  const person = user
    ? await db.selectFrom('users').select('number').where('id', '=', user).executeTakeFirst()
    : undefined;
  const kind = await db.selectFrom('activities').select('name').where('id', '=', activity).executeTakeFirst();
  const number = person ? String(person.number) : null;
  return { employee: number, activity: kind?.name ?? null, startsAt, endsAt };
}

async function record(
  db: Db,
  actor: Actor,
  action: string,
  { id, user }: StoredShift,
  changes: Change[],
): Promise<void> {
  await recordDeeds(db, actor, [{ action, target: { kind: 'shift', id }, about: user, changes }]);
}
