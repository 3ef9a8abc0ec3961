import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import type { Database } from '../db/connect.ts';

/** What operators watch: `/healthz` (the process), `/readyz` (the database), `/metrics` (Prometheus). */
export function addOperations(app: FastifyInstance, database: Database): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    await sql`select 1 from installation`.execute(database.db);
    return reply.type('text/plain').send('ok\n');
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
  const durations = findDurations();
  app.addHook('onResponse', async (request, reply) => {
    const { call } = request.routeOptions.config;
    if (call) durations.observe({ call, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

function findDurations(): Histogram {
  const name = 'muster_request_seconds';
  return (
    (register.getSingleMetric(name) as Histogram | undefined) ??
    new Histogram({
      name,
      help: 'How long calls took.',
      labelNames: ['call', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    })
  );
}
