import type { OutputOf } from '../../contract/endpoint.ts';
import type { estimatePassword } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { hashToken, isToken } from '../lib/tokens.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUser } from '../users/users.sql.ts';
import { judgePassword, localPart, policyFor, wordsAbout } from './choose-password.ts';
import { findLink } from './links.sql.ts';

// Few, so that who really sets a password finds the process that estimates free.
const inTurn = takeTurns({ running: 4, waiting: 40 });

/** So many guesses make a password good, and so many make it strong. */
const goodFrom = 1e8;
const strongFrom = 1e10;

/** Judges a password as it is judged when it is set, so that nothing is called strong that would be refused. */
export const estimatePasswordAct: Act<typeof estimatePassword> = async (
  db,
  actor,
  { password, words, token, twoFactor },
) => {
  const known = await findChooser(db, actor, token);
  if (!known) return { level: null, weaknesses: [] };
  const policy = policyFor(await readSettings(db), { twoFactor: twoFactor ?? known.twoFactor });
  const given = words.map(localPart).filter((word) => word.length > 2);
  const { problems, estimate } = await inTurn(() =>
    judgePassword(policy, password, [...new Set([...known.words, ...given])]),
  );
  const weaknesses = estimate?.weaknesses ?? [];
  if (problems.length > 0 || !estimate) return { level: 'refused', weaknesses };
  return { level: levelOf(estimate.guesses), weaknesses };
};

function levelOf(guesses: number): OutputOf<typeof estimatePassword>['level'] {
  if (guesses >= strongFrom) return 'strong';
  return guesses >= goodFrom ? 'good' : 'fair';
}

type Chooser = { words: string[]; twoFactor: boolean };

/** What is known of the one who chooses a password; null for who does not choose one. */
async function findChooser(db: Db, actor: Actor, token: string | undefined): Promise<Chooser | null> {
  const { organisationName } = await readSettings(db);
  const link = token === undefined ? undefined : await findLink(db, token, ['activation', 'reset']);
  const userId = link && !link.expired ? link.userId : actor.userId;
  const user = userId === null ? undefined : await findUser(db, userId);
  if (user) {
    const person = { firstName: user.first_name, lastName: user.last_name, email: user.email };
    return { words: wordsAbout(person, organisationName), twoFactor: user.two_factor_on };
  }
  const isFirst = token !== undefined && (await isFirstRun(db, token));
  return isFirst ? { words: ['muster'], twoFactor: false } : null;
}

async function isFirstRun(db: Db, token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  const row = await db
    .selectFrom('installation')
    .select('id')
    .where('setup_token_hash', '=', hashToken(token))
    .where('claimed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
