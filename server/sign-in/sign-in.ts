import { sql } from 'kysely';
import type { signIn } from '../../contract/sign-in.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import type { Db } from '../db/transact.ts';
import { belongsOn } from '../employment/employment.sql.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUserByIdentifier, type UserRow } from '../users/users.sql.ts';
import { checkPassword, refuseLocked } from './check-password.ts';
import { findCredential } from './credentials.sql.ts';
import { describeSession } from './describe-session.ts';
import { insertSession } from './sessions.sql.ts';

/**
 * Signs in with a password. Whoever is unknown, wrong, pending, starting or deactivated gets the same answer after
 * the same work.
 */
export const signInAct: Act<typeof signIn> = async (db, actor, { identifier, password }) => {
  const settings = await readSettings(db);
  const day = today(settings.timeZone).toString();
  const user = await findUserByIdentifier(db, identifier);
  const credential = user && (await findCredential(db, user.id));
  const mayComeIn = user !== undefined && (await canComeIn(db, user, day));
  const candidate = user && credential && mayComeIn ? { user, credential } : null;
  let session: { id: string; token: string } | null = null;
  const verdict = await checkPassword(db, actor, candidate, password, async (transaction) => {
    if (!candidate) return;
    const next = candidate.credential.mustChange ? 'change-password' : null;
    session = await insertSession(transaction, candidate.user.id, next, actor.origin);
    await noteSignIn(transaction, candidate.user.id);
    const signedIn = { ...actor, kind: 'user' as const, userId: candidate.user.id };
    await recordDeeds(transaction, signedIn, [
      {
        action: 'session.signed-in',
        target: { kind: 'user', id: candidate.user.id },
        about: candidate.user.id,
      },
    ]);
  });
  if (verdict === 'locked') throw refuseLocked(settings.supportEmail);
  if (verdict === 'wrong' || !session || !candidate) throw new Refused('session.wrong');
  const { token } = session as { token: string };
  const answer = candidate.credential.mustChange
    ? { next: 'change-password' as const }
    : await describeSession(db, candidate.user.id, day);
  return { ...answer, [sessionChange]: token };
};

/** Activated, and a staff membership covers this day. */
export async function canComeIn(db: Db, user: UserRow, day: string): Promise<boolean> {
  return user.activated_at !== null && (await belongsOn(db, user.id, day));
}

async function noteSignIn(transaction: Db, userId: string): Promise<void> {
  await sql`update users set last_sign_in_at = now() where id = ${userId}`.execute(transaction);
}
