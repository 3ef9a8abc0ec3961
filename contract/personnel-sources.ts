import { z } from 'zod';

/** From where a personnel file is fetched. What opens the door there, a password or key, travels apart from it. */

const path = z.string().trim().min(1, { error: 'required' }).max(1000);

/** A time on the clock of the installation: `06:00`. */
export const dayTimeShape = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' });

const hostShape = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(253)
  .regex(/^[a-z0-9.:_-]+$/i, { error: 'host' });

/** The fingerprint of a server's key, as OpenSSH writes it. */
const hostKeyShape = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/, { error: 'invalid' });

const user = z.string().trim().min(1, { error: 'required' }).max(254);

const httpsUrl = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(2000)
  .refine(isPlainHttps, { error: 'https-url' });

/** Without a name or password in it: what stands in an address is shown and written down. */
function isPlainHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '';
}

/** Headers that say who asks; those that steer the connection itself are not for a person to set. */
const headerName = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(100)
  .regex(/^[a-z0-9-]+$/i, { error: 'invalid' })
  .refine(
    (name) =>
      !/^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|cookie|proxy-.*|if-.*|range|accept-encoding)$/i.test(
        name,
      ),
    {
      error: 'invalid',
    },
  );

export const fileSourceShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), path }),
  z.strictObject({
    kind: z.literal('https'),
    url: httpsUrl,
    auth: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({ type: z.literal('basic'), username: user }),
      z.strictObject({ type: z.literal('header'), name: headerName }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('sftp'),
    host: hostShape,
    port: z.number().int().min(1).max(65_535),
    username: user,
    auth: z.enum(['password', 'key']),
    path,
    /** Which key the server must show; null until somebody has confirmed it. */
    hostKey: hostKeyShape.nullable(),
  }),
]);
export type FileSource = z.infer<typeof fileSourceShape>;

/** True where the source is not reached without a password, a key or a header. */
export function needsSecret(source: FileSource): boolean {
  if (source.kind === 'sftp') return true;
  return source.kind === 'https' && source.auth.type !== 'none';
}

/** Where a secret goes to: with another place it must be typed anew, so that nobody sends it to a server of their own. */
export function placeOfSecret(source: FileSource): string {
  if (source.kind === 'folder') return 'folder';
  if (source.kind === 'sftp') {
    const { host, port, username, auth, hostKey } = source;
    return JSON.stringify(['sftp', host.toLowerCase(), port, username, auth, hostKey]);
  }
  return JSON.stringify(['https', new URL(source.url).origin, source.auth]);
}
