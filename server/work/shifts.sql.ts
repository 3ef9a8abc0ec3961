import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RefusalCode } from '../../contract/refusals.ts';
import { Refused, refuseField } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';

/** A shift as it is stored, with its times on the clock of the installation. */
export type StoredShift = {
  id: string;
  team: string | null;
  user: string | null;
  former: boolean;
  activity: string;
  startsAt: string;
  endsAt: string;
  /** Minutes since 1970, for what lasts how long. */
  from: number;
  until: number;
  version: number;
};

export type PlannedShift = {
  user: string | null;
  activity: string;
  starts: Temporal.Instant;
  ends: Temporal.Instant;
};

const columns = (timeZone: string) => sql`
  s.id, s.team_id as team, s.user_id as "user", s.is_former as former, s.activity_id as activity, s.version,
  s.starts_at at time zone ${timeZone} as "startsAt", s.ends_at at time zone ${timeZone} as "endsAt",
  (date_part('epoch', s.starts_at) / 60)::int as "from", (date_part('epoch', s.ends_at) / 60)::int as until`;

/**
 * Reads shifts as one JSON value: that is many times faster than 1,400 rows, and it writes times in one way, whatever the
 * server was set to. They are told to the minute.
 */
async function readShifts(db: Db, query: RawBuilder<unknown>): Promise<StoredShift[]> {
  const { rows } = await sql<{ shifts: StoredShift[] }>`
    select coalesce(json_agg(found), '[]') as shifts from (${query}) found`.execute(db);
  const shifts = rows[0]?.shifts ?? [];
  for (const shift of shifts) {
    shift.startsAt = shift.startsAt.slice(0, 'yyyy-mm-ddThh:mm'.length);
    shift.endsAt = shift.endsAt.slice(0, 'yyyy-mm-ddThh:mm'.length);
  }
  return shifts;
}

export type Between = { starts: Temporal.Instant; ends: Temporal.Instant };

/** Lies at least partly between two moments; no shift lasts longer than a day. */
export const touching = ({ starts, ends }: Between) => sql<SqlBool>`(
  s.starts_at < ${ends.toString()}::timestamptz and s.ends_at > ${starts.toString()}::timestamptz
  and s.starts_at > ${starts.toString()}::timestamptz - interval '24 hours'
)`;

/** The shifts of a team between two moments, and those of these people wherever they work; by when they begin. */
export async function listShifts(
  db: Db,
  timeZone: string,
  between: Between,
  { team, users }: { team: string | null; users: string[] },
): Promise<StoredShift[]> {
  const query = sql`
    select ${columns(timeZone)} from (
      select * from shifts s where s.team_id = ${team}::uuid and ${touching(between)}
      union all
      select * from shifts s where s.user_id = any(${users}::uuid[]) and ${touching(between)}
        and s.team_id is distinct from ${team}::uuid
    ) s
    order by s.starts_at, s.id`;
  return readShifts(db, query);
}

/** These shifts, whoever asks. */
export async function findShifts(db: Db, timeZone: string, ids: string[]): Promise<StoredShift[]> {
  const query = sql`
    select ${columns(timeZone)} from shifts s where s.id = any(${ids}::uuid[]) order by s.starts_at, s.id`;
  return readShifts(db, query);
}

/** One shift that the actor may know of. Open ones, and those of former employees, are for who sees everybody. */
export async function findShift(
  db: Db,
  timeZone: string,
  id: string,
  visible: RawBuilder<SqlBool> | null,
): Promise<StoredShift | undefined> {
  const query = sql`
    select ${columns(timeZone)} from shifts s
    where s.id = ${id}::uuid
      and ${visible === null ? sql`true` : sql`exists (select from users u where u.id = s.user_id and ${visible})`}
    for update of s`;
  return (await readShifts(db, query))[0];
}

/** Adds shifts to a team; their ids, in the same order. */
export async function insertShifts(transaction: Db, team: string, shifts: PlannedShift[]): Promise<string[]> {
  const rows = shifts.map((shift) => ({ id: newId(), ...shift }));
  await sql`
    insert into shifts (id, team_id, user_id, activity_id, starts_at, ends_at)
    select (s ->> 'id')::uuid, ${team}::uuid, (s ->> 'user')::uuid, (s ->> 'activity')::uuid,
      (s ->> 'starts')::timestamptz, (s ->> 'ends')::timestamptz
    from json_array_elements(${JSON.stringify(rows)}::json) s`
    .execute(transaction)
    .catch(refuseImpossible);
  return rows.map(({ id }) => id);
}

/** Many at once, marked as made up. */
export async function insertDemoShifts(
  transaction: Db,
  shifts: (PlannedShift & { id: string; team: string })[],
): Promise<void> {
  if (shifts.length === 0) return;
  await sql`
    insert into shifts (id, team_id, user_id, activity_id, starts_at, ends_at, is_demo)
    select (s ->> 'id')::uuid, (s ->> 'team')::uuid, (s ->> 'user')::uuid, (s ->> 'activity')::uuid,
      (s ->> 'starts')::timestamptz, (s ->> 'ends')::timestamptz, true
    from json_array_elements(${JSON.stringify(shifts)}::json) s`.execute(transaction);
}

/** Deletes what the demo brought: its shifts, those with an activity of the demo, and its activities and skills. */
export async function deleteDemoWork(transaction: Db): Promise<void> {
  await sql`delete from shifts where is_demo or activity_id in (select id from activities where is_demo)`.execute(
    transaction,
  );
  await transaction.deleteFrom('activities').where('is_demo', '=', true).execute();
  await transaction.deleteFrom('skills').where('is_demo', '=', true).execute();
}

export async function updateShift(
  transaction: Db,
  id: string,
  { user, activity, starts, ends }: PlannedShift,
): Promise<void> {
  await transaction
    .updateTable('shifts')
    .set((eb) => ({
      user_id: user,
      activity_id: activity,
      starts_at: starts.toString(),
      ends_at: ends.toString(),
      is_former: false,
      changed_at: sql<string>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
    .catch(refuseImpossible);
}

export async function deleteShiftRow(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('shifts').where('id', '=', id).execute();
}

/** Takes somebody who is being deleted out of their shifts: what lies ahead is open, what is past is nameless. */
export async function releaseShifts(transaction: Db, userId: string): Promise<void> {
  await sql`
    update shifts set user_id = null, is_former = ends_at <= now(), version = version + 1, changed_at = now()
    where user_id = ${userId}::uuid`.execute(transaction);
}

/** How many shifts of somebody have not ended yet. */
export async function countFutureShifts(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from shifts where user_id = ${userId}::uuid and ends_at > now()`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

const impossible: Record<string, { code: RefusalCode; field: string }> = {
  shifts_end_after_start: { code: 'shifts.end-before-start', field: 'endsAt' },
  shifts_length: { code: 'shifts.too-long', field: 'endsAt' },
  shifts_activity: { code: 'activities.unknown', field: 'activity' },
  shifts_team_id_fkey: { code: 'groups.unknown', field: 'team' },
};

function refuseImpossible(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  if (constraint === 'shifts_user_id_fkey') throw new Refused('users.not-found');
  const known = impossible[constraint];
  throw known ? refuseField(known.code, known.field) : error;
}
