import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicAddress } from '../settings/public-address.ts';

/** The `__Host-` prefix (RFC 6265bis) keeps other hosts of the domain from setting it; it demands HTTPS. */
export function cookieName(): string {
  return overHttps() ? '__Host-muster' : 'muster';
}

function overHttps(): boolean {
  return publicAddress().startsWith('https:');
}

export function readSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName()];
}

/** The server decides how long a session lives; the cookie only has to last at least as long. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: overHttps(),
    maxAge: 365 * 24 * 60 * 60,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName(), { path: '/', httpOnly: true, sameSite: 'lax', secure: overHttps() });
}
