import { z } from 'zod';
import { endpoint, sessionSteps } from './endpoint.ts';
import { passwordLevels, passwordWeaknesses } from './passwords.ts';
import { permissions } from './permissions.ts';
import { idShape, languageShape } from './shapes.ts';
import { personFields, userShape } from './user-shapes.ts';

/** From nobody to a session (product §4). */

const secret = z.string().max(5000);

export const sessionShape = z.object({
  user: z.object({
    id: idShape,
    name: z.string(),
    firstName: z.string(),
    email: z.string(),
    language: languageShape,
    timeZone: z.string(),
    admin: z.boolean(),
  }),
  /** What they may in the whole installation. */
  permissions: z.array(z.enum(permissions)),
  /** What their role in an organisation lets them do there; empty for people with admin access, who may everything. */
  organisations: z.array(
    z.object({ id: idShape, name: z.string(), permissions: z.array(z.enum(permissions)) }),
  ),
});
export type Session = z.infer<typeof sessionShape>;

/** Signed in; or the step that comes next. */
export const sessionAnswerShape = z.union([sessionShape, z.object({ next: z.enum(sessionSteps) })]);

export const signIn = endpoint({
  name: 'session.sign-in',
  summary:
    'Signs in with an e-mail address or username and a password; answers a session cookie, or the step that comes next.',
  method: 'POST',
  path: '/session',
  may: 'anyone',
  input: z.strictObject({ identifier: z.string().max(1000), password: secret }),
  output: sessionAnswerShape,
  refusals: ['session.wrong', 'session.locked', 'session.slow-down', 'server.busy'],
});

export const getSession = endpoint({
  name: 'session.get',
  summary: 'Who is signed in here, with which rights; or the step that comes next.',
  method: 'GET',
  path: '/session',
  may: 'half-signed-in',
  during: sessionSteps,
  input: z.strictObject({}),
  output: sessionAnswerShape,
  refusals: [],
});

export const signOut = endpoint({
  name: 'session.sign-out',
  summary: 'Ends this session.',
  method: 'DELETE',
  path: '/session',
  may: 'half-signed-in',
  during: sessionSteps,
  input: z.strictObject({}),
  output: null,
  refusals: [],
});

export const forgotPassword = endpoint({
  name: 'password.forgotten',
  summary: 'Asks for a reset link. The answer is always the same.',
  method: 'POST',
  path: '/password/forgotten',
  may: 'anyone',
  input: z.strictObject({ email: z.string().max(1000) }),
  output: null,
  refusals: ['request.too-many'],
});

export const resetPassword = endpoint({
  name: 'password.reset',
  summary: 'Uses a reset link: sets the password and ends all sessions. Unlocks nobody.',
  method: 'POST',
  path: '/password/reset',
  may: 'anyone',
  input: z.strictObject({ token: secret, password: secret }),
  output: null,
  refusals: ['links.invalid', 'links.expired', 'passwords.refused', 'server.busy'],
});

export const activateAccount = endpoint({
  name: 'activation.use',
  summary:
    'Uses an activation link: proves the address and sets the first password. A name counts only where it was guessed from the address.',
  method: 'POST',
  path: '/activation',
  may: 'anyone',
  input: z.strictObject({
    token: secret,
    password: secret,
    firstName: personFields.firstName.optional(),
    infix: personFields.infix.optional(),
    lastName: personFields.lastName.optional(),
  }),
  output: null,
  refusals: ['links.invalid', 'links.expired', 'passwords.refused', 'server.busy'],
});

export const estimatePassword = endpoint({
  name: 'password.estimate',
  summary:
    'How hard a password is to guess, and why, for who chooses one: in a session, by a link from a mail, or with the token of the first run; for everybody else `level` is null. Nothing of it is kept.',
  method: 'POST',
  path: '/password/strength',
  may: 'anyone',
  input: z.strictObject({
    password: secret,
    /** Names of the person and the organisation, as far as they are not known yet. */
    words: z.array(z.string().max(1000)).max(20).default([]),
    token: secret.optional(),
    /** Whether the person has a second factor, where it is not one’s own password. */
    twoFactor: z.boolean().optional(),
  }),
  output: z.object({
    level: z.enum(passwordLevels).nullable(),
    weaknesses: z.array(z.enum(passwordWeaknesses)),
  }),
  refusals: ['server.busy'],
});

export const linkPurposes = ['activation', 'reset', 'email'] as const;

export const inspectLink = endpoint({
  name: 'links.inspect',
  summary: 'What a link from a mail is for. Changes nothing: mail scanners open links.',
  method: 'POST',
  path: '/links/inspect',
  may: 'anyone',
  input: z.strictObject({ token: secret }),
  output: z.object({
    purpose: z.enum(linkPurposes),
    state: z.enum(['usable', 'expired']),
    name: z.string(),
    /** True when the name was guessed from the address, so that its owner may correct it while activating. */
    asksName: z.boolean(),
    firstName: z.string(),
    infix: z.string().nullable(),
    lastName: z.string(),
    email: z.string(),
    language: languageShape,
    /** Where somebody is asked to become a member, and by whom; empty for who was added by an administrator. */
    organisations: z.array(z.string()),
    invitedBy: z.string().nullable(),
    /** True where the one who was asked in may say no: nothing but the invitation is there of them. */
    mayDecline: z.boolean(),
    /** Words that the password may not be made of: the person's and the organisation's names. */
    words: z.array(z.string()),
    /** They have a second factor: the preset NIST then asks for less. */
    twoFactor: z.boolean(),
  }),
  refusals: ['links.invalid', 'links.used', 'links.replaced', 'links.withdrawn'],
});

export const declineInvitation = endpoint({
  name: 'invitation.decline',
  summary:
    'Says no to an invitation: everything about the one who was asked in is erased, and whoever invited is told.',
  method: 'POST',
  path: '/invitation/decline',
  may: 'anyone',
  input: z.strictObject({ token: secret }),
  output: null,
  refusals: ['links.invalid', 'links.expired'],
});

export const renewLink = endpoint({
  name: 'links.renew',
  summary: 'Sends a new link to the same address, in exchange for an expired one.',
  method: 'POST',
  path: '/links/renew',
  may: 'anyone',
  input: z.strictObject({ token: secret }),
  output: null,
  refusals: ['links.invalid', 'request.too-many'],
});

export const confirmEmail = endpoint({
  name: 'email.confirm',
  summary: 'Uses the link in the mail to a new address: from now on it counts for signing in.',
  method: 'POST',
  path: '/email/confirm',
  may: 'anyone',
  input: z.strictObject({ token: secret }),
  output: null,
  refusals: ['links.invalid', 'links.expired', 'users.email-taken'],
});

export const changeOwnPassword = endpoint({
  name: 'me.change-password',
  summary:
    'Chooses a new password for oneself; all other sessions end. Asks for the current one, except right after signing in with one that must be changed.',
  method: 'PUT',
  path: '/me/password',
  may: 'half-signed-in',
  during: ['change-password'],
  input: z.strictObject({ current: secret.optional(), password: secret }),
  output: sessionAnswerShape,
  refusals: ['session.wrong-password', 'session.locked', 'passwords.refused', 'server.busy'],
});

export const unlockUser = endpoint({
  name: 'users.unlock',
  summary: 'Lets a locked person try again. The old password works again; a new one is advised.',
  method: 'POST',
  path: '/users/:id/unlock',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'users.not-locked'],
});

export const setPassword = endpoint({
  name: 'users.set-password',
  summary: 'Sets somebody’s password. They are not told; all their sessions end.',
  method: 'POST',
  path: '/users/:id/password',
  may: 'users.security',
  input: z.strictObject({ id: idShape, password: secret, mustChange: z.boolean().default(true) }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'users.own-security', 'passwords.refused', 'server.busy'],
});
