import { checkPassword, type PasswordProblem, policyOf } from '../../contract/passwords.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { hashPassword } from '../lib/hash-passwords.ts';
import { isCommonPassword } from '../lib/password-strength.ts';
import { readSettings } from '../settings/read-settings.ts';

type Person = { firstName: string; lastName: string; email: string };

/** The words that a password of this person may not be made of. */
export function wordsAbout(person: Person, organisationName: string): string[] {
  return [
    person.firstName,
    person.lastName,
    person.email.split('@')[0] ?? '',
    organisationName,
    'muster',
  ].filter((word) => word.length > 2);
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
): Promise<string> {
  const settings = await readSettings(db);
  const words = wordsAbout(person, organisationName ?? settings.organisationName);
  const problems: PasswordProblem[] = checkPassword(policyOf(settings.passwordPolicy), password, { words });
  if (problems.length === 0 && (await isCommonPassword(password, words))) problems.push({ code: 'common' });
  if (problems.length > 0) throw new Refused('passwords.refused', { fields: problems.map(fieldOf) });
  return hashPassword(password);
}

function fieldOf({ code, ...values }: PasswordProblem): FieldRefusal {
  return { field: 'password', code: `password.${code}`, values };
}
