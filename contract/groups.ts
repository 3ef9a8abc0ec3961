import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { optionalLine, requiredLine } from './lines.ts';
import { dayShape, idShape, pageInput, pageOf } from './shapes.ts';
import { userShape, userStateShape } from './user-shapes.ts';

/** What a person can be linked to: groups, teams, mailboxes, administrations. Four kinds, one behaviour (product §5.10). */

export const groupKinds = ['group', 'team', 'mailbox', 'administration'] as const;
export const groupKindShape = z.enum(groupKinds);
export type GroupKind = (typeof groupKinds)[number];

const groupFields = {
  name: requiredLine(100),
  description: optionalLine(1000),
  /** Of a mailbox, and required there. */
  email: z.union([z.null(), z.literal('').transform(() => null), emailShape]),
  /** Of a mailbox: the name before the address in mail. */
  displayName: optionalLine(100),
  /** Of an administration. */
  code: optionalLine(20),
};

export const groupShape = z.object({
  id: idShape,
  kind: groupKindShape,
  name: z.string(),
  description: z.string().nullable(),
  email: z.string().nullable(),
  displayName: z.string().nullable(),
  code: z.string().nullable(),
  members: z.number().int(),
  managers: z.number().int(),
  version: z.number().int(),
});
export type Group = z.infer<typeof groupShape>;

export const listGroups = endpoint({
  name: 'groups.list',
  summary: 'Groups, teams, mailboxes or administrations, by name.',
  method: 'GET',
  path: '/groups',
  may: 'groups.view',
  input: z.strictObject({
    kind: groupKindShape.optional(),
    search: z.string().max(300).optional(),
    ...pageInput,
  }),
  output: pageOf(groupShape),
  refusals: ['request.bad-cursor'],
});

export const getGroup = endpoint({
  name: 'groups.get',
  summary: 'One of them.',
  method: 'GET',
  path: '/groups/:id',
  may: 'groups.view',
  input: z.strictObject({ id: idShape }),
  output: groupShape,
  versioned: true,
  refusals: ['groups.not-found'],
});

export const createGroup = endpoint({
  name: 'groups.create',
  summary: 'Adds a group, team, mailbox or administration.',
  method: 'POST',
  path: '/groups',
  may: 'groups.change',
  input: z.strictObject({
    kind: groupKindShape,
    name: groupFields.name,
    ...z.object(groupFields).omit({ name: true }).partial().shape,
  }),
  output: groupShape,
  status: 201,
  versioned: true,
  refusals: ['groups.name-taken', 'groups.email-taken', 'groups.code-taken'],
});

export const changeGroup = endpoint({
  name: 'groups.change',
  summary: 'Changes the fields that are given.',
  method: 'PATCH',
  path: '/groups/:id',
  may: 'groups.change',
  input: z.strictObject({ id: idShape, ...z.object(groupFields).partial().shape }),
  output: groupShape,
  versioned: true,
  refusals: [
    'groups.not-found',
    'groups.name-taken',
    'groups.email-taken',
    'groups.code-taken',
    'request.stale',
  ],
});

export const deleteGroup = endpoint({
  name: 'groups.delete',
  summary:
    'Deletes it. While people are linked, `members` says what becomes of the links: `remove`, or the id of another of the same kind.',
  method: 'DELETE',
  path: '/groups/:id',
  may: 'groups.change',
  input: z.strictObject({ id: idShape, members: z.union([idShape, z.literal('remove')]).optional() }),
  output: null,
  versioned: true,
  refusals: ['groups.not-found', 'groups.in-use', 'groups.unknown', 'request.stale'],
});

export const groupMemberShape = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  state: userStateShape,
  since: dayShape,
  until: dayShape.nullable(),
  manager: z.boolean(),
});
export type GroupMember = z.infer<typeof groupMemberShape>;

export const listGroupMembers = endpoint({
  name: 'groups.members',
  summary: 'Who is linked, by name.',
  method: 'GET',
  path: '/groups/:id/members',
  may: 'groups.view',
  input: z.strictObject({ id: idShape, ...pageInput }),
  output: pageOf(groupMemberShape),
  refusals: ['groups.not-found', 'request.bad-cursor'],
});

export const addGroupMembers = endpoint({
  name: 'groups.add-members',
  summary: 'Links people, up to 10,000 at once; who is linked already stays as they are.',
  method: 'POST',
  path: '/groups/:id/members',
  may: 'groups.change',
  input: z.strictObject({
    id: idShape,
    users: z.array(idShape).min(1).max(10_000),
    since: dayShape.optional(),
  }),
  output: z.object({ added: z.number().int() }),
  refusals: ['groups.not-found', 'users.not-found'],
});

export const changeGroupMember = endpoint({
  name: 'groups.change-member',
  summary: 'Changes since when, until when, or whether somebody manages it.',
  method: 'PATCH',
  path: '/groups/:id/members/:user',
  may: 'groups.change',
  input: z.strictObject({
    id: idShape,
    user: idShape,
    since: dayShape.optional(),
    until: dayShape.nullable().optional(),
    manager: z.boolean().optional(),
  }),
  output: groupMemberShape,
  refusals: ['groups.not-found', 'members.not-found', 'employment.leave-before-start'],
});

export const removeGroupMember = endpoint({
  name: 'groups.remove-member',
  summary: 'Ends a link.',
  method: 'DELETE',
  path: '/groups/:id/members/:user',
  may: 'groups.change',
  input: z.strictObject({ id: idShape, user: idShape }),
  output: null,
  refusals: ['groups.not-found', 'members.not-found'],
});

export const sendGroupMessage = endpoint({
  name: 'groups.send-message',
  summary:
    'Mails everybody who is linked. For people who have not activated their account it is held back, unless the settings say otherwise.',
  method: 'POST',
  path: '/groups/:id/message',
  may: 'groups.message',
  input: z.strictObject({
    id: idShape,
    subject: requiredLine(200),
    text: z.string().trim().min(1, { error: 'required' }).max(20_000, { error: 'too-long' }),
  }),
  output: z.object({ mails: z.number().int(), held: z.number().int() }),
  refusals: ['groups.not-found'],
});

export const previewGroupMessage = endpoint({
  name: 'groups.preview-message',
  summary: 'How many mails a message to everybody who is linked would be now, and how many of them are held.',
  method: 'GET',
  path: '/groups/:id/message',
  may: 'groups.message',
  input: z.strictObject({ id: idShape }),
  output: z.object({ mails: z.number().int(), held: z.number().int(), atOnce: z.boolean() }),
  refusals: ['groups.not-found'],
});

export const setUserGroups = endpoint({
  name: 'users.set-groups',
  summary: 'Makes these the groups, teams, mailboxes and administrations of this person.',
  method: 'PUT',
  path: '/users/:id/groups',
  may: 'groups.change',
  input: z.strictObject({ id: idShape, groups: z.array(idShape).max(500) }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'groups.unknown', 'request.stale'],
});

export const setDefaultSender = endpoint({
  name: 'users.set-default-sender',
  summary: 'The mailbox that stands as From and Reply-To in mail that this person sends from Muster.',
  method: 'PUT',
  path: '/users/:id/default-sender',
  may: 'users.change',
  input: z.strictObject({ id: idShape, mailbox: idShape.nullable() }),
  output: userShape,
  versioned: true,
  refusals: ['users.not-found', 'groups.unknown', 'users.above-you', 'request.stale'],
});
