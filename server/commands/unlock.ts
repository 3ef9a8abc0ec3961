import type { Language } from '../../contract/shapes.ts';
import { unlockUser } from '../../contract/sign-in.ts';
import { commandLine } from '../act/actor.ts';
import { unlockUserAct } from '../sign-in/guard-user.ts';
import { nameOf } from '../users/name-of.ts';
import { readWords } from './read-words.ts';
import { say, words } from './say.ts';
import { getNamed, readAs, withDatabase } from './with-database.ts';

/** `muster unlock WHO` */
export async function runUnlock(given: string[], language: Language): Promise<number> {
  const { positionals } = readWords('unlock', given, {}, 1);
  await withDatabase(async (db) => {
    const user = await getNamed(db, positionals[0], 'unlock');
    await unlockUserAct(db, commandLine(language), readAs(unlockUser, { id: user.id }));
    say(words(language, 'cli.unlocked', { name: nameOf(user), who: user.email }));
  });
  return 0;
}
