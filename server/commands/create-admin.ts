import { setUp } from '../../contract/setup.ts';
import { type Language, languages } from '../../contract/shapes.ts';
import { setPassword } from '../../contract/sign-in.ts';
import { createUser } from '../../contract/users.ts';
import { setAdminAccessAct } from '../accounts/change-rights.ts';
import { createUserAct } from '../accounts/create-user.ts';
import { commandLine } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { isUnclaimed } from '../setup/claim.sql.ts';
import { claimInstallation } from '../setup/claim-installation.ts';
import { hashNewPassword } from '../sign-in/choose-password.ts';
import { setPasswordAct } from '../sign-in/guard-user.ts';
import { nameOf } from '../users/name-of.ts';
import { findUserByEmail, type UserRow } from '../users/users.sql.ts';
import { ask, canAsk, readPassword } from './ask.ts';
import { readWords } from './read-words.ts';
import { type CommandText, failure, say, words } from './say.ts';
import { readAs, withDatabase } from './with-database.ts';

const options = {
  email: { type: 'string' },
  'first-name': { type: 'string' },
  infix: { type: 'string' },
  'last-name': { type: 'string' },
  organisation: { type: 'string' },
  language: { type: 'string' },
  'time-zone': { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

const questions = {
  organisation: 'cli.ask.organisation',
  email: 'cli.ask.email',
  'first-name': 'cli.ask.first-name',
  infix: 'cli.ask.infix',
  'last-name': 'cli.ask.last-name',
} as const satisfies Record<string, CommandText>;

type Question = keyof typeof questions;
type Given = { [Name in Question | 'language' | 'time-zone']?: string | undefined } & { fromInput: boolean };

/** `muster create-admin`: claims a fresh installation, or adds an administrator to one that is in use. */
export async function runCreateAdmin(given: string[], language: Language): Promise<number> {
  const { values } = readWords('create-admin', given, options);
  const { 'password-stdin': fromInput = false, ...fields } = values;
  const asked: Given = { ...fields, fromInput };
  await withDatabase(
    async (db) => ((await isUnclaimed(db)) ? claim(db, language, asked) : add(db, language, asked)),
    { mayCreate: true },
  );
  return 0;
}

async function claim(db: Db, language: Language, given: Given): Promise<void> {
  const answers = await complete(language, given, [
    'organisation',
    'email',
    'first-name',
    'infix',
    'last-name',
  ]);
  const password = await readPassword(language, 'create-admin', given.fromInput);
  const { token, demo, ...input } = readAs(setUp, {
    token: '',
    password,
    organisationName: answers.organisation,
    language: languageOf(given, language),
    timeZone: given['time-zone'],
    ...personFrom(answers),
  });
  await claimInstallation(db, commandLine(language), input, null);
  const name = nameOf({ first_name: input.firstName, infix: input.infix ?? null, last_name: input.lastName });
  say(
    words(language, 'cli.admin.claimed', { organisation: input.organisationName, name, email: input.email }),
  );
}

/** Three acts, each with its own entry in the audit; when it stops in between, the same command goes on from there. */
async function add(db: Db, language: Language, given: Given): Promise<void> {
  const { email = '' } = await complete(language, given, ['email']);
  const actor = commandLine(language);
  const there = await findUserByEmail(db, email);
  const password =
    there && !given.fromInput ? null : await readPassword(language, 'create-admin', given.fromInput);
  const user = there ?? (await addPerson(db, language, { ...given, email }, password ?? ''));
  if (password !== null) {
    await setPasswordAct(db, actor, readAs(setPassword, { id: user.id, password, mustChange: false }));
  }
  if (!user.is_admin) await setAdminAccessAct(db, actor, { id: user.id, granted: true });
  const key = password === null ? 'cli.admin.granted' : 'cli.admin.added';
  say(words(language, key, { name: nameOf(user), email: user.email }));
}

async function addPerson(db: Db, language: Language, given: Given, password: string): Promise<UserRow> {
  const answers = await complete(language, given, ['email', 'first-name', 'infix', 'last-name']);
  const input = readAs(createUser, {
    ...personFrom(answers),
    language: languageOf(given, language),
    timeZone: given['time-zone'],
    sendWelcomeMail: false,
  });
  // Refuses a password that cannot be, before anybody is added.
  await hashNewPassword(db, input, password);
  await createUserAct(db, commandLine(language), input);
  const user = await findUserByEmail(db, input.email);
  if (!user) throw failure('cli.nobody', { who: input.email });
  return user;
}

function personFrom(answers: Partial<Record<Question, string>>) {
  return {
    email: answers.email,
    firstName: answers['first-name'],
    infix: answers.infix || null,
    lastName: answers['last-name'],
  };
}

function languageOf(given: Given, language: Language): string {
  const wanted = given.language ?? language;
  if (languages.some((known) => known === wanted)) return wanted;
  throw failure('cli.option-value', { word: '--language', command: 'create-admin' }, 2);
}

/** What was given, and what somebody at the terminal answers for the rest; only the infix may stay away. */
async function complete(
  language: Language,
  given: Given,
  wanted: Question[],
): Promise<Partial<Record<Question, string>>> {
  const missing = wanted.filter((name) => given[name] === undefined);
  if (!canAsk()) {
    const needed = missing.filter((name) => name !== 'infix').map((name) => `--${name}`);
    if (needed.length > 0) {
      throw failure('cli.missing', { options: needed.join(' '), command: 'create-admin' }, 2);
    }
    return Object.fromEntries(wanted.map((name) => [name, given[name] ?? '']));
  }
  const answers: Partial<Record<Question, string>> = {};
  for (const name of wanted) answers[name] = given[name] ?? (await ask(language, questions[name]));
  return answers;
}
