import type { FastifyRequest } from 'fastify';
import { publicAddress } from '../settings/public-address.ts';

/**
 * True unless a browser says that another site makes this request (cross-site request forgery). Programs that are
 * not browsers send neither header, and carry no cookie that a site could abuse.
 */
export function sameSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.host || host === new URL(publicAddress()).host;
}
