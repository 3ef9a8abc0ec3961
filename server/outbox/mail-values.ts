import type { MailKind } from '../../contract/mail.ts';

/** `by`: the name of who did it; absent or null where nobody in particular did, or the receiver. */
type Common = { firstName?: string; by?: string | null };

/** What the words of each kind of mail need, beyond the settings of the installation. */
export type MailValues = {
  activation: Common;
  /** Without `by`: asked for on the sign-in page. */
  reset: Common;
  /** `delayed`: the last administrator is not locked but may try again after `until`, a moment in words. */
  locked: Common & { delayed?: boolean; until?: string };
  /** To the new address. */
  'email-confirm': Common;
  /** To the old address; `confirmed` when the new one counts at once. */
  'email-changed': Common & { newEmail: string; confirmed: boolean };
  test: Common;
};

/** The kinds whose mail is worth nothing without its link. */
export const kindsWithLink: readonly string[] = [
  'activation',
  'reset',
  'email-confirm',
] satisfies readonly MailKind[];
