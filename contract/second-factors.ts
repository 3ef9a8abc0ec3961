import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { requiredLine } from './lines.ts';
import { idShape, instantShape } from './shapes.ts';
import { sessionAnswerShape } from './sign-in.ts';
import { userShape } from './user-shapes.ts';

/** Authenticator apps, passkeys and recovery codes (product §5.6). */

const base64 = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);

const credential = {
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
};

/** What a browser answers when somebody signs with a passkey (WebAuthn, `AuthenticationResponseJSON`). */
const assertionShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64,
    authenticatorData: base64,
    signature: base64,
    userHandle: base64.optional(),
  }),
});
export type Assertion = z.infer<typeof assertionShape>;

/** What a browser answers when it has made a passkey (WebAuthn, `RegistrationResponseJSON`). */
const newPasskeyShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64,
    attestationObject: base64,
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']).catch('hybrid'))
      .max(20)
      .optional(),
  }),
});
export type NewPasskey = z.infer<typeof newPasskeyShape>;

const codeShape = z.string().max(100);

/** Ten codes; shown this once. */
const codesShape = z.array(z.string());

export const proveSecondFactor = endpoint({
  name: 'session.prove-second-factor',
  summary:
    'The second step of signing in: a code of the authenticator app, a recovery code, or a passkey; exactly one of them. The session goes on under a new token.',
  method: 'POST',
  path: '/session/two-factor',
  may: 'half-signed-in',
  during: ['two-factor'],
  input: z.strictObject({
    code: codeShape.optional(),
    recoveryCode: codeShape.optional(),
    passkey: assertionShape.optional(),
  }),
  output: sessionAnswerShape,
  refusals: ['session.wrong-code', 'session.wrong-passkey', 'session.locked', 'server.busy'],
});

export const proveAgain = endpoint({
  name: 'session.prove',
  summary:
    'Proves again that it is really you, for calls that ask for it (`session.prove-again`): the password, a code of the authenticator app, or a passkey; exactly one of them. The session goes on under a new token.',
  method: 'POST',
  path: '/session/proof',
  may: 'signed-in',
  input: z.strictObject({
    password: z.string().max(5000).optional(),
    code: codeShape.optional(),
    passkey: assertionShape.optional(),
  }),
  output: null,
  refusals: [
    'session.wrong-password',
    'session.wrong-code',
    'session.wrong-passkey',
    'session.locked',
    'server.busy',
  ],
});

export const listOwnFactorKinds = endpoint({
  name: 'session.factor-kinds',
  summary: 'With what the second step of signing in can be done.',
  method: 'GET',
  path: '/session/two-factor',
  may: 'half-signed-in',
  during: ['two-factor', 'change-password'],
  input: z.strictObject({}),
  output: z.object({ app: z.boolean(), passkeys: z.boolean(), recoveryCodes: z.boolean() }),
  refusals: [],
});

export const challengePasskey = endpoint({
  name: 'session.challenge-passkey',
  summary: 'What a browser has to sign with a passkey to sign in. Lives five minutes, works once.',
  method: 'POST',
  path: '/session/passkey/challenge',
  may: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.number().int(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(
      z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) }),
    ),
  }),
  refusals: ['passkeys.not-here'],
});

export const signInWithPasskey = endpoint({
  name: 'session.sign-in-with-passkey',
  summary: 'Signs in with a passkey instead of a password; counts as two factors.',
  method: 'POST',
  path: '/session/passkey',
  may: 'anyone',
  input: z.strictObject({ passkey: assertionShape }),
  output: sessionAnswerShape,
  refusals: ['session.wrong-passkey', 'session.locked', 'passkeys.not-here'],
});

export const getOwnSecondFactors = endpoint({
  name: 'me.second-factors',
  summary: 'The own authenticator app, passkeys, and how many recovery codes are left.',
  method: 'GET',
  path: '/me/two-factor',
  may: 'half-signed-in',
  during: ['set-up-two-factor'],
  input: z.strictObject({}),
  output: z.object({
    required: z.boolean(),
    app: z.object({ setUpAt: instantShape, lastUsedAt: instantShape.nullable() }).nullable(),
    passkeys: z.array(
      z.object({
        id: idShape,
        name: z.string(),
        createdAt: instantShape,
        lastUsedAt: instantShape.nullable(),
        /** Kept in more than one place, such as an account with the maker of the phone. */
        backedUp: z.boolean(),
      }),
    ),
    recoveryCodes: z.object({ left: z.number().int(), madeAt: instantShape.nullable() }),
    /** Whether passkeys work at the address of this installation; they need HTTPS and a name. */
    passkeysPossible: z.boolean(),
    /** The password is too short to be the only factor: without the last one it must be changed at the next sign-in. */
    passwordNeedsFactor: z.boolean(),
  }),
  refusals: [],
});

export const beginApp = endpoint({
  name: 'me.begin-app',
  summary:
    'Begins setting up an authenticator app: answers its secret. It counts once a code of it was given; one that is there stays until then.',
  method: 'POST',
  path: '/me/two-factor/app',
  may: 'half-signed-in',
  during: ['set-up-two-factor'],
  proof: true,
  input: z.strictObject({}),
  output: z.object({ secret: z.string(), address: z.string() }),
  refusals: [],
});

export const confirmApp = endpoint({
  name: 'me.confirm-app',
  summary:
    'Confirms the authenticator app with a code of it: from here it counts. With the first second factor come recovery codes, and all other sessions end.',
  method: 'PUT',
  path: '/me/two-factor/app',
  may: 'half-signed-in',
  during: ['set-up-two-factor'],
  proof: true,
  input: z.strictObject({ code: codeShape }),
  output: z.object({ recoveryCodes: codesShape.nullable() }),
  refusals: ['session.wrong-code', 'two-factor.begin-again', 'server.busy'],
});

export const removeApp = endpoint({
  name: 'me.remove-app',
  summary: 'Removes the own authenticator app. Not the last second factor while one is required.',
  method: 'DELETE',
  path: '/me/two-factor/app',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({}),
  output: null,
  refusals: ['two-factor.no-app', 'two-factor.required'],
});

export const beginPasskey = endpoint({
  name: 'me.begin-passkey',
  summary: 'What a browser needs to make a passkey. Lives five minutes, works once.',
  method: 'POST',
  path: '/me/passkeys/challenge',
  may: 'half-signed-in',
  during: ['set-up-two-factor'],
  proof: true,
  input: z.strictObject({}),
  output: z.object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.number().int(), type: z.literal('public-key') })),
    timeout: z.number().int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(
      z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) }),
    ),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
  }),
  refusals: ['passkeys.not-here'],
});

const passkeyName = requiredLine(60);

export const addPasskey = endpoint({
  name: 'me.add-passkey',
  summary: 'Adds a passkey. With the first second factor come recovery codes, and all other sessions end.',
  method: 'POST',
  path: '/me/passkeys',
  may: 'half-signed-in',
  during: ['set-up-two-factor'],
  proof: true,
  input: z.strictObject({ name: passkeyName, passkey: newPasskeyShape }),
  output: z.object({ id: idShape, recoveryCodes: codesShape.nullable() }),
  status: 201,
  refusals: ['passkeys.refused', 'passkeys.known', 'passkeys.too-many', 'passkeys.not-here', 'server.busy'],
});

export const renamePasskey = endpoint({
  name: 'me.rename-passkey',
  summary: 'Gives one of the own passkeys another name.',
  method: 'PATCH',
  path: '/me/passkeys/:passkey',
  may: 'signed-in',
  input: z.strictObject({ passkey: idShape, name: passkeyName }),
  output: null,
  refusals: ['passkeys.not-found'],
});

export const removePasskey = endpoint({
  name: 'me.remove-passkey',
  summary: 'Removes one of the own passkeys. Not the last second factor while one is required.',
  method: 'DELETE',
  path: '/me/passkeys/:passkey',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({ passkey: idShape }),
  output: null,
  refusals: ['passkeys.not-found', 'two-factor.required'],
});

export const renewRecoveryCodes = endpoint({
  name: 'me.renew-recovery-codes',
  summary: 'Makes ten new recovery codes; the old ones no longer work.',
  method: 'POST',
  path: '/me/recovery-codes',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({}),
  output: z.object({ recoveryCodes: codesShape }),
  refusals: ['two-factor.off', 'server.busy'],
});

export const requireTwoFactor = endpoint({
  name: 'users.require-two-factor',
  summary:
    'Requires a second factor of somebody, or no longer: who has none sets one up at the next sign-in.',
  method: 'PUT',
  path: '/users/:id/two-factor',
  may: 'users.security',
  input: z.strictObject({ id: idShape, required: z.boolean() }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'users.yourself', 'request.stale'],
});

export const resetTwoFactor = endpoint({
  name: 'users.reset-two-factor',
  summary:
    'Removes the authenticator app, passkeys and recovery codes of somebody who lost them. All their sessions end and they get a mail.',
  method: 'DELETE',
  path: '/users/:id/two-factor',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'users.above-you', 'users.yourself', 'two-factor.off', 'request.stale'],
});
