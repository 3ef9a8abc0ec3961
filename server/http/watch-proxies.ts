import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/transact.ts';
import { placeOf } from '../lib/network.ts';
import { noteUnnamedProxy } from '../settings/unnamed-proxy.sql.ts';

const most = 10;

/**
 * Tells the operator of a proxy that forwards requests and is not named: everybody behind it seems to come from one
 * address. Anybody can send that header, so only what stands in a network of our own is taken for a proxy.
 */
export function watchProxies(app: FastifyInstance, db: Db): void {
  const noted = new Set<string>();
  app.addHook('onRequest', async (request) => {
    if (request.headers['x-forwarded-for'] === undefined) return;
    const isNamed = (request.ips?.length ?? 0) > 1;
    const address = request.socket.remoteAddress ?? null;
    if (isNamed || address === null || noted.size >= most || noted.has(address)) return;
    noted.add(address);
    if (placeOf(address, null) !== 'inside') return;
    request.log.warn(
      { proxy: address },
      'a proxy that MUSTER_TRUSTED_PROXIES does not name forwards requests',
    );
    await noteUnnamedProxy(db, address).catch(() => undefined);
  });
}
