import type { ColumnType } from 'kysely';

/** How a column is read, and what may be written to it. Days are ISO texts. */
export type Instant = ColumnType<Temporal.Instant, string, string>;
export type InstantWithDefault = ColumnType<Temporal.Instant, string | undefined, string>;
export type Day = ColumnType<string, string, string>;
