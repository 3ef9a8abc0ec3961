import type { RawBuilder, SqlBool } from 'kysely';
import type { Actor } from '../act/actor.ts';

/**
 * Which people this actor may know of: a condition on the users table under the alias `u`, or null for all.
 * Every list, count, search, export and act on a person passes here, so nobody learns of people they may not see.
 */
export function visibleUsers(_actor: Actor): RawBuilder<SqlBool> | null {
  return null;
}
