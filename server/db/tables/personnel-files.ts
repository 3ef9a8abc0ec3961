import type { ColumnType, Generated } from 'kysely';
import type { ImportOutcome } from '../../../contract/imports.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type {
  FileColumn,
  FileOptions,
  FileSchedule,
  fileRunStates,
  OwnedField,
} from '../../../contract/personnel-files.ts';
import type { FileSource } from '../../../contract/personnel-sources.ts';
import type { TextValues } from '../../../contract/texts.ts';
import type { Instant, InstantWithDefault } from './columns.ts';

/** The links with personnel files, their runs, and whom they are about. */
export type PersonnelFileTables = {
  personnel_files: {
    id: string;
    name: string;
    source: ColumnType<FileSource, string, string>;
    secret: Uint8Array | null;
    has_headings: boolean;
    columns: ColumnType<FileColumn[], string, string>;
    options: ColumnType<FileOptions, string, string>;
    owned: Generated<OwnedField[]>;
    schedule: ColumnType<FileSchedule | null, string | null, string | null>;
    next_at: Instant | null;
    acts_as: string | null;
    acts_with: ColumnType<
      { token: string; given: Permission[] } | null,
      string | null | undefined,
      string | null
    >;
    trouble: string | null;
    trouble_values: ColumnType<TextValues | null, string | null | undefined, string | null>;
    trouble_since: Instant | null;
    halted: Generated<boolean>;
    done_hash: string | null;
    done_etag: string | null;
    done_modified: string | null;
    done_at: Instant | null;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  personnel_file_runs: {
    id: string;
    file_id: string;
    state: (typeof fileRunStates)[number];
    is_check: boolean;
    again: boolean;
    cause: 'schedule' | 'user' | 'command-line';
    started_by: string | null;
    import_id: string | null;
    failure: string | null;
    failure_values: ColumnType<TextValues | null, string | null | undefined, string | null>;
    size: number | null;
    hash: string | null;
    etag: string | null;
    modified: string | null;
    rows: number | null;
    counts: ColumnType<Partial<Record<ImportOutcome, number>>, string | undefined, string>;
    created_at: InstantWithDefault;
    done_at: Instant | null;
    leased_by: string | null;
    leased_until: ColumnType<Temporal.Instant | null, string | undefined, string>;
    version: Generated<number>;
  };
  personnel_file_receivers: {
    file_id: string;
    user_id: string;
  };
  personnel_file_people: {
    file_id: string;
    user_id: string;
    linked: Generated<boolean>;
    released: Generated<OwnedField[]>;
  };
};
