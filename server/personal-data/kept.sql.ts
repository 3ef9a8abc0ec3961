import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import { readByCursor } from '../directory/read-by-cursor.ts';
import type { Kept } from './list-kept.ts';

export type KeptRow = Record<string, unknown>;

const batch = 500;

/** What a table holds about somebody, piece by piece; what a column points to stands there by its name. */
export function readKept(db: Db, { table, columns, whose }: Kept, userId: string): AsyncGenerator<KeptRow[]> {
  const picked = columns.map((column) => sql`${readingOf(column)} as ${sql.id(nameOfColumn(column))}`);
  const theirs =
    whose === 'email'
      ? sql`lower(t.email) = (select email_key from users where id = ${userId}::uuid)`
      : sql`${sql.ref(`t.${whose}`)} = ${userId}::uuid`;
  const order = orders.find((column) => columns.includes(column));
  const query = sql<KeptRow>`
    select ${sql.join(picked)} from ${sql.table(table)} t where ${theirs}
    ${order ? sql`order by ${sql.ref(`t.${order}`)}` : sql``}`;
  return readByCursor(db, query, batch);
}

const orders = [
  'created_at',
  'starts_at',
  'starts_on',
  'since',
  'given_at',
  'requested_at',
  'made_at',
  'month',
  'day',
  'weekday',
];

/** `role_id` → `role`. */
export function nameOfColumn(column: string): string {
  return own[column]?.as ?? column.replace(/_id$/, '');
}

function readingOf(column: string): RawBuilder<unknown> {
  return own[column]?.value ?? sql.ref(`t.${column}`);
}

const inGroups = (column: string) =>
  sql`(select g.name from groups g where g.id = ${sql.ref(`t.${column}`)})`;

/** Columns that hold more than what is told: ids of other things, or parts that are about others. */
const own: Record<string, { value: RawBuilder<unknown>; as?: string }> = {
  role_id: { value: sql`(select coalesce(r.key, r.name) from roles r where r.id = t.role_id)` },
  organisation_id: { value: sql`(select o.name from organisations o where o.id = t.organisation_id)` },
  activity_id: { value: sql`(select a.name from activities a where a.id = t.activity_id)` },
  skill_id: { value: sql`(select s.name from skills s where s.id = t.skill_id)` },
  group_id: { value: inGroups('group_id') },
  team_id: { value: inGroups('team_id') },
  file_id: { value: sql`(select f.name from personnel_files f where f.id = t.file_id)` },
  default_sender: { value: inGroups('default_sender') },
  // Of a deed to many people only what was done.
  act: { value: sql`t.act->>'deed'`, as: 'deed' },
  origin: {
    value: sql`jsonb_build_object('address', t.origin->'address', 'device', t.origin->'device')`,
  },
  // Of an imported row the columns that were taken in; the others may tell of somebody else.
  cells: {
    value: sql`(
      select jsonb_object_agg(c.value->>'field', t.cells->>(c.n::int - 1))
      from imports i, jsonb_array_elements(i.columns) with ordinality c (value, n)
      where i.id = t.import_id and c.value->>'field' is not null and t.cells->>(c.n::int - 1) <> ''
    )`,
  },
};

/** What was done to somebody, and with their record; who did it is told without a name. */
export type DoneTo = {
  at: Temporal.Instant;
  action: string;
  by: 'oneself' | 'user' | 'system' | 'nobody' | 'command-line';
  /** Null where the deed was about more than this person. */
  changes: { field: string; from: unknown; to: unknown }[] | null;
};

export function readDoneTo(db: Db, userId: string): AsyncGenerator<DoneTo[]> {
  // A shift that is handed on names the number of the other one.
  const query = sql<DoneTo>`
    select l.at, l.action,
      case when l.actor_id = ${userId}::uuid then 'oneself' else l.actor_kind end as by,
      case when l.target_kind = 'user' then p.data
        when l.target_kind = 'shift' then coalesce(
          (select jsonb_agg(c) from jsonb_array_elements(p.data) c where c->>'field' <> 'employee'), '[]')
        end as changes
    from audit_log l left join audit_parts p on p.seq = l.seq and p.part = 'changes'
    where l.target_kind = 'user' and l.target_id = ${userId}
      or l.target_kind <> 'user' and l.seq in (
        select a.seq from audit_parts a where a.about = ${userId}::uuid and a.part = 'changes')
    order by l.seq`;
  return readByCursor(db, query, batch);
}

/** What somebody did themselves, and from where; on whom or what only by its kind, since it may be somebody else. */
export type DoneBy = {
  at: Temporal.Instant;
  action: string;
  on: string;
  address: string | null;
  device: string | null;
};

export function readDoneBy(db: Db, userId: string): AsyncGenerator<DoneBy[]> {
  const query = sql<DoneBy>`
    select l.at, l.action,
      case when l.target_kind = 'user' and l.target_id = ${userId} then 'oneself' else l.target_kind end as on,
      p.data->>'address' as address, p.data->>'device' as device
    from audit_log l left join audit_parts p on p.seq = l.seq and p.part = 'origin'
    where l.actor_id = ${userId}::uuid
    order by l.seq`;
  return readByCursor(db, query, batch);
}
