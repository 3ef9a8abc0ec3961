import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Between } from '../work/shifts.sql.ts';

/** A shift as a calendar shows it. */
export type CalendarShift = {
  id: string;
  version: number;
  changedAt: Temporal.Instant;
  starts: Temporal.Instant;
  ends: Temporal.Instant;
  activity: string;
  team: string | null;
  former: boolean;
  person: { first_name: string; infix: string | null; last_name: string; number: number } | null;
};

type Whose = { team: string; visible: RawBuilder<SqlBool> | null } | { user: string };

/** More than anybody works in a year, so that no calendar grows without bound. */
const most = 10_000;

/** The shifts of a team, or of somebody, that lie at least partly between these moments. */
export async function listCalendarShifts(
  db: Db,
  whose: Whose,
  { starts, ends }: Between,
): Promise<CalendarShift[]> {
  const { rows } = await sql<CalendarShift>`
    select s.id, s.version, s.changed_at as "changedAt", s.starts_at as starts, s.ends_at as ends,
      a.name as activity, g.name as team, s.is_former as former,
      case when u.id is null then null else json_build_object(
        'first_name', u.first_name, 'infix', u.infix, 'last_name', u.last_name, 'number', u.number) end as person
    from shifts s
    join activities a on a.id = s.activity_id
    left join groups g on g.id = s.team_id
    left join users u on u.id = s.user_id
    where ${condition(whose)}
      and s.starts_at < ${ends.toString()}::timestamptz and s.ends_at > ${starts.toString()}::timestamptz
      and s.starts_at > ${starts.toString()}::timestamptz - interval '24 hours'
    order by s.starts_at, s.id
    limit ${most}`.execute(db);
  return rows;
}

function condition(whose: Whose): RawBuilder<SqlBool> {
  if ('user' in whose) return sql<SqlBool>`s.user_id = ${whose.user}::uuid`;
  const seen = whose.visible === null ? sql`true` : sql`(u.id is not null and ${whose.visible})`;
  return sql<SqlBool>`s.team_id = ${whose.team}::uuid and ${seen}`;
}
