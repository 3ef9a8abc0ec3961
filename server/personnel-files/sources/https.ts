import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import { basename } from 'node:path';
import { getCACertificates } from 'node:tls';
import type { FileSource } from '../../../contract/personnel-sources.ts';
import { findAddress } from './connect-outside.ts';
import { type Limits, type Received, receive, tooLarge } from './receive.ts';
import { Trouble, troubleOf } from './trouble.ts';

export type Seen = { etag: string | null; modified: string | null };

const mostHops = 3;

type Https = Extract<FileSource, { kind: 'https' }>;

/** Fetches a file; undefined when the server says that it is still the one seen before. */
export async function fetchByHttps(
  source: Https,
  secret: string | null,
  to: string,
  { seen, limits, signal }: { seen: Seen | null; limits: Limits; signal: AbortSignal },
): Promise<(Received & Seen & { name: string }) | undefined> {
  const headers = { ...authorise(source, secret), ...conditionsOf(seen), 'accept-encoding': 'identity' };
  let url = new URL(source.url);
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const answer = await ask(url, headers, limits, signal);
    const next = whereTo(answer, url);
    if (next) {
      answer.destroy();
      url = next;
      continue;
    }
    if (answer.statusCode === 304 && seen) {
      answer.destroy();
      return undefined;
    }
    return keep(answer, url, to, limits, signal);
  }
  throw new Trouble('redirected', { host: url.host });
}

function authorise({ auth }: Https, secret: string | null): Record<string, string> {
  if (auth.type === 'none') return {};
  if (auth.type === 'header') return { [auth.name]: secret ?? '' };
  return { authorization: `Basic ${Buffer.from(`${auth.username}:${secret ?? ''}`).toString('base64')}` };
}

function conditionsOf(seen: Seen | null): Record<string, string> {
  if (seen?.etag) return { 'if-none-match': seen.etag };
  return seen?.modified ? { 'if-modified-since': seen.modified } : {};
}

/** The same server only: what opens this one is not shown to another. */
function whereTo({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined;
  if (!URL.canParse(location, from)) throw new Trouble('redirected', { host: '?' });
  const to = new URL(location, from);
  if (to.origin !== from.origin) throw new Trouble('redirected', { host: to.host });
  return to;
}

async function ask(
  url: URL,
  headers: Record<string, string>,
  { idle }: Limits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions = {
    host: await findAddress(name),
    port: url.port || 443,
    path: `${url.pathname}${url.search}`,
    servername: isIP(name) ? '' : name,
    headers: { ...headers, host: url.host, 'user-agent': 'Muster', connection: 'close' },
    agent: false,
    timeout: idle,
    maxHeaderSize: 32 * 1024,
    signal,
    ca: authorities(),
  };
  return new Promise((done, fail) => {
    const asked = request(options, (answer) => {
      // From here on whoever reads the answer looks at the time.
      asked.setTimeout(0);
      done(answer);
    });
    asked.once('timeout', () => asked.destroy(new Trouble('timed-out')));
    asked.once('error', fail);
    asked.end();
  });
}

/** Those of the system, and the one of an own network that the operator trusts. */
function authorities(): string[] {
  const { MUSTER_PERSONNEL_CA } = process.env;
  const known = getCACertificates('default');
  return MUSTER_PERSONNEL_CA ? [...known, readFileSync(MUSTER_PERSONNEL_CA, 'utf8')] : known;
}

async function keep(
  answer: IncomingMessage,
  url: URL,
  to: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Received & Seen & { name: string }> {
  try {
    assertFile(answer, limits);
    const received = await receive(answer, to, limits, signal);
    const { etag = null, 'last-modified': modified = null } = answer.headers;
    return { ...received, etag, modified, name: nameIn(url) };
  } catch (error) {
    answer.destroy();
    // Closed before all that was announced had come.
    if (troubleOf(error)?.code === 'connection-lost') throw new Trouble('cut-short', {}, error);
    throw error;
  }
}

function assertFile({ statusCode = 0, headers }: IncomingMessage, { bytes }: Limits): void {
  if (statusCode === 401 || statusCode === 403) throw new Trouble('wrong-password');
  if (statusCode === 404 || statusCode === 410) throw new Trouble('no-such-file');
  if (statusCode !== 200) throw new Trouble('http-status', { status: String(statusCode) });
  if (isEncoded(headers)) throw new Trouble('unreadable');
  if (Number(headers['content-length'] ?? 0) > bytes) throw tooLarge(bytes);
}

function isEncoded({ 'content-encoding': encoding = 'identity' }: IncomingHttpHeaders): boolean {
  return encoding.trim().toLowerCase() !== 'identity';
}

function nameIn({ pathname, host }: URL): string {
  try {
    return basename(decodeURIComponent(pathname)) || host;
  } catch {
    return basename(pathname) || host;
  }
}
