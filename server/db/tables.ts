import type { BelongingTables } from './tables/belonging.ts';
import type { InstallationTables } from './tables/installation.ts';
import type { ManyTables } from './tables/many.ts';
import type { PeopleTables } from './tables/people.ts';
import type { PersonnelFileTables } from './tables/personnel-files.ts';
import type { SigningInTables } from './tables/signing-in.ts';
import type { WorkTables } from './tables/work.ts';

/** The tables as Kysely sees them; the truth is in `migrations/`. */
export type Tables = InstallationTables &
  PeopleTables &
  BelongingTables &
  SigningInTables &
  WorkTables &
  ManyTables &
  PersonnelFileTables;
