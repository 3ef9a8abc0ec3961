import { seconds } from '../lib/days.ts';
import type { MailServer } from '../settings/mail-server.ts';

/** How many mails one process sends at a time. */
export const lanes = 5;
/** A mail that has not left after this long is tried again later. */
const patience = seconds(45);

export type Letter = {
  id: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

export type Post = { send(letter: Letter): Promise<void>; close(): void };

/** Connections to a mail server, made when they are needed; each wait for its answer ends after ten seconds. */
export async function openPost(server: MailServer): Promise<Post> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ pool: true, maxConnections: lanes, ...connectionTo(server) });
  return {
    send: async (letter) => void (await transport.sendMail(inFull(letter))),
    close: () => transport.close(),
  };
}

/** How a mail server is reached. */
export function connectionTo(server: MailServer) {
  const wait = seconds(10);
  return {
    host: server.host,
    port: server.port,
    ...encryption(server),
    ...(server.username && { auth: { user: server.username, pass: server.password ?? '' } }),
    dnsTimeout: wait,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * A password never travels unencrypted because somebody in between hid that the server can encrypt; an
 * `SMTP_URL` without one uses encryption where it is offered.
 */
function encryption({ security, source, password }: MailServer) {
  if (security === 'tls') return { secure: true };
  if (security === 'none') return { ignoreTLS: true };
  return source === 'settings' || password ? { requireTLS: true } : { opportunisticTLS: true };
}

function inFull({ id, from, to, ...content }: Letter) {
  return {
    ...content,
    from,
    to,
    // Always the same for one mail, so that a receiver recognises it when it comes twice.
    messageId: `<${id}@${from.address.split('@').at(-1)}>`,
    // RFC 3834: nobody's absence message answers this.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    signal: AbortSignal.timeout(patience),
  };
}
