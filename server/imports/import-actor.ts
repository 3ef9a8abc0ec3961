import type { Permission } from '../../contract/permissions.ts';
import { type Actor, commandLine, holdsSomewhere } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { identifyStarter } from '../sign-in/identify.ts';
import type { StoredImport } from './stored-import.ts';

/**
 * Whoever started an import, with what they may at this moment: an import never does more than its starter could do
 * by hand. Refuses when they may not import any more.
 */
export async function getStarter(db: Db, stored: StoredImport): Promise<Actor> {
  const origin = { ...stored.origin, import: stored.file_name };
  const actor =
    stored.actor_kind === 'command-line'
      ? { ...commandLine(stored.language), origin }
      : stored.started_by && (await identifyStarter(db, stored.started_by, origin));
  if (!actor) throw new Refused('session.not-allowed');
  return acting(actor, 'users.import');
}

/** The actor as they come through the door of a call that asks for this permission. */
export function acting(actor: Actor, permission: Permission): Actor {
  if (!holdsSomewhere(actor, permission)) throw new Refused('session.not-allowed');
  return { ...actor, exercises: permission };
}
