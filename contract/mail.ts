import { z } from 'zod';
import { emailShape } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { idShape, instantShape, many, pageInput, pageOf } from './shapes.ts';

/** All mail that Muster sent or will send (product §5.15). */

export const mailStates = ['waiting', 'sent', 'held', 'failed'] as const;
export const mailKinds = [
  'activation',
  'reminder',
  'reset',
  'locked',
  'two-factor',
  'email-confirm',
  'email-changed',
  'made-member',
  'invitation-declined',
  'request-made',
  'request-decided',
  'group-message',
  'personnel-file',
  'test',
] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailListedShape = z.object({
  id: idShape,
  kind: z.enum(mailKinds),
  to: z.string(),
  user: z.object({ id: idShape, name: z.string() }).nullable(),
  subject: z.string(),
  state: z.enum(mailStates),
  /** Why the last try failed, in the mail server's words. */
  failure: z.string().nullable(),
  attempts: z.number().int(),
  nextTryAt: instantShape.nullable(),
  createdAt: instantShape,
  sentAt: instantShape.nullable(),
});
export type MailListed = z.infer<typeof mailListedShape>;

export const listMail = endpoint({
  name: 'mail.list',
  summary: 'Mail that went out or waits, newest first.',
  method: 'GET',
  path: '/mail',
  may: 'mail.view',
  input: z.strictObject({
    state: many(z.enum(mailStates)),
    /** Part of the address or subject. */
    search: z.string().max(300).optional(),
    user: idShape.optional(),
    ...pageInput,
  }),
  output: pageOf(mailListedShape).extend({ mailServer: z.boolean() }),
  refusals: ['request.bad-cursor'],
});

export const getMail = endpoint({
  name: 'mail.get',
  summary:
    'One mail as it goes out. Its link is masked, except while no mail server is set, for administrators; that is audited.',
  method: 'GET',
  path: '/mail/:id',
  may: 'mail.view',
  input: z.strictObject({ id: idShape }),
  output: mailListedShape.extend({
    text: z.string(),
    html: z.string(),
    /** The link itself, where it may be shown. */
    link: z.string().nullable(),
    linkExpiresAt: instantShape.nullable(),
    mayResend: z.boolean(),
  }),
  refusals: ['mail.not-found'],
});

export const resendMail = endpoint({
  name: 'mail.resend',
  summary: 'Sends a mail again; one with a link gets a fresh link and the old one dies.',
  method: 'POST',
  path: '/mail/:id/resend',
  may: 'mail.resend',
  input: z.strictObject({ id: idShape }),
  output: mailListedShape,
  refusals: ['mail.not-found', 'mail.link-dead', 'users.above-you'],
});

export const sendTestMail = endpoint({
  name: 'mail.send-test',
  summary: 'Sends a test mail at once and tells what the mail server said.',
  method: 'POST',
  path: '/mail/test',
  may: 'settings.change',
  input: z.strictObject({ to: emailShape }),
  output: mailListedShape,
  refusals: ['mail.no-server', 'mail.test-failed'],
});
