import type { MailKind } from '../../contract/mail.ts';

/** `by`: the name of who did it; absent or null where nobody in particular did, or the receiver. */
type Common = { firstName?: string; by?: string | null };

/** What can change about the second factors of somebody. */
export const twoFactorChanges = [
  'on',
  'off',
  'appSetUp',
  'appRemoved',
  'passkeyAdded',
  'passkeyRemoved',
  'recoveryCodeUsed',
  'recoveryCodesRenewed',
  'required',
  'released',
  'reset',
] as const;
export type TwoFactorChange = (typeof twoFactorChanges)[number];

/** What the words of each kind of mail need, beyond the settings of the installation. */
export type MailValues = {
  /** `belongsTo`: the organisation that asks somebody in; absent for who was added by an administrator. */
  activation: Common & { belongsTo?: string };
  /** The same once more, where the first one was not answered. */
  reminder: Common & { belongsTo?: string };
  /** Without `by`: asked for on the sign-in page. */
  reset: Common;
  /**
   * `delayed`: the last administrator is not locked but may try again after `until`, a moment in words. `byStranger`: on
   * a device that is not known.
   */
  locked: Common & { delayed?: boolean; until?: string; byStranger?: boolean };
  /** `passkey`: the name of one that came or went; `left`: how many recovery codes there still are. */
  'two-factor': Common & { change: TwoFactorChange; passkey: string; left: string };
  /** To the new address. */
  'email-confirm': Common;
  /** To the old address; `confirmed` when the new one counts at once. */
  'email-changed': Common & { newEmail: string; confirmed: boolean };
  /** Somebody who has an account already now belongs to an organisation as well. */
  'made-member': Common & { belongsTo: string };
  /** To who invited, and the administrators of the organisation. */
  'invitation-declined': Common & { belongsTo: string; about: string };
  /** To who can decide that somebody becomes a member; `note`: what the asker wrote, perhaps nothing. */
  'request-made': Common & { belongsTo: string; about: string; note: string; hasNote: boolean };
  /** To who asked for a new member. */
  'request-decided': Common & { belongsTo: string; about: string; approved: boolean };
  /** Subject and text as somebody wrote them. */
  'group-message': Common & { group: string; heading: string; message: string };
  /** To administrators: a link with a personnel file is in trouble, waits for somebody, or works again. */
  'personnel-file': Common & { file: string; outcome: 'trouble' | 'brake' | 'works'; reason: string };
  test: Common;
};

/** The page that a kind of mail leads to, where it needs no secret. */
export const pages: Partial<Record<MailKind, string>> = { 'request-made': '/requests' };

/** The kinds whose mail is worth nothing without its link. */
export const kindsWithLink: readonly string[] = [
  'activation',
  'reminder',
  'reset',
  'email-confirm',
] satisfies readonly MailKind[];
