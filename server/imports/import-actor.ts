import { type Permission, permissions } from '../../contract/permissions.ts';
import { type Actor, commandLine, holdsSomewhere } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { identifyStarter } from '../sign-in/identify.ts';
import type { StoredImport } from './stored-import.ts';

/** Who lets an import go on: from here on it happens in their name. */
export function describeStarter(
  actor: Actor,
): Pick<StoredImport, 'started_by' | 'actor_kind' | 'origin' | 'language'> {
  const { address, device } = actor.origin;
  // A program may less than its owner, also when its request has long been answered.
  const program = actor.token && {
    token: actor.token.name,
    given: permissions.filter((permission) => holdsSomewhere(actor, permission)),
  };
  return {
    started_by: actor.userId,
    actor_kind: actor.kind === 'user' ? 'user' : 'command-line',
    origin: { address, device, ...program },
    language: actor.language,
  };
}

/**
 * Whoever let an import go on, with what they may at this moment: an import never does more than they could do by
 * hand. Refuses when they may not import any more.
 */
export async function getStarter(db: Db, stored: StoredImport): Promise<Actor> {
  const { given, ...rest } = stored.origin;
  const origin = { ...rest, import: stored.file_name };
  const actor =
    stored.actor_kind === 'command-line'
      ? { ...commandLine(stored.language), origin }
      : stored.started_by && (await identifyStarter(db, stored.started_by, origin));
  if (!actor) throw new Refused('session.not-allowed');
  const limited = given ? within(actor, new Set(given)) : actor;
  const file = stored.personnel_file_id;
  return acting(file ? { ...limited, personnelFile: file } : limited, 'users.import');
}

/** The actor with none but these rights: those that a program was given. */
export function within(actor: Actor, given: ReadonlySet<Permission>): Actor {
  const both = (held: ReadonlySet<Permission>) => held.intersection(given);
  const scoped = new Map([...actor.scoped].map(([id, held]) => [id, both(held)]));
  return { ...actor, admin: false, permissions: both(actor.permissions), scoped };
}

/** The actor as they come through the door of a call that asks for this permission. */
export function acting(actor: Actor, permission: Permission): Actor {
  if (!holdsSomewhere(actor, permission)) throw new Refused('session.not-allowed');
  return { ...actor, exercises: permission };
}
