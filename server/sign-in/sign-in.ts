import type { signIn } from '../../contract/sign-in.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { describeDeeds } from '../audit/record-deeds.ts';
import { today } from '../lib/days.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type Candidate, findCandidate } from './candidate.sql.ts';
import { checkPassword, refuseLocked } from './check-password.ts';
import { sessionOf } from './describe-session.ts';
import { beginSession } from './sessions.sql.ts';

/**
 * Signs in with a password. Whoever is unknown, wrong, pending, starting or deactivated gets the same answer after
 * the same work.
 */
export const signInAct: Act<typeof signIn> = async (db, actor, { identifier, password }) => {
  const settings = await readSettings(db);
  const found = await findCandidate(db, identifier, today(settings.timeZone).toString());
  const candidate = found?.mayComeIn ? withCredential(found) : null;
  let token: string | null = null;
  const verdict = await checkPassword(db, actor, candidate, password, settings.lockAfter, async (mark) => {
    if (!candidate) return false;
    const { user, credential } = candidate;
    const deeds = describeDeeds({ ...actor, kind: 'user', userId: user.id }, [
      { action: 'session.signed-in', target: { kind: 'user', id: user.id }, about: user.id },
    ]);
    const nextStep = credential.mustChange ? 'change-password' : null;
    const session = await beginSession(db, { userId: user.id, mark, nextStep, deeds }, actor.origin);
    token = session?.token ?? null;
    return session !== null;
  });
  if (verdict === 'locked') throw refuseLocked(settings.supportEmail);
  if (verdict === 'wrong' || !candidate) throw new Refused('session.wrong');
  const answer = candidate.credential.mustChange
    ? { next: 'change-password' as const }
    : sessionOf(candidate.user, candidate.user.permissions);
  return { ...answer, [sessionChange]: token };
};

function withCredential(user: Candidate) {
  return user.credential && { user, credential: user.credential };
}
