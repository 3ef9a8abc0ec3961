import type { Language } from '../../contract/shapes.ts';
import { type Actor, nobody, permissionsOf } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { hashToken, isToken } from '../lib/tokens.ts';
import { readSettings } from '../settings/read-settings.ts';
import { identifyProgram } from './identify-program.ts';
import { findRights } from './rights.sql.ts';
import { findSession, type NextStep, updateLastUse } from './sessions.sql.ts';

export type Identified = { actor: Actor; nextStep: NextStep };

/** What a request shows to say who it is: the token of a session, or that of a program, which then decides alone. */
export type Shown = { session?: string | undefined; program?: string | undefined };

/**
 * Who comes with this, and what they may at this moment. `language` is what the request asks for; without one,
 * people are answered in their own.
 */
export async function identify(
  db: Db,
  shown: Shown,
  language: Language | null,
  origin: Actor['origin'],
): Promise<Identified> {
  if (shown.program !== undefined) {
    const { language: ofAll, timeZone } = await readSettings(db);
    const stranger = nobody(language ?? ofAll, origin);
    const day = today(timeZone).toString();
    const actor = await identifyProgram(db, shown.program, day, stranger, language);
    return { actor: actor ?? stranger, nextStep: null };
  }
  const token = shown.session !== undefined && isToken(shown.session) ? shown.session : null;
  const session = token && (await findSession(db, hashToken(token)));
  if (!session) {
    return { actor: nobody(language ?? (await readSettings(db)).language, origin), nextStep: null };
  }
  if (session.unused) await updateLastUse(db, session.id);
  return {
    actor: {
      ...nobody(language ?? session.language, origin),
      kind: 'user',
      userId: session.userId,
      sessionId: session.id,
      deviceId: session.deviceId,
      provedAt: session.provedAt,
      admin: session.is_admin,
      permissions: permissionsOf(session.is_admin, session.permissions),
      scoped: new Map(Object.entries(session.scoped).map(([id, given]) => [id, new Set(given)])),
    },
    nextStep: session.nextStep,
  };
}

/** Somebody who started work that goes on after their request, as they are now; undefined when they may not come in. */
export async function identifyStarter(
  db: Db,
  userId: string,
  origin: Actor['origin'],
): Promise<Actor | undefined> {
  const { timeZone, language } = await readSettings(db);
  const rights = await findRights(db, userId, today(timeZone).toString());
  if (!rights) return undefined;
  return {
    ...nobody(language, origin),
    kind: 'user',
    userId,
    admin: rights.is_admin,
    permissions: permissionsOf(rights.is_admin, rights.permissions),
    scoped: new Map(Object.entries(rights.scoped).map(([id, given]) => [id, new Set(given)])),
  };
}
