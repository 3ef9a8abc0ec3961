import type { FastifyRequest } from 'fastify';
import { Refused } from '../act/refused.ts';

/**
 * The version that the caller saw, from `If-Match` (RFC 9110 §13.1.1); undefined without it or with `*`. Anything
 * that is not a version of ours cannot be the current one.
 */
export function readVersion(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Refused('request.stale');
  return Number(version);
}
