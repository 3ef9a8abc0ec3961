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
  permissions: ReadonlySet<Permission>;
  /** In which refusals and answers speak. */
  language: Language;
  /** Where the request came from: network address and browser, as far as known. */
  origin: { address: string | null; device: string | null };
};

const everything: ReadonlySet<Permission> = new Set(permissions);

/** Somebody without a session: may only what anyone may. */
export function nobody(language: Language, origin: Actor['origin'] = { address: null, device: null }): Actor {
  return {
    kind: 'nobody',
    userId: null,
    sessionId: null,
    admin: false,
    permissions: new Set(),
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
