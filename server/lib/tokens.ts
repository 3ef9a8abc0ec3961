import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of 256 random bits in base64url: 43 characters that can stand in a link and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** True for text that `newToken` could have made; anything else need not be looked up. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text);
}

/** What is stored of a token: its SHA-256. A fast hash is enough for 256 random bits. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that tells nothing about where the two differ; different lengths are simply different. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
