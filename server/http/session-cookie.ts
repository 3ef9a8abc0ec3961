import type { FastifyReply, FastifyRequest } from 'fastify';
import { isToken } from '../lib/tokens.ts';
import { publicAddress } from '../settings/public-address.ts';

/** The `__Host-` prefix (RFC 6265bis) keeps other hosts of the domain from setting it; it demands HTTPS. */
export function cookieName(name: 'muster' | 'muster-device' = 'muster'): string {
  return overHttps() ? `__Host-${name}` : name;
}

function overHttps(): boolean {
  return publicAddress().startsWith('https:');
}

export function readSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName()];
}

/** The tokens by which this browser is known to people who signed in here before. */
export function readDeviceTokens(request: FastifyRequest): string[] {
  const tokens = request.cookies[cookieName('muster-device')]?.split('.') ?? [];
  return tokens.filter(isToken).slice(-devicesInCookie);
}

/** So many people can share a browser and all be known to it. */
const devicesInCookie = 8;

/** The server decides how long a session lives; the cookie only has to last at least as long. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(), token, attributes());
}

export function setDeviceCookie(reply: FastifyReply, tokens: readonly string[]): void {
  reply.setCookie(cookieName('muster-device'), tokens.slice(-devicesInCookie).join('.'), attributes());
}

function attributes() {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: overHttps(),
    maxAge: 365 * 24 * 60 * 60,
  };
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName(), { path: '/', httpOnly: true, sameSite: 'lax', secure: overHttps() });
}
