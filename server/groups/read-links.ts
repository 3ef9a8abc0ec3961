import type { RefusalCode } from '../../contract/refusals.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import type { GroupLink } from './group-links.sql.ts';
import { findGroups } from './groups.sql.ts';

/** The groups with these ids, refused at `field` when one does not exist, or when the actor may link nobody. */
export async function readLinks(db: Db, actor: Actor, ids: string[], field: string): Promise<GroupLink[]> {
  if (ids.length === 0) return [];
  if (!actor.permissions.has('groups.change')) throw refuse('session.not-allowed', field);
  const groups = await findGroups(db, [...new Set(ids)]);
  if (groups.length < new Set(ids).size) throw refuse('groups.unknown', field);
  return groups.map(({ id, kind, name }) => ({ id, kind, name }));
}

function refuse(code: RefusalCode, field: string): Refused {
  return new Refused(code, { fields: [{ field, code }] });
}
