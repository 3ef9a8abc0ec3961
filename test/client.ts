import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Problem } from '../contract/refusals.ts';

/** What a call answered; `body` is parsed where it is JSON. A test names the shape it expects, else a refusal. */
export type Answer<Body = Problem> = {
  status: number;
  headers: IncomingHttpHeaders;
  body: Body;
  raw: string;
};

export type Headers = Record<string, string | string[]>;

/** Somebody at the door, with cookies like a browser's: real HTTP, and every header in the hands of the test. */
export type Client = ReturnType<typeof makeClient>;

/** A visitor of the server at this address, who comes without a session; `own` headers go with every request. */
export function makeClient(base: string, own: Headers = {}) {
  const agent = new Agent({ keepAlive: true });
  const jar = new Map<string, string>();

  async function send<Body = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    const ready = typeof body === 'string' || body instanceof Uint8Array || body === undefined;
    const content = ready ? body : JSON.stringify(body);
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = request(new URL(path, base), {
      method,
      agent,
      headers: {
        ...(cookies ? { cookie: cookies } : {}),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(content === undefined ? {} : { 'content-length': Buffer.byteLength(content) }),
        ...own,
        ...headers,
      },
    });
    const answered = Promise.withResolvers<Answer<Body>>();
    sent.on('error', answered.reject);
    sent.on('response', (response) => {
      keepCookies(jar, response.headers['set-cookie'] ?? []);
      text(response).then(
        (raw) => answered.resolve(readAnswer(response.statusCode ?? 0, response.headers, raw)),
        answered.reject,
      );
    });
    sent.end(content);
    return answered.promise;
  }

  const api = (path: string) => `/api/v1${path}`;
  return {
    jar,
    send,
    get: <Body = Problem>(path: string, headers?: Headers) =>
      send<Body>('GET', api(path), undefined, headers),
    post: <Body = Problem>(path: string, body: unknown = {}, headers?: Headers) =>
      send<Body>('POST', api(path), body, headers),
    put: <Body = Problem>(path: string, body: unknown, headers?: Headers) =>
      send<Body>('PUT', api(path), body, headers),
    patch: <Body = Problem>(path: string, body: unknown, headers?: Headers) =>
      send<Body>('PATCH', api(path), body, headers),
    delete: <Body = Problem>(path: string, headers?: Headers) =>
      send<Body>('DELETE', api(path), undefined, headers),
    close: () => agent.destroy(),
  };
}

function readAnswer<Body>(status: number, headers: IncomingHttpHeaders, raw: string): Answer<Body> {
  const json = /[/+]json\b/.test(headers['content-type'] ?? '');
  return { status, headers, raw, body: (json ? JSON.parse(raw) : raw) as Body };
}

function keepCookies(jar: Map<string, string>, cookies: string[]): void {
  for (const cookie of cookies) {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const ended = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970.*)$/i.test(attribute));
    if (ended) jar.delete(name);
    else jar.set(name, value);
  }
}
