import type { Language } from '../../contract/shapes.ts';
import { setPassword } from '../../contract/sign-in.ts';
import { commandLine } from '../act/actor.ts';
import { makePassword } from '../lib/make-password.ts';
import { setPasswordAct } from '../sign-in/guard-user.ts';
import { nameOf } from '../users/name-of.ts';
import { readPassword } from './ask.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';
import { getNamed, readAs, withDatabase } from './with-database.ts';

const options = {
  'password-stdin': { type: 'boolean' },
  generate: { type: 'boolean' },
  keep: { type: 'boolean' },
} as const;

/** `muster set-password WHO` */
export async function runSetPassword(given: string[], language: Language): Promise<number> {
  const { values, positionals } = readWords('set-password', given, options, 1);
  if (positionals[0] === undefined) throw failure('cli.missing-who', { command: 'set-password' }, 2);
  await withDatabase(async (db) => {
    const user = await getNamed(db, positionals[0], 'set-password');
    const password = values.generate
      ? makePassword()
      : await readPassword(language, 'set-password', values['password-stdin'] ?? false);
    const input = readAs(setPassword, { id: user.id, password, mustChange: !values.keep });
    await setPasswordAct(db, commandLine(language), input);
    say(words(language, 'cli.password-set', { name: nameOf(user) }));
    if (!values.keep) say(words(language, 'cli.password-must-change'));
    if (values.generate) say(words(language, 'cli.password-generated', { password }));
  });
  return 0;
}
