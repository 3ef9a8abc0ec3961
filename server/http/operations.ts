import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';

/** What operators watch: `/healthz` (the process), `/readyz` (the database), `/metrics` (Prometheus). */
export function addOperations(app: FastifyInstance, database: Database): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    await sql`select 1 from installation`.execute(database.db);
    return reply.type('text/plain').send('ok\n');
  });
  app.get('/metrics', async (_request, reply) => {
    const { type, text } = await (await loadMetrics()).writeMetrics();
    return reply.type(type).send(text);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { call } = request.routeOptions.config;
    if (call) (await loadMetrics()).observeCall(call, reply.statusCode, reply.elapsedTime);
  });
}

/** Loaded with the first call: nobody needs to wait for it before. */
function loadMetrics() {
  return import('./metrics.ts');
}
