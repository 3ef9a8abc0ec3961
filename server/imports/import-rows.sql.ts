import { type RawBuilder, sql } from 'kysely';
import type { ImportOutcome, rowStates } from '../../contract/imports.ts';
import type { Db } from '../db/transact.ts';
import type { FileRow } from './files/file-row.ts';
import type { Plan, StoredRow } from './stored-import.ts';

type RowState = (typeof rowStates)[number];

/** Keeps rows as they stand in the file, so that the file itself is not needed any more. */
export async function insertFileRows(db: Db, importId: string, rows: FileRow[]): Promise<void> {
  await sql`
    insert into import_rows (import_id, line, cells)
    select ${importId}::uuid, line, cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line integer, cells jsonb)`.execute(db);
}

/** Of the next rows after `line` only these columns, in their order. */
export async function readColumns(
  db: Db,
  importId: string,
  columns: number[],
  line: number,
  limit: number,
): Promise<{ line: number; cells: string[] }[]> {
  const picked = columns.map((column) => sql`cells->>${sql.lit(column)}`);
  const { rows } = await sql<{ line: number; cells: string[] }>`
    select line, array[${sql.join(picked)}]::text[] as cells from import_rows
    where import_id = ${importId}::uuid and line > ${line} and cells is not null
    order by line
    limit ${limit}`.execute(db);
  return rows;
}

export async function readFileRows(
  db: Db,
  importId: string,
  line: number,
  limit: number,
): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select line, cells from import_rows
    where import_id = ${importId}::uuid and line > ${line} and cells is not null
    order by line
    limit ${limit}`.execute(db);
  return rows;
}

export type Verdict = { line: number; outcome: ImportOutcome; userId: string | null; plan: Plan };

/** Writes down what becomes of rows. */
export async function updateVerdicts(transaction: Db, importId: string, verdicts: Verdict[]): Promise<void> {
  await sql`
    update import_rows r
    set outcome = v.outcome, user_id = v."userId", plan = v.plan, state = 'waiting', before = null
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as v (line integer, outcome text, "userId" uuid, plan jsonb)
    where r.import_id = ${importId}::uuid and r.line = v.line`.execute(transaction);
}

/** Adds people whom a complete list does not name, beyond its last line. */
export async function insertMissing(transaction: Db, importId: string, verdicts: Verdict[]): Promise<void> {
  await sql`
    insert into import_rows (import_id, line, outcome, user_id, plan)
    select ${importId}::uuid, line, outcome, "userId", plan
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as v (line integer, outcome text, "userId" uuid, plan jsonb)`.execute(transaction);
}

/** The last line that is taken, by a row of the file or by somebody whom it does not name. */
export async function readLastLine(db: Db, importId: string): Promise<number> {
  const { rows } = await sql<{ line: number | null }>`
    select max(line) as line from import_rows where import_id = ${importId}::uuid`.execute(db);
  return rows[0]?.line ?? 0;
}

/** What the check found, added up: rows by outcome, and mails. */
export async function sumVerdicts(db: Db, importId: string) {
  const { rows } = await sql<{ outcome: ImportOutcome; count: number; welcome: number; other: number }>`
    select outcome, count(*) as count,
      coalesce(sum((plan->'mails'->>'welcome')::int), 0) as welcome,
      coalesce(sum((plan->'mails'->>'other')::int), 0) as other
    from import_rows where import_id = ${importId}::uuid and outcome is not null
    group by outcome`.execute(db);
  const done = rows.filter(({ outcome }) => outcome !== 'refused');
  return {
    counts: Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])),
    invitable: done.reduce((sum, { welcome }) => sum + welcome, 0),
    otherMails: done.reduce((sum, { other }) => sum + other, 0),
  };
}

/** Forgets what a check before found. */
export async function clearVerdicts(transaction: Db, importId: string): Promise<void> {
  await sql`delete from import_rows where import_id = ${importId}::uuid and cells is null`.execute(
    transaction,
  );
  await sql`
    update import_rows set outcome = null, user_id = null, plan = null, state = 'waiting', before = null
    where import_id = ${importId}::uuid and (outcome is not null or state <> 'waiting')`.execute(transaction);
}

/** The next rows with this outcome that wait, locked until the transaction ends. */
export async function lockWaiting(
  transaction: Db,
  importId: string,
  outcome: ImportOutcome,
  limit: number,
): Promise<StoredRow[]> {
  // One outcome, so that the index gives the rows in their order: those that are done are not looked at again.
  const { rows } = await sql<StoredRow>`
    select * from import_rows
    where import_id = ${importId}::uuid and outcome = ${outcome} and state = 'waiting'
    order by line
    limit ${limit}
    for update`.execute(transaction);
  return rows;
}

/** The lines with this outcome that wait. */
export async function listWaitingLines(
  db: Db,
  importId: string,
  outcomes: ImportOutcome[],
  limit: number,
): Promise<number[]> {
  return listLines(db, importId, outcomes, 'waiting', limit, sql`asc`);
}

/** Outcome by outcome, so that the index gives the lines in their order. */
async function listLines(
  db: Db,
  importId: string,
  outcomes: ImportOutcome[],
  state: RowState,
  limit: number,
  direction: RawBuilder<unknown>,
): Promise<number[]> {
  const { rows } = await sql<{ line: number }>`
    select l.line from unnest(${outcomes}::text[]) o (outcome) cross join lateral (
      select line from import_rows
      where import_id = ${importId}::uuid and outcome = o.outcome and state = ${state}
      order by line ${direction}
      limit ${limit}
    ) l
    limit ${limit}`.execute(db);
  return rows.map(({ line }) => line);
}

/** The next lines that were done, the last ones first. */
export async function listDone(db: Db, importId: string, limit: number): Promise<number[]> {
  return listLines(db, importId, ['create', 'change', 'reactivate', 'leave'], 'done', limit, sql`desc`);
}

/** One row, locked until the transaction ends. */
export async function lockRow(
  transaction: Db,
  importId: string,
  line: number,
): Promise<StoredRow | undefined> {
  const { rows } = await sql<StoredRow>`
    select * from import_rows where import_id = ${importId}::uuid and line = ${line} for update`.execute(
    transaction,
  );
  return rows[0];
}

/** Notes for whom new people were made. */
export async function markCreated(
  transaction: Db,
  importId: string,
  made: { line: number; userId: string }[],
): Promise<void> {
  await sql`
    update import_rows r set state = 'done', user_id = v."userId", before = '{"version": 1, "created": true}'
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as v (line integer, "userId" uuid)
    where r.import_id = ${importId}::uuid and r.line = v.line`.execute(transaction);
}

export async function markRow(
  transaction: Db,
  importId: string,
  line: number,
  state: RowState,
  change: { before?: unknown; plan?: Plan } = {},
): Promise<void> {
  const before = change.before === undefined ? null : JSON.stringify(change.before);
  const plan = change.plan === undefined ? null : JSON.stringify(change.plan);
  await sql`
    update import_rows
    set state = ${state}, before = coalesce(${before}::jsonb, before), plan = coalesce(${plan}::jsonb, plan)
    where import_id = ${importId}::uuid and line = ${line}`.execute(transaction);
}

/** Lets go of somebody who is about to be erased because the import that made them is undone. */
export async function forgetPerson(transaction: Db, importId: string, line: number): Promise<void> {
  await sql`
    update import_rows set user_id = null where import_id = ${importId}::uuid and line = ${line}`.execute(
    transaction,
  );
}

export type RowCount = { outcome: ImportOutcome; state: RowState; count: number };

/** How many rows there are of each outcome in each state. */
export async function countRows(db: Db, importIds: string[]): Promise<(RowCount & { import_id: string })[]> {
  if (importIds.length === 0) return [];
  const { rows } = await sql<RowCount & { import_id: string }>`
    select import_id, outcome, state, count(*) as count from import_rows
    where import_id = any(${importIds}::uuid[]) and outcome is not null
    group by import_id, outcome, state`.execute(db);
  return rows;
}

type RowFilter = {
  outcome?: ImportOutcome | undefined;
  state?: RowState | undefined;
  search?: string | undefined;
};

function matching(importId: string, { outcome, state, search }: RowFilter) {
  const pattern = search?.trim() ? `%${search.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`r.import_id = ${importId}::uuid and r.outcome is not null
    and ${outcome ? sql`r.outcome = ${outcome}` : sql`true`}
    and ${state ? sql`r.state = ${state}` : sql`true`}
    and ${pattern === null ? sql`true` : sql`(r.cells::text ilike ${pattern} or r.plan->>'name' ilike ${pattern})`}`;
}

export type ListedRow = StoredRow & {
  first_name: string | null;
  infix: string | null;
  last_name: string | null;
};

export async function listRows(
  db: Db,
  importId: string,
  filter: RowFilter,
  after: number,
  limit: number,
): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select r.*, u.first_name, u.infix, u.last_name
    from import_rows r left join users u on u.id = r.user_id
    where ${matching(importId, filter)} and r.line > ${after}
    order by r.line
    limit ${limit}`.execute(db);
  return rows;
}

export async function countMatching(db: Db, importId: string, filter: RowFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from import_rows r where ${matching(importId, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Throws away the rows of files that were uploaded before this moment: they hold personal data. */
export async function deleteOldImports(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from import_rows where import_id in (
      select id from imports
      where created_at < ${before.toString()}::timestamptz and state in ('uploaded', 'checked', 'done', 'undone', 'failed')
    )`.execute(db);
}
