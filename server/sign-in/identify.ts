import type { Language } from '../../contract/shapes.ts';
import { type Actor, nobody, permissionsOf } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { minutes, today } from '../lib/days.ts';
import { hashToken, isToken } from '../lib/tokens.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findSession, type NextStep, updateLastUse } from './sessions.sql.ts';

export type Identified = { actor: Actor; nextStep: NextStep };

/**
 * Who holds this token, and what they may at this moment. `language` is what the request asks for; without one,
 * people are answered in their own.
 */
export async function identify(
  db: Db,
  token: string | undefined,
  language: Language | null,
  origin: Actor['origin'],
): Promise<Identified> {
  const settings = await readSettings(db);
  const stranger = { actor: nobody(language ?? settings.language, origin), nextStep: null };
  if (token === undefined || !isToken(token)) return stranger;
  const day = today(settings.timeZone).toString();
  const session = await findSession(db, hashToken(token), day, settings);
  if (!session) return stranger;
  const unused = Temporal.Now.instant().since(session.last_used_at).total('milliseconds');
  if (unused > minutes(1)) await updateLastUse(db, session.id);
  return {
    actor: {
      kind: 'user',
      userId: session.user_id,
      sessionId: session.id,
      deviceId: session.device_id,
      deviceTokens: [],
      admin: session.is_admin,
      permissions: permissionsOf(session.is_admin, session.permissions),
      exercises: null,
      scoped: new Map(Object.entries(session.scoped).map(([id, given]) => [id, new Set(given)])),
      language: language ?? session.language,
      origin,
    },
    nextStep: session.next_step,
  };
}
