import { z } from 'zod';
import { mailServerShape } from '../../contract/settings.ts';
import type { Db } from '../db/transact.ts';

export type MailServer = z.infer<typeof mailServerShape> & {
  password: string | null;
  source: 'environment' | 'settings';
};

const storedShape = mailServerShape.extend({ password: z.string().nullable() });

/** The mail server that mail leaves by: `SMTP_URL` when set, else the one in the settings; null: none yet. */
export async function readMailServer(db: Db): Promise<MailServer | null> {
  if (process.env.SMTP_URL) return fromUrl(process.env.SMTP_URL);
  const row = await db.selectFrom('installation').select('mail_server').executeTakeFirstOrThrow();
  const stored = storedShape.safeParse(row.mail_server);
  return stored.success ? { ...stored.data, source: 'settings' } : null;
}

/**
 * Reads `smtp://user:password@host:port?from=name@host&name=Sender`; `smtps://` is TLS from the first byte, `smtp://`
 * upgrades when the server offers it. Throws one clear sentence when it makes no sense.
 */
export function fromUrl(text: string): MailServer {
  const problem = 'SMTP_URL must look like smtp://user:password@mail.example.org:587?from=muster@example.org';
  if (!URL.canParse(text)) throw new Error(problem);
  const url = new URL(text);
  if (!['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw new Error(problem);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    security: secure ? 'tls' : url.searchParams.get('security') === 'none' ? 'none' : 'starttls',
    username: url.username ? decodeURIComponent(url.username) : null,
    password: url.password ? decodeURIComponent(url.password) : null,
    fromAddress: url.searchParams.get('from') ?? `muster@${url.hostname}`,
    fromName: url.searchParams.get('name'),
    source: 'environment',
  };
}
