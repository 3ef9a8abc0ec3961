import { essentialWord, isCommonlyUsed } from './password-words.ts';

/** What the organisation demands of passwords. Digit, lower and upper: at least one of each is needed. */
export type PasswordPolicy = {
  preset: 'classic' | 'nist' | 'custom';
  minimumLength: number;
  digit: boolean;
  lower: boolean;
  upper: boolean;
};

/** Why a password is refused; the words stand in the texts under these codes. */
export type PasswordProblem =
  | { code: 'too-short'; minimum: number }
  | { code: 'too-long'; maximum: number }
  | { code: 'no-digit' }
  | { code: 'no-lower' }
  | { code: 'no-upper' }
  | { code: 'refused-word'; word: string }
  | { code: 'common' };

/** How hard a password is to guess; what is refused is too easy, or does not meet the policy. */
export const passwordLevels = ['refused', 'fair', 'good', 'strong'] as const;

/** What makes a password easier to guess than it looks. */
export const passwordWeaknesses = [
  'about-you',
  'leaked',
  'word',
  'name',
  'keys',
  'sequence',
  'repeat',
  'date',
] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];

/** Longer passwords only cost time. NIST SP 800-63B demands that at least 64 characters are allowed. */
export const maximumPasswordLength = 256;

/** What a preset demands; only `custom` reads the numbers that stand beside it. NIST: 8 beside a second factor. */
export function policyOf(
  settings: PasswordPolicy,
  person: { twoFactor: boolean } = { twoFactor: false },
): PasswordPolicy {
  switch (settings.preset) {
    case 'classic':
      return { preset: 'classic', minimumLength: 8, digit: true, lower: true, upper: true };
    case 'nist':
      return {
        preset: 'nist',
        minimumLength: person.twoFactor ? 8 : 15,
        digit: false,
        lower: false,
        upper: false,
      };
    case 'custom':
      return { ...settings, minimumLength: Math.min(settings.minimumLength, 64) };
  }
}

/** The form in which a password is checked and hashed, so that every keyboard gives the same one (NFKC, SP 800-63B). */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Every reason to refuse this password, none when it is good. Characters are Unicode code points.
 * @param context.words names that it may not essentially consist of: of the person, the address, the organisation.
 */
export function checkPassword(
  policy: PasswordPolicy,
  password: string,
  context: { words: string[] },
): PasswordProblem[] {
  if (password === '') return [{ code: 'too-short', minimum: policy.minimumLength }];
  // NFC counts what was typed; NFKC would make eighteen characters of some single ones.
  const length = [...password.slice(0, 8 * maximumPasswordLength).normalize('NFC')].length;
  if (length > maximumPasswordLength || password.length > 8 * maximumPasswordLength) {
    return [{ code: 'too-long', maximum: maximumPasswordLength }];
  }
  const normal = normalisePassword(password);
  const problems: PasswordProblem[] = [];
  if (length < policy.minimumLength) problems.push({ code: 'too-short', minimum: policy.minimumLength });
  if (policy.digit && !/\p{Nd}/u.test(normal)) problems.push({ code: 'no-digit' });
  if (policy.lower && !/\p{Lowercase}/u.test(normal)) problems.push({ code: 'no-lower' });
  if (policy.upper && !/\p{Uppercase}/u.test(normal)) problems.push({ code: 'no-upper' });
  const words = ['muster', ...context.words.map(localPart)];
  const word = essentialWord(normal, words);
  if (word !== undefined) problems.push({ code: 'refused-word', word });
  else if (isCommonlyUsed(normal, words)) problems.push({ code: 'common' });
  return problems;
}

function localPart(word: string): string {
  return word.split('@')[0] ?? word;
}
