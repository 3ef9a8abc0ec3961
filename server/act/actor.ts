import { type Permission, permissions } from '../../contract/permissions.ts';
import type { Language } from '../../contract/shapes.ts';

/**
 * Who does something, and what they may. Made from facts at the moment of the request (sign-in/identify.ts),
 * never kept longer than one request.
 */
export type Actor = {
  kind: 'user' | 'system' | 'nobody' | 'command-line';
  /** Null unless a user acts. */
  userId: string | null;
  sessionId: string | null;
  admin: boolean;
  /** What they may in the whole installation. */
  permissions: ReadonlySet<Permission>;
  /** What they may in single organisations, by their role there: organisation id → permissions. */
  scoped: ReadonlyMap<string, ReadonlySet<Permission>>;
  /** The device that this session began on, as long as it is known: it has a count of wrong passwords of its own. */
  deviceId: string | null;
  /** When they last proved who they are, in this session. */
  provedAt: Temporal.Instant | null;
  /** The API token of the program that acts for them; null when they act themselves. */
  token: { id: string; name: string } | null;
  /** What the browser holds to be known by, a token for each person who signed in there. */
  deviceTokens: readonly string[];
  /** The permission that the call asks for: people are only acted on where the actor holds it. */
  exercises: Permission | null;
  /** The personnel file that acts through them: it alone changes what it keeps to itself. */
  personnelFile?: string;
  /** In which refusals and answers speak. */
  language: Language;
  /** Where the request came from: network address and browser, as far as known; or the name of an imported file. */
  origin: { address: string | null; device: string | null; import?: string; token?: string };
};

const everything: ReadonlySet<Permission> = new Set(permissions);

/** Somebody without a session: may only what anyone may. */
export function nobody(language: Language, origin: Actor['origin'] = { address: null, device: null }): Actor {
  return {
    kind: 'nobody',
    userId: null,
    sessionId: null,
    deviceId: null,
    provedAt: null,
    token: null,
    deviceTokens: [],
    admin: false,
    permissions: new Set(),
    scoped: new Map(),
    exercises: null,
    language,
    origin,
  };
}

/** Muster itself: jobs, first run. */
export function system(language: Language = 'en'): Actor {
  return { ...nobody(language), kind: 'system', admin: true, permissions: everything };
}

/** Whoever can start commands on the machine: holds the data anyway. */
export function commandLine(language: Language = 'en'): Actor {
  return { ...system(language), kind: 'command-line' };
}

/** All permissions of somebody with admin access. */
export function permissionsOf(admin: boolean, given: Iterable<Permission>): ReadonlySet<Permission> {
  return admin ? everything : new Set(given);
}

/** True when the actor may do this: in the whole installation, or in this organisation. */
export function holds(actor: Actor, permission: Permission, organisationId?: string): boolean {
  if (actor.permissions.has(permission)) return true;
  return organisationId !== undefined && (actor.scoped.get(organisationId)?.has(permission) ?? false);
}

/** The organisations in which the actor may do this by their role there. */
export function organisationsWhere(actor: Actor, permission: Permission): string[] {
  return [...actor.scoped].filter(([, held]) => held.has(permission)).map(([id]) => id);
}

/** The organisations that the actor may know of; null: all. */
export function seenOrganisations(actor: Actor): string[] | null {
  return actor.permissions.has('organisations.view') ? null : organisationsWhere(actor, 'organisations.view');
}

/** True when the actor may do this at least somewhere: enough to make the call; the rows decide the rest. */
export function holdsSomewhere(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission) || organisationsWhere(actor, permission).length > 0;
}
