import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { cleanName } from './names.ts';
import { languageShape, timeZoneShape } from './shapes.ts';

/** The choices of this installation (product §5.17), with their defaults. */

const words = z.array(z.string().max(1000).transform(cleanName).pipe(z.string().min(1).max(40))).max(200);

export const settingsShape = z.object({
  organisationName: z
    .string()
    .max(10_000)
    .transform(cleanName)
    .pipe(z.string().min(1, { error: 'required' }).max(100, { error: 'too-long' })),
  /** Accent colour, `#rrggbb`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'colour' }),
  supportEmail: z.union([z.null(), z.literal('').transform(() => null), emailShape]),
  language: languageShape,
  timeZone: timeZoneShape,
  passwordPolicy: z.strictObject({
    preset: z.enum(['classic', 'nist', 'custom']),
    minimumLength: z.number().int().min(8).max(64),
    digit: z.boolean(),
    lower: z.boolean(),
    upper: z.boolean(),
  }),
  /** Wrong passwords that lock an account. */
  lockAfter: z.number().int().min(1).max(20),
  sessionIdleHours: z.number().int().min(1).max(720),
  sessionMaximumDays: z.number().int().min(1).max(365),
  /** Whether everybody must have a second factor. */
  twoFactorForAll: z.boolean(),
  /** What people may change of their own record. */
  ownNameAllowed: z.boolean(),
  ownContactAllowed: z.boolean(),
  invitationDays: z.number().int().min(1).max(30),
  /** After how many days whoever has not answered an invitation is reminded, once; null: never. */
  remindAfterDays: z.number().int().min(1).max(30).nullable(),
  /** Whether organisation administrators may invite new people by e-mail; else they send a request. */
  organisationsMayInvite: z.boolean(),
  /** Whether group mail goes out at once to people who have not activated their account yet. */
  groupMailAtOnce: z.boolean(),
  /** After how long things are erased; null: never. Mail that left or failed, rows of imports, who has left. */
  mailKeptDays: z.number().int().min(1).max(3650).nullable(),
  importsKeptDays: z.number().int().min(1).max(365),
  formerKeptMonths: z.number().int().min(1).max(240).nullable(),
  salutations: words,
  jobTitles: words,
});
export type Settings = z.output<typeof settingsShape>;

/** Outgoing mail: null until one is set; `fromEnvironment` when `SMTP_URL` decides. The password is never answered. */
export const mailServerShape = z.object({
  host: z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(253)
    .regex(/^[a-z0-9.:_-]+$/i, { error: 'host' }),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().max(254).nullable(),
  fromAddress: emailShape,
  fromName: z.string().max(1000).transform(cleanName).pipe(z.string().max(100)).nullable(),
});

const answeredShape = settingsShape.extend({
  version: z.number().int(),
  publicAddress: z.string(),
  // What the operator wrote into SMTP_URL is told as it is.
  mailServer: mailServerShape
    .extend({ host: z.string(), fromAddress: z.string(), hasPassword: z.boolean() })
    .nullable(),
  mailServerFromEnvironment: z.boolean(),
  demo: z.boolean(),
});

export const getSettings = endpoint({
  name: 'settings.get',
  summary: 'The choices of this installation.',
  method: 'GET',
  path: '/settings',
  may: 'settings.change',
  input: z.strictObject({}),
  output: answeredShape,
  versioned: true,
  refusals: [],
});

export const changeSettings = endpoint({
  name: 'settings.change',
  summary: 'Changes the settings that are given.',
  method: 'PATCH',
  path: '/settings',
  may: 'settings.change',
  input: z.strictObject({
    ...settingsShape.partial().shape,
    mailServer: z
      .strictObject({ ...mailServerShape.shape, password: z.string().max(1000).optional() })
      .nullable()
      .optional(),
  }),
  output: answeredShape,
  versioned: true,
  refusals: ['settings.invalid', 'users.only-administrators', 'request.stale'],
});

export const getBranding = endpoint({
  name: 'settings.branding',
  summary: 'What the pages need before anybody has signed in.',
  method: 'GET',
  path: '/branding',
  may: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    organisationName: z.string(),
    colour: z.string(),
    /** Which logo there is: changes with the picture, and is null without one. */
    logo: z.string().nullable(),
    supportEmail: z.string().nullable(),
    language: languageShape,
    passwordPolicy: settingsShape.shape.passwordPolicy,
    setupNeeded: z.boolean(),
    /** The only address at which passkeys work; null where they cannot. */
    passkeyOrigin: z.string().nullable(),
    /** The e-mail address and password of the throw-away demo, which is gone when it stops; null everywhere else. */
    demo: z.object({ email: z.string(), password: z.string() }).nullable(),
  }),
  refusals: [],
});

/** What forms offer and prefill; for everybody who is signed in. */
export const getChoices = endpoint({
  name: 'settings.choices',
  summary: 'Lists and defaults for forms.',
  method: 'GET',
  path: '/choices',
  may: 'signed-in',
  programs: true,
  input: z.strictObject({}),
  output: z.object({
    salutations: z.array(z.string()),
    jobTitles: z.array(z.string()),
    language: languageShape,
    timeZone: z.string(),
    today: z.string(),
    invitationDays: z.number().int(),
    mailServer: z.boolean(),
    groupMailAtOnce: z.boolean(),
    organisationsMayInvite: z.boolean(),
  }),
  refusals: [],
});
