import type { StoredImport } from './stored-import.ts';

const mostPeople = 10;
const mostShare = 0.05;

/** How many groups would be made: a mistyped name looks like a new one, so somebody must have seen them. */
export function countNamesToMake({ findings }: Pick<StoredImport, 'findings'>): number {
  return (findings.newNames ?? []).filter(({ willBeMade }) => willBeMade).length;
}

/**
 * How many people a complete list would end, and whether that is so many that somebody must say the number: a file
 * that was cut short looks like that. Null for any other import.
 */
export function brakeOf({
  options,
  counts,
  findings,
}: Pick<StoredImport, 'options' | 'counts' | 'findings'>): {
  count: number;
  of: number;
  stops: boolean;
} | null {
  if (options.mode !== 'complete') return null;
  const { leave: count = 0 } = counts;
  const { present: of = 0 } = findings;
  return { count, of, stops: count > mostPeople || count > of * mostShare };
}
