import { type RawBuilder, sql } from 'kysely';
import type { Condition } from './conditions.ts';

/** The marks that have circles of their own: `marks_of` in migration 0008 gives them. */
export const marks = {
  locked: '00000000-0000-0000-0000-000000000001',
  admin: '00000000-0000-0000-0000-000000000002',
  twoFactorOn: '00000000-0000-0000-0000-000000000003',
  leaving: '00000000-0000-0000-0000-000000000004',
};

/**
 * People who stand in circles (docs/decisions/0008), where a list finds them in its order: in any of them, or
 * this one person besides.
 */
export type Circles = {
  ids: string[];
  person: string | null;
  /** What must be true of a row `u` of a circle as well. */
  holding: Condition | null;
};

export function inCircles(ids: string[], holding: Condition | null = null): Circles {
  return { ids, person: null, holding };
}

/** Where the people of the circles are read, each with the columns of circle_people, `user_id` called `id`. */
export function readCircles({ ids, person }: Circles): RawBuilder<unknown>[] {
  const circles = ids.map(
    (id) => sql`(select c.user_id as id, c.state, c.sort_key, c.until from circle_people c
      where c.circle = ${sql.lit(id)}::uuid)`,
  );
  if (person === null) return circles;
  return [
    ...circles,
    sql`(select s.id, s.state, s.sort_key, 'infinity'::date as until from user_search s
      where s.id = ${sql.lit(person)}::uuid)`,
  ];
}
