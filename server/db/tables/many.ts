import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { BulkAct, BulkOutcome, BulkState } from '../../../contract/bulk.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Language } from '../../../contract/shapes.ts';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** What is done to many people at once, and who was billed. */
export type ManyTables = {
  imports: {
    id: string;
    file_name: string;
    size: number;
    started_by: string | null;
    actor_kind: 'user' | 'command-line';
    origin: ColumnType<
      { address: string | null; device: string | null; token?: string; given?: Permission[] },
      string,
      string
    >;
    language: Language;
    state: Generated<
      'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'failed'
    >;
    failure: string | null;
    format: ColumnType<unknown, string, string>;
    columns: ColumnType<unknown, string, string>;
    options: ColumnType<unknown, string, string>;
    row_count: number;
    findings: ColumnType<unknown, string | undefined, string>;
    checked_line: Generated<number>;
    counts: ColumnType<unknown, string | undefined, string>;
    created_at: InstantWithDefault;
    checked_at: Instant | null;
    run_at: Instant | null;
    done_at: Instant | null;
    leased_by: string | null;
    leased_until: ColumnType<Temporal.Instant | null, string | undefined, string>;
    version: Generated<number>;
    personnel_file_id: string | null;
  };
  import_rows: {
    import_id: string;
    line: number;
    cells: ColumnType<unknown, string | null, string | null>;
    outcome: 'create' | 'change' | 'unchanged' | 'reactivate' | 'leave' | 'refused' | null;
    user_id: string | null;
    plan: ColumnType<unknown, string | null, string | null>;
    state: Generated<'waiting' | 'done' | 'failed' | 'undone' | 'kept'>;
    before: ColumnType<unknown, string | null, string | null>;
  };
  import_mappings: { heading_key: string; field: string | null };
  bulk_runs: {
    id: string;
    made_by: string;
    act: ColumnType<BulkAct, string, never>;
    state: Generated<BulkState>;
    origin: ColumnType<{ address: string | null; device: string | null }, string, never>;
    made_at: InstantWithDefault;
    started_at: Instant | null;
    ended_at: Instant | null;
  };
  bulk_people: {
    run_id: string;
    position: number;
    user_id: string | null;
    number: number;
    state: Generated<BulkOutcome>;
    why: string | null;
  };
  /** Written by a trigger when somebody is deleted. */
  billed_former: { month: Day; organisation_id: string | null; people: number };
  /** Written by triggers when staff memberships change: what the sum up to a month gives is who counted in it. */
  billed_months: { month: Day; delta: number };
  /** Written by triggers when staff memberships change. */
  billing_corrections: {
    seq: GeneratedAlways<number>;
    month: Day;
    user_id: string | null;
    people: number;
    at: InstantWithDefault;
  };
};
