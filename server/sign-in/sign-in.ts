import type { signIn } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { describeDeeds } from '../audit/record-deeds.ts';
import { knockOf, openSignIn } from './candidate.sql.ts';
import { checkPassword, refuseLocked } from './check-password.ts';
import { sessionOf } from './describe-session.ts';
import { keepInBrowser } from './devices.sql.ts';
import { nextStepOf } from './next-step.ts';
import { beginSession } from './sessions.sql.ts';

/**
 * Signs in with a password. Whoever is unknown, wrong, pending, starting or deactivated gets the same answer after
 * the same work.
 */
export const signInAct: Act<typeof signIn> = async (db, actor, { identifier, password }) => {
  const knock = knockOf(actor, identifier);
  const { found, settings } = await openSignIn(db, identifier, actor.deviceTokens, knock);
  const { lockAfter, supportEmail } = settings;
  const credential = found?.mayComeIn ? found.credential : null;
  if (!found || !credential) {
    await checkPassword(db, actor, null, password, lockAfter);
    throw new Refused('session.wrong');
  }
  const { user, deviceId, mark: firstMark, refused } = found;
  const nextStep = nextStepOf({ ...found, mustChange: credential.mustChange }, { proved: false });
  let token = '';
  let deviceToken = '';
  const candidate = { user, credential, deviceId, mark: firstMark, refused };
  const verdict = await checkPassword(db, actor, candidate, password, lockAfter, async (mark) => {
    const deeds = describeDeeds({ ...actor, kind: 'user', userId: user.id }, [
      {
        action: nextStep === 'two-factor' ? 'session.password-right' : 'session.signed-in',
        target: { kind: 'user', id: user.id },
        about: user.id,
      },
    ]);
    const begin = {
      userId: user.id,
      checked: credential.version,
      mark,
      nextStep,
      deviceId,
      knock,
      deeds,
    } as const;
    const begun = await beginSession(db, begin, actor.origin);
    ({ token, deviceToken } = begun);
    return begun.verdict;
  });
  if (verdict === 'locked') throw refuseLocked(supportEmail);
  if (verdict === 'wrong') throw new Refused('session.wrong');
  const answer = nextStep ? { next: nextStep } : sessionOf(user, found.sources);
  const isNewDevice = deviceId === null && nextStep !== 'two-factor';
  return { ...answer, ...keepInBrowser(actor, token, isNewDevice ? deviceToken : null) };
};
