import type { FastifyInstance } from 'fastify';
import { cookieName } from './session-cookie.ts';

type Written = { document: string; page: string };

/**
 * The description of the API: OpenAPI 3.1 at `/api/v1/openapi.json`, and the same to read at `/api/docs`. Both are
 * made when somebody first asks: what makes them costs start-up time and memory that most processes never need.
 */
export function addDescription(app: FastifyInstance): void {
  let written: Promise<Written> | undefined;
  const write = () => (written ??= writeDescription());
  app.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((await write()).document),
  );
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send((await write()).page),
  );
}

async function writeDescription(): Promise<Written> {
  const { describeCalls } = await import('./docs/describe-calls.ts');
  const { writePage } = await import('./docs/write-page.ts');
  const description = describeCalls(cookieName());
  return { document: JSON.stringify(description), page: writePage(description) };
}
