import type { getSession, signOut } from '../../contract/sign-in.ts';
import { type Act, sessionChange } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { answerSession } from './describe-session.ts';
import { deleteSession } from './sessions.sql.ts';

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
