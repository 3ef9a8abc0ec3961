import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Deed } from '../../contract/audit.ts';
import { type Actor, seenOrganisations } from '../act/actor.ts';
import type { Change } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { nameOf } from '../users/name-of.ts';

export type AuditFilter = {
  action?: string[] | undefined;
  actor?: string | undefined;
  user?: string | undefined;
  /** Ids of people found by a search; one of them did it or had it done to them. */
  people?: string[] | undefined;
  from?: Temporal.Instant | undefined;
  until?: Temporal.Instant | undefined;
};

type Person = { first_name: string; infix: string | null; last_name: string };

type Line = {
  seq: number;
  at: Temporal.Instant;
  action: string;
  actor_kind: Deed['actor']['kind'];
  actor_id: string | null;
  actor: Person | null;
  target_kind: string;
  target_id: string | null;
  target: Person | null;
  changes: Change[] | null;
  origin: { address: string | null; device: string | null; token?: string; import?: string } | null;
};

/**
 * Lines of the audit log, newest first, from before `before`; with the names that people have now. Who did it stays
 * unnamed where the reader may not know of them.
 */
export async function listAuditLines(
  db: Db,
  actor: Actor,
  filter: AuditFilter,
  before: number | null,
  limit: number,
): Promise<Line[]> {
  const visible = visibleUsers(actor);
  const { rows } = await sql<Line>`
    select l.seq, l.at, l.action, l.actor_kind,
      case when ${visible === null ? sql`true` : sql`a.id is not null`} then l.actor_id end as actor_id, l.target_kind, l.target_id,
      case when a.id is null then null
        else jsonb_build_object('first_name', a.first_name, 'infix', a.infix, 'last_name', a.last_name) end as actor,
      case when t.id is null then null
        else jsonb_build_object('first_name', t.first_name, 'infix', t.infix, 'last_name', t.last_name) end as target,
      c.data as changes, o.data as origin
    from audit_log l
    left join lateral (
      select u.* from users u where u.id = l.actor_id and ${visible ?? sql`true`}
    ) a on true
    left join users t on l.target_kind = 'user' and t.id = l.target_id::uuid
    left join audit_parts c on c.seq = l.seq and c.part = 'changes'
    left join audit_parts o on o.seq = l.seq and o.part = 'origin'
    where ${conditionsOf(actor, filter)} and ${before === null ? sql`true` : sql`l.seq < ${before}`}
    order by l.seq desc
    limit ${limit}`.execute(db);
  return rows;
}

/** How many lines there are, counted no further than `most`. */
export async function countAuditLines(
  db: Db,
  actor: Actor,
  filter: AuditFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from audit_log l where ${conditionsOf(actor, filter)} limit ${most}
    ) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

function conditionsOf(actor: Actor, filter: AuditFilter): RawBuilder<SqlBool> {
  const visible = visibleUsers(actor);
  const seen = seenOrganisations(actor);
  const conditions = [
    sql<SqlBool>`true`,
    filter.action?.length ? sql<SqlBool>`l.action = any(${filter.action})` : null,
    filter.actor ? sql<SqlBool>`l.actor_id = ${filter.actor}` : null,
    filter.actor && visible
      ? sql<SqlBool>`exists (select 1 from users u where u.id = l.actor_id and ${visible})`
      : null,
    filter.user ? sql<SqlBool>`l.target_id = ${filter.user}` : null,
    filter.people
      ? sql<SqlBool>`(l.actor_id = any(${filter.people}::uuid[]) or l.target_id = any(${filter.people}))`
      : null,
    filter.from ? sql<SqlBool>`l.at >= ${filter.from.toString()}` : null,
    filter.until ? sql<SqlBool>`l.at < ${filter.until.toString()}` : null,
    visible
      ? sql<SqlBool>`(l.target_kind = 'user' and exists (select 1 from users u where u.id = l.target_id::uuid and ${visible}))`
      : null,
    seen ? sql<SqlBool>`not (${onlyOfOthers(seen)})` : null,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== null),
    sql` and `,
  );
}

/** True of a line that tells of nothing but organisations which the reader may not know of. */
function onlyOfOthers(seen: string[]): RawBuilder<SqlBool> {
  return sql`exists (
    select from audit_parts p where p.seq = l.seq and p.part = 'changes' and p.data <> '[]' and not exists (
      select from jsonb_array_elements(p.data) change
      where change->>'organisation' is null or (change->>'organisation')::uuid = any(${seen}::uuid[])
    )
  )`;
}

function describeOrigin(origin: Line['origin']): Deed['origin'] {
  if (!origin) return null;
  const { address, device, token = null, import: file = null } = origin;
  return { address, device, token, import: file };
}

/** A line as the contract answers it. Who may not read the audit log itself does not learn where others sat. */
export function describeLine(actor: Actor, line: Line, withOrigin: boolean): Deed {
  const seen = seenOrganisations(actor);
  const mayKnow = ({ organisation }: Change) => !organisation || seen === null || seen.includes(organisation);
  return {
    seq: line.seq,
    at: line.at.toString(),
    action: line.action,
    actor: { kind: line.actor_kind, id: line.actor_id, name: line.actor && nameOf(line.actor) },
    target: { kind: line.target_kind, id: line.target_id, name: line.target && nameOf(line.target) },
    changes: (line.changes ?? []).filter(mayKnow),
    erased: line.changes === null,
    origin: withOrigin ? describeOrigin(line.origin) : null,
  };
}
