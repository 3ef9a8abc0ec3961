import {
  checkPassword,
  type PasswordPolicy,
  type PasswordProblem,
  policyOf,
} from '../../contract/passwords.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { hashPassword } from '../lib/hash-passwords.ts';
import { type Estimate, estimateGuesses, isCommon } from '../lib/password-strength.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { ChosenPassword } from './credentials.sql.ts';

/** `twoFactor`: they have a second factor, with which the preset NIST is content with less. */
type Person = { firstName: string; lastName: string; email: string; twoFactor?: boolean };

/** The words that a password of this person may not be made of. */
export function wordsAbout(person: Person, organisationName: string): string[] {
  return [person.firstName, person.lastName, localPart(person.email), organisationName, 'muster'].filter(
    (word) => word.length > 2,
  );
}

/** Of an address what stands before the @; any other word whole. */
export function localPart(word: string): string {
  return word.split('@')[0] ?? word;
}

/** Every reason to refuse a password, none when it is good; and how hard it is to guess, where nothing simpler is wrong. */
export async function judgePassword(
  policy: PasswordPolicy,
  password: string,
  words: string[],
): Promise<{ problems: PasswordProblem[]; estimate: Estimate | null }> {
  const problems = checkPassword(policy, password, { words });
  if (problems.length > 0) return { problems, estimate: null };
  const estimate = await estimateGuesses(password, words);
  return { problems: isCommon(estimate) ? [{ code: 'common' }] : [], estimate };
}

/** What is demanded of the password of this person. */
export function policyFor(
  { passwordPolicy }: { passwordPolicy: PasswordPolicy },
  { twoFactor = false }: Pick<Person, 'twoFactor'>,
): PasswordPolicy {
  return policyOf(passwordPolicy, { twoFactor });
}

/**
 * Holds a new password against the policy and hashes it. Refuses with every reason at the field `password`. Slow:
 * never inside a transaction. `organisationName` where it is not in the settings yet.
 */
export async function hashNewPassword(
  db: Db,
  person: Person,
  password: string,
  organisationName?: string,
): Promise<ChosenPassword> {
  const settings = await readSettings(db);
  const words = wordsAbout(person, organisationName ?? settings.organisationName);
  const { problems } = await judgePassword(policyFor(settings, person), password, words);
  if (problems.length > 0) throw new Refused('passwords.refused', { fields: problems.map(fieldOf) });
  const alone = checkPassword(policyFor(settings, {}), password, { words });
  return { hash: await hashPassword(password), needsSecondFactor: alone.length > 0 };
}

function fieldOf({ code, ...values }: PasswordProblem): FieldRefusal {
  return { field: 'password', code: `password.${code}`, values };
}
