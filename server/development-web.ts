import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createServer } from 'vite';

/** The web as `npm run dev` serves it: from its sources, reloading itself, on the server's own port. */
export async function addDevelopmentWeb(app: FastifyInstance): Promise<void> {
  const vite = await createServer({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    configLoader: 'native',
    server: { middlewareMode: true, hmr: { server: app.server } },
    appType: 'spa',
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (/^\/(api|healthz|readyz|metrics)(\/|$)/.test(request.url)) return done();
    reply.hijack();
    vite.middlewares(request.raw, reply.raw);
  });
  app.addHook('onClose', () => vite.close());
}
