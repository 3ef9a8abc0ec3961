import type { FastifyRequest } from 'fastify';

/**
 * What stands behind `Authorization: Bearer` (RFC 6750); undefined for a request without it. Other schemes, such as a
 * proxy may ask for, are none of our business. A request with it is a program's: cookies then count for nothing.
 */
export function readBearer(request: FastifyRequest): string | undefined {
  return /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}
