import type { Permission } from '../../contract/permissions.ts';
import type { Language } from '../../contract/shapes.ts';
import { type Actor, permissionsOf } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { minutes } from '../lib/days.ts';
import { findToken, updateTokenUse } from './api-tokens.sql.ts';
import { readSecret } from './token-secret.ts';

/**
 * The owner of an API token with the rights that both have at this moment; null for a token that does not work. A
 * program never has admin access: what is only for administrators is for people.
 */
export async function identifyProgram(
  db: Db,
  secret: string,
  day: string,
  stranger: Actor,
  language: Language | null,
): Promise<Actor | null> {
  const hash = readSecret(secret);
  const token = hash && (await findToken(db, hash, day));
  if (!token) return null;
  const unused = token.last_used_at?.until(Temporal.Now.instant()).total('milliseconds');
  if (unused === undefined || unused > minutes(1)) await updateTokenUse(db, token.id);
  const given = new Set(token.given);
  const both = (held: Iterable<Permission>) => new Set([...held].filter((one) => given.has(one)));
  return {
    ...stranger,
    kind: 'user',
    userId: token.user_id,
    token: { id: token.id, name: token.name },
    permissions: both(permissionsOf(token.is_admin, token.permissions)),
    scoped: new Map(Object.entries(token.scoped).map(([id, held]) => [id, both(held)])),
    language: language ?? token.language,
  };
}
