import type { changeShift, createShift, deleteShift, getShift } from '../../contract/schedule.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { momentOf } from '../lib/wall-times.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { judgeShift } from './judge-shifts.ts';
import { assertMayPlan, planShifts } from './plan-shifts.ts';
import { deleteShiftRow, findShift, type StoredShift, updateShift } from './shifts.sql.ts';
import { nothing, tellShifts } from './tell-shifts.ts';

export const getShiftAct: Act<typeof getShift> = async (db, actor, { id }) => {
  const { timeZone } = await readSettings(db);
  return judgeShift(db, timeZone, await getStored(db, actor, timeZone, id));
};

export const createShiftAct: Act<typeof createShift> = async (db, actor, { team, ...given }) => {
  const { timeZone } = await readSettings(db);
  const times = momentsOf(given, timeZone);
  return transact(db, async (transaction) => {
    const [made] = await planShifts(transaction, actor, timeZone, team, [{ ...given, ...times }]);
    return judgeShift(transaction, timeZone, made as StoredShift);
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
    const asBefore = storedMoments(before);
    const times = changedMoments(before, asBefore, { startsAt, endsAt }, timeZone);
    const same = before.user === user && before.activity === activity;
    if (same && times.starts.equals(asBefore.starts) && times.ends.equals(asBefore.ends)) {
      return judgeShift(transaction, timeZone, before);
    }
    await updateShift(transaction, id, { user, activity, ...times });
    const after = await getStored(transaction, actor, timeZone, id);
    const answer = await judgeShift(transaction, timeZone, after);
    const told = await tellShifts(transaction, [before, after]);
    const changes = changesBetween(told[0] ?? nothing, told[1] ?? nothing);
    await record(transaction, actor, 'shifts.changed', after, changes);
    return answer;
  });
};

export const deleteShiftAct: Act<typeof deleteShift> = async (db, actor, { id, version }) => {
  const { timeZone } = await readSettings(db);
  await transact(db, async (transaction) => {
    const shift = await getStored(transaction, actor, timeZone, id);
    assertVersion(shift, version);
    const [told = nothing] = await tellShifts(transaction, [shift]);
    const changes = changesBetween(told, nothing);
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

function momentsOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }, timeZone: string): Moments {
  const starts = momentOf(startsAt, timeZone);
  if (!starts) throw refuseField('shifts.no-such-time', 'startsAt');
  const ends = momentOf(endsAt, timeZone, starts);
  if (!ends) throw refuseField('shifts.no-such-time', 'endsAt');
  return { starts, ends };
}

/** What stays the same on the clock stays the same moment, also in the hour that comes twice. */
function changedMoments(
  before: StoredShift,
  stored: Moments,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  timeZone: string,
): Moments {
  const sameStart = startsAt === before.startsAt;
  if (sameStart && endsAt === before.endsAt) return stored;
  const starts = sameStart ? stored.starts : momentOf(startsAt, timeZone);
  if (!starts) throw refuseField('shifts.no-such-time', 'startsAt');
  const ends = endsAt === before.endsAt ? stored.ends : momentOf(endsAt, timeZone, starts);
  if (!ends) throw refuseField('shifts.no-such-time', 'endsAt');
  return { starts, ends };
}

type Moments = { starts: Temporal.Instant; ends: Temporal.Instant };

function storedMoments({ from, until }: StoredShift): Moments {
  return {
    starts: Temporal.Instant.fromEpochMilliseconds(from * 60_000),
    ends: Temporal.Instant.fromEpochMilliseconds(until * 60_000),
  };
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
