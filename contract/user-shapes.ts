import { z } from 'zod';
import { emailShape } from './emails.ts';
import { optionalLine, requiredLine } from './lines.ts';
import { photoTagShape } from './photos.ts';
import { dayShape, idShape, instantShape, languageShape, timeZoneShape } from './shapes.ts';

/** The record of a person (product §2), as lists and its page answer it. */

export const userStates = ['pending', 'active', 'starting', 'deactivated'] as const;
export const userStateShape = z.enum(userStates);
export type UserState = (typeof userStates)[number];

export const twoFactorStates = ['off', 'required', 'on', 'on-and-required'] as const;
export type TwoFactorState = (typeof twoFactorStates)[number];

/** The four states: whether somebody has a second factor, and whether they must. */
export function twoFactorState(on: boolean, required: boolean): TwoFactorState {
  if (on) return required ? 'on-and-required' : 'on';
  return required ? 'required' : 'off';
}

/** The fields that somebody types about a person; all limits are in characters. */
export const personFields = {
  salutation: optionalLine(40),
  firstName: requiredLine(100),
  infix: optionalLine(30),
  lastName: requiredLine(100),
  email: emailShape,
  phone: optionalLine(40),
  mobile: optionalLine(40),
  jobTitle: optionalLine(100),
  personnelNumber: optionalLine(40),
  language: languageShape,
  timeZone: timeZoneShape,
};

const roleGivenShape = z.object({
  id: idShape,
  key: z.string().nullable(),
  name: z.string(),
  endsOn: dayShape.nullable(),
});

/** A role to give: its id or key, perhaps with the last day on which it counts. Without a day one given before keeps its. */
export const roleWishShape = z.union([
  z.string().max(60),
  z.strictObject({ id: z.string().max(60), endsOn: dayShape.nullable() }),
]);
export type RoleWish = z.infer<typeof roleWishShape>;

const listed = {
  id: idShape,
  number: z.number().int(),
  username: z.string(),
  salutation: z.string().nullable(),
  firstName: z.string(),
  infix: z.string().nullable(),
  lastName: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  jobTitle: z.string().nullable(),
  personnelNumber: z.string().nullable(),
  language: languageShape,
  timeZone: z.string(),
  admin: z.boolean(),
  state: userStateShape,
  billed: z.boolean(),
  locked: z.boolean(),
  twoFactor: z.enum(twoFactorStates),
  lastSignInAt: instantShape.nullable(),
  createdAt: instantShape,
  startsOn: dayShape.nullable(),
  leavesOn: dayShape.nullable(),
  roles: z.array(roleGivenShape),
  organisations: z.array(z.object({ id: idShape, name: z.string(), role: z.string() })),
};

const groupKindShape = z.enum(['group', 'team', 'mailbox', 'administration']);

export const userListedShape = z.object({
  ...listed,
  /** What they are linked to today; only where it was asked for. */
  groups: z.array(z.object({ id: idShape, kind: groupKindShape, name: z.string() })).optional(),
});
export type UserListed = z.infer<typeof userListedShape>;

/** The newest mail that asks this person to come in: what became of it and how long its link lives. */
const invitationShape = z.object({
  mailId: idShape.nullable(),
  mailState: z.enum(['waiting', 'sent', 'held', 'failed']).nullable(),
  sentAt: instantShape.nullable(),
  expiresAt: instantShape.nullable(),
  expired: z.boolean(),
});

export const userDeeds = [
  'change',
  /** E-mail address and username. */
  'sign-in-names',
  'roles',
  'security',
  'grant-admin',
  'deactivate',
  'reactivate',
  'periods',
  'delete',
  'welcome-mail',
  'groups',
] as const;

export const userShape = z.object({
  ...listed,
  organisations: z.array(
    z.object({
      id: idShape,
      name: z.string(),
      role: z.string(),
      roleId: idShape,
      /** What the one who asks may do to this membership. */
      allowed: z.array(z.enum(['change-role', 'remove'])),
    }),
  ),
  photo: photoTagShape,
  version: z.number().int(),
  pendingEmail: z.string().nullable(),
  activatedAt: instantShape.nullable(),
  lockedAt: instantShape.nullable(),
  mustChangePassword: z.boolean(),
  /** By whom a second factor is asked of this person. */
  twoFactorRequiredBy: z.object({
    person: z.boolean(),
    organisations: z.array(z.string()),
    everybody: z.boolean(),
  }),
  secondFactors: z.object({
    app: z.boolean(),
    passkeys: z.number().int(),
    recoveryCodes: z.number().int(),
  }),
  /** True until somebody corrected the name that was guessed from the address. */
  nameGuessed: z.boolean(),
  groups: z.array(
    z.object({
      id: idShape,
      kind: groupKindShape,
      name: z.string(),
      email: z.string().nullable(),
      since: dayShape,
      until: dayShape.nullable(),
      manager: z.boolean(),
    }),
  ),
  /** The mailbox that mail from this person names as its sender. */
  defaultSender: idShape.nullable(),
  hasPassword: z.boolean(),
  /** The personnel files that name this person: the fields they keep to themselves, and those let go for this person. */
  personnelFiles: z.array(
    z.object({
      id: idShape,
      name: z.string(),
      linked: z.boolean(),
      held: z.array(z.string()),
      released: z.array(z.string()),
    }),
  ),
  sessions: z.number().int(),
  invitation: invitationShape.nullable(),
  staffMemberships: z.array(z.object({ id: idShape, startsOn: dayShape, leavesOn: dayShape.nullable() })),
  /** What the one who asks may do to this person now: decided by the same gate that the calls pass. */
  allowed: z.array(z.enum(userDeeds)),
});
export type User = z.infer<typeof userShape>;
