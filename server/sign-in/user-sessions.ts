import type { OutputOf } from '../../contract/endpoint.ts';
import type {
  endOtherSessions,
  endOwnSession,
  endSession,
  endSessions,
  listOwnSessions,
  listSessions,
} from '../../contract/sessions.ts';
import { type Act, sessionChange } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { placeOf } from '../lib/network.ts';
import { assertNotAbove, getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { UserRow } from '../users/users.sql.ts';
import { findDeviceOf, forgetDevices } from './devices.sql.ts';
import { userIdOf } from './own-session.ts';
import { deleteSession, deleteSessions, listSessionsOf } from './sessions.sql.ts';

/** Where people are signed in, and ending it: by themselves, and by those who guard them. */

export const listOwnSessionsAct: Act<typeof listOwnSessions> = (db, actor) =>
  describeSessions(db, actor, userIdOf(actor));

export const listSessionsAct: Act<typeof listSessions> = async (db, actor, { id }) => {
  const user = await getVisibleUser(db, actor, id);
  await assertNotAbove(db, actor, user, await ensureToday(db));
  return describeSessions(db, actor, user.id);
};

async function describeSessions(
  db: Db,
  actor: Actor,
  userId: string,
): Promise<OutputOf<typeof listSessions>> {
  const sessions = await listSessionsOf(db, userId, await readSettings(db));
  return {
    items: sessions.map((session) => ({
      id: session.id,
      current: session.id === actor.sessionId,
      createdAt: session.created_at.toString(),
      lastUsedAt: session.last_used_at.toString(),
      expiresAt: session.expires_at.toString(),
      address: session.address,
      place: placeOf(session.address, actor.origin.address),
      device: session.device,
    })),
  };
}

export const endOwnSessionAct: Act<typeof endOwnSession> = (db, actor, { session }) =>
  transact(db, async (transaction) => {
    await endOne(transaction, actor, userIdOf(actor), session);
    return session === actor.sessionId ? { [sessionChange]: null } : undefined;
  });

export const endSessionAct: Act<typeof endSession> = (db, actor, { id, session }) =>
  guarding(db, actor, id, async (transaction, user) => {
    await endOne(transaction, actor, user.id, session);
    return undefined;
  });

async function endOne(transaction: Db, actor: Actor, userId: string, session: string): Promise<void> {
  const device = await findDeviceOf(transaction, userId, session);
  if (!(await deleteSession(transaction, userId, session))) throw new Refused('session.not-found');
  // Who ends a session from elsewhere no longer trusts the device; who leaves this one comes back to it.
  if (device && device !== actor.deviceId) await forgetDevices(transaction, userId, { only: device });
  await recordDeeds(transaction, actor, [
    { action: 'session.ended', target: { kind: 'user', id: userId }, about: userId },
  ]);
}

export const endOtherSessionsAct: Act<typeof endOtherSessions> = async (db, actor, { which }) => {
  const userId = userIdOf(actor);
  const action = which === 'all' ? 'session.ended-all' : 'session.ended-others';
  return transact(db, async (transaction) => {
    const ended = await deleteSessions(transaction, userId, which === 'all' ? null : actor.sessionId);
    await forgetDevices(transaction, userId, { except: which === 'all' ? null : actor.deviceId });
    await recordDeeds(transaction, actor, [{ action, target: { kind: 'user', id: userId }, about: userId }]);
    return { ended, ...(which === 'all' ? { [sessionChange]: null } : {}) };
  });
};

export const endSessionsAct: Act<typeof endSessions> = (db, actor, { id }) =>
  guarding(db, actor, id, async (transaction, user) => {
    const ended = await deleteSessions(transaction, user.id);
    await forgetDevices(transaction, user.id, { except: null });
    await recordDeeds(transaction, actor, [
      { action: 'session.ended-all', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
    return { ended };
  });

/** Something done to the security of somebody else: never to somebody who has more rights. */
async function guarding<T>(
  db: Db,
  actor: Actor,
  id: string,
  deed: (transaction: Db, user: UserRow) => Promise<T>,
): Promise<T> {
  const day = await ensureToday(db);
  return transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertNotAbove(transaction, actor, user, day);
    return deed(transaction, user);
  });
}
