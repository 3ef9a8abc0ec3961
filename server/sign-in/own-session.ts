import type {
  changeOwnProfile,
  endOtherSessions,
  endOwnSession,
  getSession,
  listOwnSessions,
  signOut,
} from '../../contract/sign-in.ts';
import { type Act, sessionChange } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { fieldsOf, lockUserRow, updateUser } from '../users/users.sql.ts';
import { answerSession, describeSession } from './describe-session.ts';
import { deleteSession, deleteSessions, listSessions } from './sessions.sql.ts';

/** The user who acts; calls that pass here are only for people with a session. */
export function userIdOf(actor: Actor): string {
  if (actor.userId === null) throw new Refused('session.required');
  return actor.userId;
}

async function todayHere(db: Db): Promise<string> {
  return today((await readSettings(db)).timeZone).toString();
}

export const getSessionAct: Act<typeof getSession> = async (db, actor) => {
  const row = await db
    .selectFrom('sessions')
    .select('next_step')
    .where('id', '=', actor.sessionId ?? '')
    .executeTakeFirst();
  return answerSession(db, userIdOf(actor), await todayHere(db), row?.next_step ?? null);
};

export const signOutAct: Act<typeof signOut> = async (db, actor) => {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    await deleteSession(transaction, userId, actor.sessionId ?? '');
    await recordDeeds(transaction, actor, [
      { action: 'session.signed-out', target: { kind: 'user', id: userId }, about: userId },
    ]);
  });
  return { [sessionChange]: null };
};

export const listOwnSessionsAct: Act<typeof listOwnSessions> = async (db, actor) => {
  const sessions = await listSessions(db, userIdOf(actor), await readSettings(db));
  return {
    items: sessions.map((session) => ({
      id: session.id,
      current: session.id === actor.sessionId,
      createdAt: session.created_at.toString(),
      lastUsedAt: session.last_used_at.toString(),
      expiresAt: session.expires_at.toString(),
      address: session.address,
      device: session.device,
    })),
  };
};

export const endOwnSessionAct: Act<typeof endOwnSession> = async (db, actor, { session }) => {
  const userId = userIdOf(actor);
  return transact(db, async (transaction) => {
    if (!(await deleteSession(transaction, userId, session))) throw new Refused('session.not-found');
    await recordDeeds(transaction, actor, [
      { action: 'session.ended', target: { kind: 'user', id: userId }, about: userId },
    ]);
    return session === actor.sessionId ? { [sessionChange]: null } : undefined;
  });
};

export const endOtherSessionsAct: Act<typeof endOtherSessions> = async (db, actor) => {
  const userId = userIdOf(actor);
  return transact(db, async (transaction) => {
    const ended = await deleteSessions(transaction, userId, actor.sessionId);
    await recordDeeds(transaction, actor, [
      { action: 'session.ended-others', target: { kind: 'user', id: userId }, about: userId },
    ]);
    return { ended };
  });
};

export const changeOwnProfileAct: Act<typeof changeOwnProfile> = async (
  db,
  actor,
  { language, timeZone },
) => {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    const before = fieldsOf(user);
    const after = { ...before, language: language ?? before.language, timeZone: timeZone ?? before.timeZone };
    const changes = changesBetween(before, after);
    if (changes.length === 0) return;
    await updateUser(transaction, user, after);
    await recordDeeds(transaction, actor, [
      { action: 'users.changed', target: { kind: 'user', id: userId }, about: userId, changes },
    ]);
  });
  return describeSession(db, userId, await todayHere(db));
};
