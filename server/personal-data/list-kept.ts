import { classification } from '../db/classification.ts';
import type { Tables } from '../db/tables.ts';

/** A table that holds something of people: which columns they get to read, and which one says whose a row is. */
export type Kept = { table: keyof Tables; columns: string[]; whose: string };

/**
 * Every table with personal data, the record of the person first. A new one is among them by its classification. What
 * the audit log holds is told apart, since its lines are about two people: who did it, and whom it was done to.
 */
export function listKept(): Kept[] {
  const all = Object.entries(classification).flatMap(([table, { personal, whose }]) =>
    personal === undefined || table === 'audit_parts'
      ? []
      : [{ table: table as keyof Tables, columns: personal.split(/\s+/), whose }],
  );
  return all.sort((one, other) => Number(other.table === 'users') - Number(one.table === 'users'));
}
