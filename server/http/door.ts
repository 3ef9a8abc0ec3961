import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Endpoint, isForPrograms, type SessionStep } from '../../contract/endpoint.ts';
import { permissions } from '../../contract/permissions.ts';
import { type Act, deviceChange, type PictureAct, type StreamingAct, sessionChange } from '../act/act.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import { assertProved } from '../act/assert-proved.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { readInput } from './read-input.ts';
import { readVersion } from './read-version.ts';
import { withUpload } from './receive-upload.ts';
import { sameSite } from './same-site.ts';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from './session-cookie.ts';

/** A call of the contract with the act that answers it. */
export type Route = { call: Endpoint; answer: (db: Db, actor: Actor, input: never) => Promise<unknown> };

export function on<E extends Endpoint>(call: E, act: Act<E>): Route {
  return { call, answer: act };
}

export function onStream<E extends Endpoint>(call: E, act: StreamingAct<E>): Route {
  return { call, answer: act };
}

export function onPicture<E extends Endpoint>(call: E, act: PictureAct<E>): Route {
  return { call, answer: act };
}

/** Somebody at the door; `nextStep` while a session still has something to do before it is worth anything. */
type Visitor = { actor: Actor; nextStep: SessionStep | null };

export type Door = {
  db: Db;
  identify(request: FastifyRequest): Promise<Visitor>;
};

/**
 * The road of every request: find the call → who is it → may they → read the input → act → keep only the output
 * shape → answer.
 */
export function openDoor(app: FastifyInstance, door: Door, routes: Route[]): void {
  const underWay = new Set<Promise<unknown>>();
  const add = (to: FastifyInstance, { call, ...route }: Route) =>
    to.route({
      method: call.method,
      url: `/api/v1${call.path}`,
      config: { call: call.name },
      handler: (request, reply) => {
        const answering = answer(door, { call, ...route }, request, reply);
        underWay.add(answering);
        return answering.finally(() => underWay.delete(answering));
      },
    });
  // Who hung up is no longer waited for by the web server, but what they began still needs the database.
  app.addHook('onClose', async () => void (await Promise.allSettled(underWay)));
  for (const route of routes) if (!route.call.upload) add(app, route);
  // Only these calls take anything but JSON.
  app.register(async (uploads) => {
    const { default: multipart } = await import('@fastify/multipart');
    await uploads.register(multipart, {
      limits: { files: 1, fields: 20, fieldSize: 10_000, parts: 25 },
    });
    for (const route of routes) if (route.call.upload) add(uploads, route);
  });
}

async function answer(
  { db, identify }: Door,
  { call, answer }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (call.method !== 'GET' && !sameSite(request)) throw new Refused('request.foreign-origin');
  const visitor = await identify(request);
  request.language = visitor.actor.language;
  assertMay(call, visitor);
  // Who has still a step to do has only just begun.
  if (call.proof && !visitor.nextStep) assertProved(visitor.actor);
  if (call.upload) {
    return withUpload(request, call.upload.megabytes, ({ fields, file }) => {
      const input = readInput(call, { params: request.params, query: {}, body: fields });
      return act({ ...input, file });
    });
  }
  const input = readInput(call, request);
  const version = call.versioned && call.method !== 'GET' ? readVersion(request) : undefined;
  return act({ ...input, ...(version === undefined ? {} : { version }) });

  async function act(given: object) {
    const exercises = permissions.find((permission) => permission === call.may) ?? null;
    const result = await answer(db, { ...visitor.actor, exercises }, given as never);
    return writeAnswer(call, result, reply);
  }
}

function assertMay(call: Endpoint, { actor, nextStep }: Visitor): void {
  const { may, during } = call;
  if (may === 'anyone') return;
  if (actor.kind === 'nobody') throw new Refused('session.required');
  if (actor.token && !isForPrograms(call)) throw new Refused('tokens.only-people');
  if (nextStep && !during?.includes(nextStep)) throw new Refused(`session.${nextStep}-first`);
  if (may === 'signed-in' || may === 'half-signed-in') return;
  const allowed = may === 'administrator' ? actor.admin : holdsSomewhere(actor, may);
  if (!allowed) throw new Refused('session.not-allowed');
}

function writeAnswer(call: Endpoint, result: unknown, reply: FastifyReply) {
  // Answers hold personal data, and change with whoever asks.
  reply.header('cache-control', 'no-store');
  if (call.media?.startsWith('image/')) {
    return writePicture(call, result as Awaited<ReturnType<PictureAct<Endpoint>>>, reply);
  }
  if (call.media) return writeStream(call, result as Awaited<ReturnType<StreamingAct<Endpoint>>>, reply);
  if (typeof result === 'object' && result !== null) writeCookies(result, reply);
  const status = call.status ?? (call.output ? 200 : 204);
  if (!call.output) return reply.code(status).send();
  const output = call.output.parse(result);
  if (call.versioned) reply.header('etag', `"${(output as { version: number }).version}"`);
  return reply.code(status).send(output);
}

function writeCookies(
  { [sessionChange]: token, [deviceChange]: tokens }: { [sessionChange]?: unknown; [deviceChange]?: unknown },
  reply: FastifyReply,
): void {
  if (typeof token === 'string') setSessionCookie(reply, token);
  else if (token === null) clearSessionCookie(reply);
  if (Array.isArray(tokens)) setDeviceCookie(reply, tokens);
}

function writeStream(
  call: Endpoint,
  { fileName, chunks }: Awaited<ReturnType<StreamingAct<Endpoint>>>,
  reply: FastifyReply,
) {
  return reply
    .type(call.media?.startsWith('text/') ? `${call.media}; charset=utf-8` : String(call.media))
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .send(Readable.from(chunks, { objectMode: false, highWaterMark: 256 * 1024 }));
}

/**
 * A browser may keep a picture, but asks each time whether it may still show it: by then the reader may have lost the
 * right, or somebody else may sit there.
 */
function writePicture(
  call: Endpoint,
  { content, tag }: Awaited<ReturnType<PictureAct<Endpoint>>>,
  reply: FastifyReply,
) {
  const etag = `"${tag}"`;
  reply
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
    .header('vary', 'Cookie, Authorization');
  const known = reply.request.headers['if-none-match']
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return reply.code(304).send();
  return reply.type(String(call.media)).header('content-disposition', 'inline').send(content);
}
