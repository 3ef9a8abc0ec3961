import type { Import } from '../contract/imports.ts';
import type { Answer, Client, Headers } from './client.ts';

const boundary = 'grens-7f3a';

/** What a browser sends for a form with a file. */
export function formWith(
  file: string | Buffer,
  fields: Record<string, string> = {},
  name = 'personeel.csv',
): { body: Buffer; headers: Headers } {
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** Uploads a file; a test names the shape that it expects where that is a refusal. */
export function upload<Body = Import>(
  client: Client,
  file: string | Buffer,
  fields?: Record<string, string>,
  name?: string,
  path = '/imports',
): Promise<Answer<Body>> {
  const { body, headers } = formWith(file, fields, name);
  return client.send<Body>('POST', `/api/v1${path}`, body, headers);
}
