import type { Language } from '../../contract/shapes.ts';
import { type Actor, nobody, permissionsOf } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { minutes, today } from '../lib/days.ts';
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
  const settings = await readSettings(db);
  const day = today(settings.timeZone).toString();
  const stranger = nobody(language ?? settings.language, origin);
  if (shown.program !== undefined) {
    const actor = await identifyProgram(db, shown.program, day, stranger, language);
    return { actor: actor ?? stranger, nextStep: null };
  }
  if (shown.session === undefined || !isToken(shown.session)) return { actor: stranger, nextStep: null };
  const session = await findSession(db, hashToken(shown.session), day, settings);
  if (!session) return { actor: stranger, nextStep: null };
  const unused = Temporal.Now.instant().since(session.last_used_at).total('milliseconds');
  if (unused > minutes(1)) await updateLastUse(db, session.id);
  return {
    actor: {
      ...stranger,
      kind: 'user',
      userId: session.user_id,
      sessionId: session.id,
      deviceId: session.device_id,
      provedAt: session.proved_at,
      admin: session.is_admin,
      permissions: permissionsOf(session.is_admin, session.permissions),
      scoped: new Map(Object.entries(session.scoped).map(([id, given]) => [id, new Set(given)])),
      language: language ?? session.language,
    },
    nextStep: session.next_step,
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
