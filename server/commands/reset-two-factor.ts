import { resetTwoFactor } from '../../contract/second-factors.ts';
import type { Language } from '../../contract/shapes.ts';
import { commandLine } from '../act/actor.ts';
import { resetTwoFactorAct } from '../second-factors/guard-two-factor.ts';
import { nameOf } from '../users/name-of.ts';
import { readWords } from './read-words.ts';
import { say, words } from './say.ts';
import { getNamed, readAs, withDatabase } from './with-database.ts';

/** `muster reset-two-factor WHO` */
export async function runResetTwoFactor(given: string[], language: Language): Promise<number> {
  const { positionals } = readWords('reset-two-factor', given, {}, 1);
  await withDatabase(async (db) => {
    const user = await getNamed(db, positionals[0], 'reset-two-factor');
    await resetTwoFactorAct(db, commandLine(language), readAs(resetTwoFactor, { id: user.id }));
    say(words(language, 'cli.two-factor-reset', { name: nameOf(user) }));
  });
  return 0;
}
