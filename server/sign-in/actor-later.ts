import { sql } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import { type Actor, nobody, permissionsOf } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { comesInOn, joinRights, type Rights, rights } from './rights.sql.ts';

/**
 * Somebody who left work to be done later, with the rights that they have at this moment; null once they may not come
 * in any more. `origin` is from where they left it.
 */
export async function actorLater(db: Db, userId: string, origin: Actor['origin']): Promise<Actor | null> {
  const day = today((await readSettings(db)).timeZone).toString();
  const { rows } = await sql<Rights & { language: Language }>`
    select u.language, ${rights} from users u ${joinRights(day)}
    where u.id = ${userId}::uuid and ${comesInOn(day)}`.execute(db);
  const [found] = rows;
  if (!found) return null;
  return {
    ...nobody(found.language, origin),
    kind: 'user',
    userId,
    admin: found.is_admin,
    permissions: permissionsOf(found.is_admin, found.permissions),
    scoped: new Map(Object.entries(found.scoped).map(([id, given]) => [id, new Set(given)])),
  };
}
