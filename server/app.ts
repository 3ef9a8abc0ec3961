import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Language } from '../contract/shapes.ts';
import { Refused } from './act/refused.ts';
import type { Database } from './db/connect.ts';
import { addDescription } from './http/describe-api.ts';
import { openDoor } from './http/door.ts';
import { addOperations } from './http/operations.ts';
import { readBearer } from './http/read-bearer.ts';
import { readJson } from './http/read-json.ts';
import { requestLanguage } from './http/request-language.ts';
import { readDeviceTokens, readSessionToken } from './http/session-cookie.ts';
import { watchProxies } from './http/watch-proxies.ts';
import { refusalOf, writeProblem } from './http/write-problem.ts';
import { routes } from './routes.ts';
import { publicAddress } from './settings/public-address.ts';
import { identify } from './sign-in/identify.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** In which a refusal of this request speaks. */
    language: Language | null;
  }
  interface FastifyContextConfig {
    /** The name of the call in the contract. */
    call?: string;
  }
}

/** The door reads and writes by the shapes of the contract: what Fastify has for that is never loaded. */
const unused = (): never => {
  throw new Error('A route has a schema of Fastify.');
};

const webFolder = join(import.meta.dirname, '../dist/web');

/** The whole program as a web server, not yet listening. */
export async function buildApp(database: Database, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Only proxies that are named may say where a request came from.
    trustProxy: process.env.MUSTER_TRUSTED_PROXIES?.split(',').map((proxy) => proxy.trim()) ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    http: { maxHeaderSize: 64 * 1024 },
    routerOptions: { maxParamLength: 500 },
    schemaController: { compilersFactory: { buildValidator: unused, buildSerializer: unused } },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/api/unreadable'),
    genReqId: () => randomUUID(),
  });
  app.decorateRequest('language', null);
  await app.register(cookie);
  await app.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  });
  await app.register(helmet, headers());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, readJson);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerUnknown);
  watchProxies(app, database.db);
  addOperations(app, database);
  addDescription(app);
  openDoor(app, { db: database.db, identify: (request) => identifyVisitor(database, request) }, routes);
  await addWeb(app);
  return app;
}

/** The router answers what it cannot decode by itself, without our headers: such an address is simply unknown. */
function isReadable(url: string): boolean {
  try {
    return url.startsWith('/') && decodeURIComponent(url.split('?')[0] ?? '') !== '';
  } catch {
    return false;
  }
}

async function identifyVisitor(database: Database, request: FastifyRequest) {
  const origin = { address: request.ip, device: request.headers['user-agent']?.slice(0, 300) ?? null };
  const language = requestLanguage(request);
  const { actor, nextStep } = await identify(database.db, readShown(request), language, origin);
  return { actor: { ...actor, deviceTokens: readDeviceTokens(request) }, nextStep };
}

function readShown(request: FastifyRequest) {
  return { session: readSessionToken(request), program: readBearer(request) };
}

function headers() {
  // What reloads a page in development stands in the page itself.
  const developing = process.env.MUSTER_DEV === '1';
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...(developing ? ["'unsafe-inline'"] : [])],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(developing ? ['ws:'] : [])],
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: publicAddress().startsWith('https:') ? { maxAge: 31_536_000 } : (false as const),
    crossOriginEmbedderPolicy: false,
  };
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = refusalOf(error);
  if (!known) request.log.error({ err: error, id: request.id }, 'a request failed');
  return answerRefusal(known ?? new Refused('server.failed', { values: { id: request.id } }), request, reply);
}

function answerRefusal(refused: Refused, request: FastifyRequest, reply: FastifyReply) {
  const problem = writeProblem(refused, request.language ?? requestLanguage(request) ?? 'en');
  if (refused.status === 503 || refused.status === 429) reply.header('retry-after', refused.retryAfter ?? 5);
  return reply
    .code(refused.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(problem);
}

/** Addresses of pages are the browser's business; everything else that is unknown is refused. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply) {
  const page =
    request.method === 'GET' && !/^\/(api|assets)(\/|$)/.test(request.url) && existsSync(webFolder);
  if (!page) return answerRefusal(new Refused('request.not-found'), request, reply);
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}

async function addWeb(app: FastifyInstance): Promise<void> {
  if (process.env.MUSTER_DEV === '1') {
    const { addDevelopmentWeb } = await import('./development-web.ts');
    return addDevelopmentWeb(app);
  }
  if (!existsSync(webFolder)) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: 'index.html',
    // What the build compressed is sent so, under the name of the file itself.
    preCompressed: true,
    globIgnore: ['**/*.br'],
    setHeaders: (response, path) => {
      const forever = path.includes('/assets/');
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
