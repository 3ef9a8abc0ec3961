import { hashToken, isToken, newToken } from '../lib/tokens.ts';

/** What the secret of an API token begins with, so that people and scanners of leaked secrets know it. */
const beginning = 'muster_';

/** A new secret, and what is stored of it. */
export function newSecret(): { secret: string; hash: Buffer } {
  const token = newToken();
  return { secret: beginning + token, hash: hashToken(token) };
}

/** What is stored of this secret; null for text that cannot be one. */
export function readSecret(secret: string): Buffer | null {
  const token = secret.startsWith(beginning) ? secret.slice(beginning.length) : '';
  return isToken(token) ? hashToken(token) : null;
}
